import Tabular

/// What an importer left out or had to assume, by reason, with the lines where it happened.
public struct ImportLog: Sendable {
    public struct Entry: Sendable, Equatable {
        public let file: String
        public let reason: String
        public var rows: Int
        /// The first lines concerned; at most `ImportLog.exampleLimit`.
        public var lines: [Int]
    }

    /// How many line numbers are kept for each reason.
    static let exampleLimit = 5

    /// In the order in which the reasons first came up.
    public private(set) var entries: [Entry] = []
    private var indexByKey: [String: Int] = [:]
    /// The entry noted last: most rows that are skipped are skipped for the reason of the row before.
    private var lastIndex = 0

    public init() {}

    /// Notes that a row was skipped, or used with an assumption, for a reason.
    mutating func note(_ reason: String, in file: SourceFile, line: Int) {
        if lastIndex >= entries.count || entries[lastIndex].reason != reason
            || entries[lastIndex].file != file.name
        {
            lastIndex = index(of: reason, in: file)
        }
        entries[lastIndex].rows += 1
        // One line may be noted several times, for several dyads.
        if entries[lastIndex].lines.count < Self.exampleLimit, !entries[lastIndex].lines.contains(line) {
            entries[lastIndex].lines.append(line)
        }
    }

    /// The entry of a reason, made if there is none.
    private mutating func index(of reason: String, in file: SourceFile) -> Int {
        let key = "\(file.name)\n\(reason)"
        if let index = indexByKey[key] { return index }
        indexByKey[key] = entries.count
        entries.append(Entry(file: file.name, reason: reason, rows: 0, lines: []))
        return entries.count - 1
    }

    /// The log as a table, which becomes part of the package.
    func table() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "import-log", title: "What the importer skipped or assumed",
                fields: [
                    .init("file", .string, "The source file."),
                    .init("reason", .string, "Why rows were skipped, or what was assumed about them."),
                    .init(
                        "rows", .integer,
                        "How many rows were concerned, or dyads where the reason speaks of dyads."),
                    .init("first_lines", .string, "The first lines concerned, separated by spaces."),
                ], primaryKey: ["file", "reason"]))
        for entry in entries {
            table.append([
                .text(entry.file), .text(entry.reason), .integer(entry.rows),
                .text(entry.lines.map(String.init).joined(separator: " ")),
            ])
        }
        table.sortByPrimaryKey()
        return table
    }
}
