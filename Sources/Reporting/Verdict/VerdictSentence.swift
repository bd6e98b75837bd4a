/// A sentence of the verdict with the rows of the result tables that hold what it says.
public struct VerdictSentence: Hashable, Sendable, Encodable {
    public let text: String
    /// Each once, in the order in which the sentence uses them.
    public let rows: [RowReference]

    init(_ text: String, rows: [RowReference]) {
        self.text = text
        var seen: Set<RowReference> = []
        self.rows = rows.filter { seen.insert($0).inserted }
    }

    /// One sentence of several parts and all their rows; nil without parts.
    ///
    /// - Parameters:
    ///   - more: rows of what the frame itself says.
    ///   - frame: what stands around the parts.
    init?(
        _ parts: [VerdictSentence], separator: String, rows more: [RowReference] = [],
        frame: (String) -> String
    ) {
        guard !parts.isEmpty else { return nil }
        self.init(
            frame(parts.map(\.text).joined(separator: separator)), rows: parts.flatMap(\.rows) + more)
    }
}

/// Rows of a result table: those that hold the given values in the given columns.
public struct RowReference: Hashable, Sendable {
    /// A column with the value that its cell prints.
    public struct Column: Hashable, Sendable {
        public let name: String
        public let value: String
    }

    /// The file in the results folder.
    public let file: String
    /// What tells the rows from all others of the file.
    public let row: [Column]
    /// How many rows these are: one, but where a sentence counts rows; none where it says that there are none.
    public let count: Int

    init(_ table: String, _ row: KeyValuePairs<String, String>, count: Int = 1) {
        file = "\(table).csv"
        self.row = row.map { Column(name: $0.key, value: $0.value) }
        self.count = count
    }
}

extension RowReference: Encodable {
    private enum Key: String, CodingKey {
        case file, row, count
    }

    private struct ColumnName: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// An object of `file`, `row` (an object of columns) and, unless it is one, `count`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(file, forKey: .file)
        var columns = container.nestedContainer(keyedBy: ColumnName.self, forKey: .row)
        for column in row { try columns.encode(column.value, forKey: ColumnName(stringValue: column.name)) }
        if count != 1 { try container.encode(count, forKey: .count) }
    }
}
