import Tabular

extension PaperTable: Encodable {
    private enum Keys: String, CodingKey { case name, caption, label, columns, rows, notes, sources }
    private enum ColumnKeys: String, CodingKey { case id, heading, type, description, unit, decimals }

    private struct CellKey: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// An object of `name`, `caption`, `label`, `columns`, `rows` (objects of the columns of the CSV file; null for a
    /// missing value), `notes` and `sources`. Numbers are not rounded.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(name, forKey: .name)
        try container.encode(caption, forKey: .caption)
        try container.encode(label, forKey: .label)
        try container.encode(notes, forKey: .notes)
        try container.encode(sources, forKey: .sources)
        let data = data
        var list = container.nestedUnkeyedContainer(forKey: .columns)
        for field in data.schema.fields {
            var item = list.nestedContainer(keyedBy: ColumnKeys.self)
            let column = columns.first { $0.id == field.name }
            try item.encode(field.name, forKey: .id)
            try item.encode(column?.heading ?? capitalised(field.name), forKey: .heading)
            try item.encode(field.type, forKey: .type)
            try item.encode(field.description, forKey: .description)
            try item.encodeIfPresent(field.unit, forKey: .unit)
            if case .number(let decimals)? = column?.kind { try item.encode(decimals, forKey: .decimals) }
        }
        var rows = container.nestedUnkeyedContainer(forKey: .rows)
        for row in data.rows {
            var item = rows.nestedContainer(keyedBy: CellKey.self)
            for (field, cell) in zip(data.schema.fields, row) {
                let key = CellKey(stringValue: field.name)
                switch cell {
                case .text(let text): try item.encode(text, forKey: key)
                case .integer(let value): try item.encode(value, forKey: key)
                case .number(let value): try item.encode(value, forKey: key)
                case .missing: try item.encodeNil(forKey: key)
                }
            }
        }
    }
}
