import Diagnostics

@testable import Documents

extension Surface {
    /// YAML and JSON: what is taken is the same tree again when it is written out with every text in quotes.
    static let document = Surface(
        "document",
        words: ["&a ", "*a", "<<: ", "---\n", "...\n", "!!int ", "? ", "|\n", ">-\n", "- ", ": ", "{}", "[]"]
    ) { bytes in
        let node = try documentNode(bytes)
        try node.visit()
        let again: DocumentNode
        do {
            again = try DocumentNode(parsing: node.writtenOut, path: "again.yaml")
        } catch {
            throw Disagreement(description: "a document cannot be read again: \(error)")
        }
        try agree(node.isSame(as: again), "a document differs when it is written and read again")
    }

    /// The document in some bytes that are a file's.
    static func documentNode(_ bytes: [UInt8]) throws(Diagnostic) -> DocumentNode {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Diagnostic(rule: "text files must be UTF-8")
        }
        return try DocumentNode(parsing: text, path: "file.yaml")
    }
}

extension DocumentNode {
    /// As JSON, but for the escapes.
    var writtenOut: String {
        switch content {
        case .scalar(let text): text.quotedForYAML
        case .list(let items): "[" + items.map(\.writtenOut).joined(separator: ",\n") + "]"
        case .mapping(let pairs):
            "{" + pairs.map { "? \($0.key.writtenOut)\n: \($0.value.writtenOut)" }.joined(separator: ",\n")
                + "}"
        }
    }

    func isSame(as other: DocumentNode) -> Bool {
        switch (content, other.content) {
        case (.scalar(let a), .scalar(let b)): Array(a.unicodeScalars) == Array(b.unicodeScalars)
        case (.list(let a), .list(let b)):
            a.count == b.count && zip(a, b).allSatisfy { $0.isSame(as: $1) }
        case (.mapping(let a), .mapping(let b)):
            a.count == b.count
                && zip(a, b).allSatisfy { $0.key.isSame(as: $1.key) && $0.value.isSame(as: $1.value) }
        default: false
        }
    }

    /// Reads every value in every way.
    fileprivate func visit() throws {
        try agree(location.line ?? 0 >= 1 && location.column ?? 0 >= 1, "a value must have a place")
        _ = try? text()
        _ = try? boolean()
        switch content {
        case .scalar: return
        case .list(let items): for item in items { try item.visit() }
        case .mapping(let pairs):
            let mapping = try mapping()
            for key in mapping.keys { _ = try mapping.required(key.text()) }
            for pair in pairs { try pair.value.visit() }
        }
    }
}
