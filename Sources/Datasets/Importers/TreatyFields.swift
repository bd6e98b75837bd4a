import Tabular

/// The columns that tables of treaties have in common.
enum TreatyFields {
    static let id = TableSchema.Field("treaty_id", .string, "The collection's identifier.")

    static let year = TableSchema.Field(
        "year", .year, "Year of the treaty's own beginning: the earliest that any party's row gives.")

    static let begin = TableSchema.Field("begin", .string, "That beginning as the source writes it.")

    static let precision = TableSchema.Field(
        "begin_precision", .string, "day, month or year; 'uncertain' when the source doubts or gives a range."
    )

    static let parties = TableSchema.Field(
        "parties", .integer, "Distinct parties of the treaty, of any kind, in this collection.")

    static let laterParties = TableSchema.Field(
        "parties_since_1992", .integer, "Distinct parties whose own row begins in 1992 or later.")

    static let agreements = TableSchema.Field(
        "agreements_under_id", .integer,
        "How many differently titled agreements the source lists under the identifier.")

    static let title = TableSchema.Field(
        "title", .string, "Name of the treaty; the first one where an identifier has several.")

    /// What is the treaty's own, whoever its parties are.
    static let ofTreaty = [year, begin, precision, parties, laterParties, agreements, title]
}

extension UncertainDate {
    /// How exact the date is, in words.
    var precisionText: String { precision.rawValue + (isUncertain ? ", uncertain" : "") }
}
