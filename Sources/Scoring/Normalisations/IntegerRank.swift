extension Normalisation {
    /// Ranks from 1, the worst, up; ties share the lowest.
    public static let integerRank = Normalisation(
        MethodDescription(
            id: "integer-rank", title: "as ranks from 1, the worst, up",
            formula: "1 + units of the class that are worse",
            domain: "a class with at least two different values",
            sources: ["oecd2008handbook", "becker2022coinr"],
            properties: ["keeps the order and nothing else", "resists outliers", "is at least 1"],
            denied: ["differences between values are lost", "the sum of ranks differs where there are ties"],
            test: "HandbookTable15Tests, COINrNormalisationTests"),
        scale: { _ in [.positive, .notNegative] },
        apply: { (input, _) throws(Failure) in try input.worseInClass().map { $0.map { $0 + 1 } } })
}
