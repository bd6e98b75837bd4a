public import Dyads
public import Tabular

/// The five columns with which every dyad table begins, so that it joins with the field's data.
public enum DyadColumns {
    public static let fields: [TableSchema.Field] = [
        .init("dyad", .string, "Undirected dyad: the two ISO 3166-1 alpha-3 codes in alphabetical order."),
        .init("iso3_a", .string, "ISO code of the state that comes first alphabetically."),
        .init("iso3_b", .string, "ISO code of the other state."),
        .init(
            "ccode1", .integer, "The smaller of the two Correlates of War numbers, as in undirected COW data."
        ),
        .init("ccode2", .integer, "The larger of the two Correlates of War numbers."),
    ]

    public static let year = TableSchema.Field("year", .year, "Calendar year.")

    /// The five cells of a dyad of the system.
    public static func cells(_ dyad: Dyad, in states: StateSystem) -> [Table.Cell] {
        let numbers = states.cowNumbers(of: dyad)
        return [
            .text("\(dyad)"), .text("\(dyad.first)"), .text("\(dyad.second)"),
            .optional(numbers?.smaller), .optional(numbers?.larger),
        ]
    }
}

extension TableSchema {
    /// A table of dyad-years: the dyad's columns, the year, and what was observed.
    public static func dyadYears(_ title: String, _ fields: [Field]) -> TableSchema {
        TableSchema(
            name: "dyad-years", title: title, fields: DyadColumns.fields + [DyadColumns.year] + fields,
            primaryKey: ["dyad", "year"])
    }
}
