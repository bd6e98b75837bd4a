import Diagnostics

/// A BibTeX file, cut into its entries; what is inside an entry is kept as written.
public struct Bibliography: Sendable {
    private let entries: [String: String]

    /// Keys, sorted.
    public var keys: [String] { entries.keys.sorted() }

    /// The text of one entry.
    public subscript(key: String) -> String? { entries[key] }

    /// Cuts a BibTeX text at its entries (`@type{key, ... }`, braces balanced).
    ///
    /// - Throws: `Diagnostic` with the line of an entry that does not close, has no key or repeats one.
    public init(parsing text: String, path: String) throws(Diagnostic) {
        var entries: [String: String] = [:]
        var rest = text[...]
        while let at = rest.firstIndex(of: "@") {
            let line = text[..<at].count { $0.isNewline } + 1
            let place = SourceLocation(path: path, line: line)
            guard let open = rest[at...].firstIndex(of: "{"),
                let end = Self.closingBrace(from: open, in: rest)
            else {
                throw Diagnostic(at: place, rule: "a BibTeX entry must be closed by a brace")
            }
            let inside = rest[rest.index(after: open)..<end]
            let key = inside.prefix { $0 != "," }.trimmingWhitespace
            guard !key.isEmpty, key.count < inside.count else {
                throw Diagnostic(at: place, rule: "a BibTeX entry must have a key and fields")
            }
            guard entries.updateValue(String(rest[at...end]), forKey: key) == nil else {
                throw Diagnostic(
                    at: place, rule: "a BibTeX key may be used once", found: key.quotedForMessage)
            }
            rest = rest[rest.index(after: end)...]
        }
        self.entries = entries
    }

    private static func closingBrace(from open: Substring.Index, in text: Substring) -> Substring.Index? {
        var depth = 0
        var index = open
        while index < text.endIndex {
            if text[index] == "{" { depth += 1 }
            if text[index] == "}" {
                depth -= 1
                if depth == 0 { return index }
            }
            index = text.index(after: index)
        }
        return nil
    }
}

extension Substring {
    fileprivate var trimmingWhitespace: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
