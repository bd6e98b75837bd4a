import ClaimTesting
import Dyads
import Tabular

/// Columns that several result tables share.
enum ResultFields {
    static let window = TableSchema.Field("window", .string, "Window of the study.")
    static let subject = TableSchema.Field("subject", .string, "Reading or dimension that was scored.")
    static let reading = TableSchema.Field(
        "reading", .string, "Reading: one formal meaning of the claim's word.")
    static let kind = TableSchema.Field("subject_kind", .string, "reading or dimension.")
    static let inClass = TableSchema.Field(
        "in_class", .integer, "1 if the dyad belongs to the claim's reference class, else 0.")
    static let dyad: [TableSchema.Field] = [
        .init("dyad", .string, "Undirected dyad: two ISO 3166-1 alpha-3 codes in alphabetical order."),
        .init("iso3_a", .string, "ISO code of the first state."),
        .init("iso3_b", .string, "ISO code of the second state."),
        .init("ccode1", .integer, "The smaller of the two Correlates of War numbers."),
        .init("ccode2", .integer, "The larger of the two Correlates of War numbers."),
    ]

    /// The five cells of a dyad.
    static func cells(_ dyad: Dyad, in states: StateSystem) -> [Table.Cell] {
        let numbers = states.cowNumbers(of: dyad)
        return [
            .text("\(dyad)"), .text("\(dyad.first)"), .text("\(dyad.second)"),
            .optional(numbers?.smaller), .optional(numbers?.larger),
        ]
    }
}

extension Bool {
    /// 1 or 0, as flags are written in tables.
    var cell: Table.Cell { .integer(self ? 1 : 0) }
}
