import Diagnostics
private import Yams

/// A value in a YAML or JSON document that knows its place, for decoding with errors that point.
///
/// YAML's untyped guesses are not used (`NO` is a text, not false): the caller says what it expects, and the
/// written form must be that. Aliases, duplicate keys and several documents in a file are refused.
public struct DocumentNode: Sendable {
    indirect enum Content: Sendable {
        case scalar(String)
        case list([DocumentNode])
        case mapping([(key: DocumentNode, value: DocumentNode)])
    }

    let content: Content
    public let location: SourceLocation

    /// Parses the only document of a text.
    ///
    /// - Throws: `Diagnostic` with line and column when the text is not well-formed YAML.
    public init(parsing text: String, path: String) throws(Diagnostic) {
        let start = SourceLocation(path: path, line: 1, column: 1)
        let node: Node?
        // Nodes hold their anchors weakly: they are gone with the parser, which `Yams.compose` lets go of. It
        // stays until the nodes have been read, or aliases would be followed in silence.
        var parser: Parser?
        defer { withExtendedLifetime(parser) {} }
        do {
            parser = try Parser(yaml: text)
            node = try parser?.singleRoot()
        } catch let error as YamlError {
            throw Self.diagnostic(for: error, path: path)
        } catch {
            throw Diagnostic(at: start, rule: "the file must be well-formed YAML", found: "\(error)")
        }
        guard let node else {
            throw Diagnostic(at: start, rule: "the file must hold a YAML document", found: "nothing")
        }
        self = try Self(node, path: path, depth: 0)
    }

    init(content: Content, location: SourceLocation) {
        self.content = content
        self.location = location
    }

    private init(_ node: Node, path: String, depth: Int) throws(Diagnostic) {
        let mark = node.mark
        location = SourceLocation(path: path, line: mark?.line, column: mark?.column)
        guard depth < 32 else { throw Self.tooDeep(at: location) }
        guard node.anchor == nil else { throw Self.aliased(at: location) }
        switch node {
        case .scalar(let scalar): content = .scalar(scalar.string)
        case .sequence(let sequence):
            var items: [DocumentNode] = []
            for item in sequence { items.append(try Self(item, path: path, depth: depth + 1)) }
            content = .list(items)
        case .mapping(let mapping):
            var pairs: [(key: DocumentNode, value: DocumentNode)] = []
            for (key, value) in mapping {
                pairs.append(
                    (
                        try Self(key, path: path, depth: depth + 1),
                        try Self(value, path: path, depth: depth + 1)
                    ))
            }
            content = .mapping(pairs)
        case .alias: throw Self.aliased(at: location)
        }
    }

    private static func tooDeep(at location: SourceLocation) -> Diagnostic {
        Diagnostic(at: location, rule: "values may be nested 32 deep at most", remedy: "check the brackets")
    }

    private static func aliased(at location: SourceLocation) -> Diagnostic {
        Diagnostic(at: location, rule: "anchors and aliases are not used here", remedy: "write the value out")
    }

    private static func diagnostic(for error: YamlError, path: String) -> Diagnostic {
        func place(_ mark: Mark?) -> SourceLocation {
            SourceLocation(path: path, line: mark?.line, column: mark?.column)
        }
        switch error {
        // The library composes no deeper; the depth that is allowed here is told afterwards.
        case .parser(_, let problem, let mark, _) where problem.contains("nesting level"):
            return tooDeep(at: place(mark))
        case .composer(_, let problem, let mark, _) where problem.contains("alias"):
            return aliased(at: place(mark))
        case .composer(_, let problem, let mark, _) where problem.contains("another document"):
            return Diagnostic(
                at: place(mark), rule: "the file must hold one YAML document", found: "another one",
                remedy: "leave out what follows the line ---")
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return Diagnostic(
                at: place(mark), rule: "the file must be well-formed YAML",
                found: problem.hasPrefix("found ") ? String(problem.dropFirst(6)) : problem)
        case .reader(let problem, let offset, _, let yaml):
            let before = yaml.unicodeScalars.prefix(offset ?? 0)
            let line = before.count { $0 == "\n" } + 1
            let column = before.reversed().prefix { $0 != "\n" }.count + 1
            return Diagnostic(
                at: SourceLocation(path: path, line: line, column: column),
                rule: "the file must be well-formed YAML", found: problem)
        case .duplicatedKeysInMapping(let duplicates, let context):
            return Diagnostic(
                at: place(context.mark), rule: "a key may be given once",
                found: duplicates.map { "\($0)" }.sorted().joined(separator: ", "))
        default:
            return Diagnostic(
                at: SourceLocation(path: path), rule: "the file must be well-formed YAML", found: "\(error)")
        }
    }
}
