public import Tabular

extension TableSchema {
    static let paperPrefix = "tables-"
}

extension PaperTable {
    /// The values behind the table, unrounded, for a CSV file: a column `section` first where there are sections.
    public var data: Table {
        if let values { return values }
        let written = columns.indices.filter { columns[$0].place != .paper }
        let hasSections = sections.contains { $0.id != nil }
        let section = TableSchema.Field("section", .string, "Part of the table.")
        let ids = written.map { columns[$0].id }
        let hasKey = key.allSatisfy(ids.contains)
        var table = Table(
            schema: TableSchema(
                name: TableSchema.paperPrefix + name, title: caption,
                fields: (hasSections ? [section] : []) + written.map { field(of: $0) },
                primaryKey: hasKey ? (hasSections ? [section.name] : []) + key : []))
        for part in sections {
            for row in part.rows {
                table.append(
                    (hasSections ? [.optional(part.id)] : []) + written.map { row.cells[$0].data })
            }
        }
        return table
    }

    private func field(of place: Int) -> TableSchema.Field {
        let column = columns[place]
        let type: TableSchema.FieldType =
            switch column.kind {
            case .text, .range: .string
            case .integer, .rank: .integer
            case .number: .number
            }
        let isRequired = rows.allSatisfy { $0.cells[place].data != .missing }
        return .init(column.id, type, column.description, unit: column.unit, isRequired: isRequired)
    }
}

extension PaperTable.Cell {
    /// As it stands in a CSV file.
    var data: Table.Cell {
        switch self {
        case .text(let text): text.isEmpty ? .missing : .text(text)
        case .integer(let value), .rank(let value, _): .integer(value)
        case .range(let range): .text("\(range.lowerBound)-\(range.upperBound)")
        case .number(let value), .share(let value): .number(value)
        case .missing, .empty: .missing
        }
    }
}
