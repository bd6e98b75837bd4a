/// The schema of a table, in the terms of Frictionless Table Schema (v2): fields, types, key, missing values.
public struct TableSchema: Equatable, Sendable {
    public enum FieldType: String, Sendable, Encodable, CaseIterable {
        case string, integer, number, date, boolean, year
    }

    public struct Field: Equatable, Sendable {
        public let name: String
        public let type: FieldType
        public let description: String
        public let unit: String?
        public let isRequired: Bool

        public init(
            _ name: String, _ type: FieldType, _ description: String, unit: String? = nil,
            isRequired: Bool = true
        ) {
            self.name = name
            self.type = type
            self.description = description
            self.unit = unit
            self.isRequired = isRequired
        }
    }

    /// The resource's name; its file is `<name>.csv`.
    public let name: String
    public let title: String
    public let fields: [Field]
    public let primaryKey: [String]

    public init(name: String, title: String, fields: [Field], primaryKey: [String]) {
        precondition(
            primaryKey.allSatisfy { key in fields.contains { $0.name == key } }, "key outside the fields")
        self.name = name
        self.title = title
        self.fields = fields
        self.primaryKey = primaryKey
    }
}

extension TableSchema: Encodable {
    private enum CodingKeys: String, CodingKey { case fields, primaryKey, missingValues }
    private enum FieldKeys: String, CodingKey { case name, type, description, unit, constraints }
    private enum ConstraintKeys: String, CodingKey { case required }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(primaryKey, forKey: .primaryKey)
        try container.encode([""], forKey: .missingValues)
        var list = container.nestedUnkeyedContainer(forKey: .fields)
        for field in fields {
            var item = list.nestedContainer(keyedBy: FieldKeys.self)
            try item.encode(field.name.guardedForSpreadsheets, forKey: .name)
            try item.encode(field.type, forKey: .type)
            try item.encode(field.description, forKey: .description)
            try item.encodeIfPresent(field.unit, forKey: .unit)
            if field.isRequired {
                var constraints = item.nestedContainer(keyedBy: ConstraintKeys.self, forKey: .constraints)
                try constraints.encode(true, forKey: .required)
            }
        }
    }
}
