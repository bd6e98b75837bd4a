import Tabular

/// Columns that several result tables share.
enum ResultFields {
    static let window = TableSchema.Field("window", .string, "Window of the study.")
    static let subject = TableSchema.Field("subject", .string, "Reading or dimension that was scored.")
    static let reading = TableSchema.Field(
        "reading", .string, "Reading: one formal meaning of the claim's word.")
    static let space = TableSchema.Field(
        "space", .string, "Space of weights: uniform, whose first places are W, or one of weight-spaces.csv.")
    static let kind = TableSchema.Field("subject_kind", .string, "reading or dimension.")
    static let inClass = TableSchema.Field(
        "in_class", .integer, "1 if the dyad belongs to the claim's reference class, else 0.")
}

extension Bool {
    /// 1 or 0, as flags are written in tables.
    var cell: Table.Cell { .integer(self ? 1 : 0) }
}
