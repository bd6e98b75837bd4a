extension Normalisation {
    /// 100 rank / n, or (rank - 1) / (n - 1), with ranks from the worst up and ties sharing the lowest.
    public static let percentile = Normalisation(
        MethodDescription(
            id: "percentile", title: "as percentile ranks",
            formula:
                "100 rank / n (of-all), or (rank - 1) / (n - 1) (of-others); rank = 1 + units of the class that are worse",
            domain: "a class with at least two different values",
            sources: ["oecd2008handbook", "becker2022coinr"],
            properties: [
                "keeps the order and nothing else", "resists outliers",
                "on the class lies in (0, 100] (of-all) or in [0, 1] (of-others)",
            ],
            denied: [
                "differences between values are lost",
                "ties do not share the middle: the best is below 100 if it is tied",
                "a unit outside the class that beats all of it lies above 100 or 1",
            ],
            test: "HandbookTable15Tests, COINrNormalisationTests",
            parameters: [
                MethodParameter(
                    "form", .word(["of-all", "of-others"]), standard: .word("of-all"),
                    meaning:
                        "of-all: 100 rank / n (Handbook, Table 15); of-others: (rank - 1) / (n - 1) (COINr n_prank)"
                )
            ]),
        scale: { $0.word("form") == "of-all" ? [.positive, .notNegative] : [.notNegative] },
        apply: { (input, arguments) throws(Failure) in
            let worse = try input.worseInClass()
            let count = Double(input.reference.count)
            return arguments.word("form") == "of-all"
                ? worse.map { $0.map { 100 * ($0 + 1) / count } }
                : worse.map { $0.map { $0 / (count - 1) } }
        })
}
