extension Normalisation {
    /// Seven categories by percentile rank: 0, 20, 40, 50, 60, 80, 100.
    public static let categorical = Normalisation(
        MethodDescription(
            id: "categorical", title: "in seven categories by percentile",
            formula:
                "by p = 100 rank / n: 0 up to 5, 20 up to 15, 40 up to 35, 50 up to 65, 60 up to 85, 80 up to 95, then 100",
            domain: "a class with at least two different values", sources: ["oecd2008handbook"],
            properties: [
                "keeps the order, up to ties", "resists outliers",
                "takes the values 0, 20, 40, 50, 60, 80, 100",
                "a percentile rank on a boundary belongs to the lower category, so that the best of 20 units is the top 5 %",
            ],
            denied: [
                "differences between values are lost, and so is the order inside a category",
                "the steps are not equal",
            ],
            test: "HandbookTable15Tests"),
        scale: { _ in [.notNegative] },
        apply: { (input, _) throws(Failure) in
            let count = Double(input.reference.count)
            return try input.worseInClass().map { worse in
                worse.map { worse in
                    // 100 rank / n against a bound, multiplied out, so that no boundary is lost to rounding.
                    let rank = 100 * (worse + 1)
                    return categories.first { rank <= $0.upTo * count }?.score ?? 100
                }
            }
        })

    private static let categories: [(upTo: Double, score: Double)] = [
        (5, 0), (15, 20), (35, 40), (65, 50), (85, 60), (95, 80),
    ]
}
