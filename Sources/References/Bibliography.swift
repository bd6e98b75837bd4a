public import Diagnostics

/// A BibTeX file, cut into its entries; what is inside an entry is kept as written until it is asked for.
public struct Bibliography: Sendable {
    private struct Entry {
        let text: String
        let location: SourceLocation
    }

    private let entries: [String: Entry]

    /// Keys, sorted.
    public var keys: [String] { entries.keys.sorted() }

    /// The text of one entry, as written.
    public subscript(key: String) -> String? { entries[key]?.text }

    /// One entry, taken apart; nil for a key that is not there.
    ///
    /// - Throws: `Diagnostic` with the line of an entry whose fields cannot be read.
    public func reference(_ key: String) throws(Diagnostic) -> Reference? {
        guard let entry = entries[key] else { return nil }
        return try Reference(parsing: entry.text, at: entry.location)
    }

    /// Cuts a BibTeX text at its entries (`@type{key, ... }`, braces balanced). Text between entries is comment, and so
    /// are `@comment`, `@preamble` and `@string`: abbreviations are not looked up.
    ///
    /// - Throws: `Diagnostic` with the line of an entry that does not close, has no key or repeats one.
    public init(parsing text: String, path: String) throws(Diagnostic) {
        var entries: [String: Entry] = [:]
        var rest = text[...]
        var line = 1
        while let at = rest.firstIndex(of: "@") {
            line += rest[..<at].count { $0.isNewline }
            let place = SourceLocation(path: path, line: line)
            guard let open = rest[at...].firstIndex(of: "{"),
                let end = Self.closingBrace(from: open, in: rest)
            else {
                throw Diagnostic(at: place, rule: "a BibTeX entry must be closed by a brace")
            }
            let kind = rest[rest.index(after: at)..<open].trimmingWhitespace.lowercased()
            if !["comment", "preamble", "string"].contains(kind) {
                let inside = rest[rest.index(after: open)..<end]
                let key = inside.prefix { $0 != "," }.trimmingWhitespace
                guard !key.isEmpty, key.count < inside.count else {
                    throw Diagnostic(at: place, rule: "a BibTeX entry must have a key and fields")
                }
                let entry = Entry(text: String(rest[at...end]), location: place)
                guard entries.updateValue(entry, forKey: key) == nil else {
                    throw Diagnostic(
                        at: place, rule: "a BibTeX key may be used once", found: key.quotedForMessage)
                }
            }
            line += rest[at...end].count { $0.isNewline }
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
    var trimmingWhitespace: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
