extension Aggregation {
    /// The mean less a penalty for imbalance, on values from 70 to 130.
    public static let adjustedMazziottaPareto = Aggregation(
        MethodDescription(
            id: "adjusted-mazziotta-pareto", title: "adjusted Mazziotta-Pareto index",
            formula:
                "as mazziotta-pareto, on 70 + 60 (x - lower) / (upper - lower) instead of standardised values",
            domain: "values from 70 to 130, by goalposts or min-max",
            sources: ["mazziotta2016generalized", "mazziotta2018measuring", "mazziotta2022weighting"],
            properties: [
                "with equal weights the published index",
                "with fixed goalposts scores can be compared over time, and goalposts placed evenly around a reference give the reference 100",
                "equals the arithmetic mean for a unit whose values are all the same, and is below it otherwise",
                "positive on [70, 130]",
            ],
            denied: [
                "not monotone: raising x(k) lowers the score where x(k) > M (3 + cv^2) / 2, which five equally weighted indicators can reach",
                "not a mean of group means: it does not nest",
            ],
            compensation: "partial: a surplus raises the mean and the penalty for imbalance",
            test: "MazziottaParetoTests", parameters: [PenalisedMean.parameter]),
        requirements: { _ in
            [
                Requirement(
                    .values(.seventyTo130),
                    because:
                        "the index is defined on values from 70 to 130, and its penalty changes with the range; use min-max or goalposts onto [70, 130]"
                )
            ] + Requirement.wholeRow
        },
        yields: { _ in [.positive, .notNegative] },
        rule: .wholeTable(PenalisedMean.aggregate))
}
