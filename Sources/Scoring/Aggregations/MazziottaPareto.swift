extension Aggregation {
    /// The mean less a penalty for imbalance, on values standardised to 100 and 10.
    public static let mazziottaPareto = Aggregation(
        MethodDescription(
            id: "mazziotta-pareto", title: "Mazziotta-Pareto index",
            formula:
                "M(i) - S(i) cv(i), cv = S / M, M(i) = sum of w(k) x(i,k), S(i)^2 = sum of w(k) (x(i,k) - M(i))^2; + for a positive penalty",
            domain:
                "z-scores with mean 100 and deviation 10, n in the denominator; a mean above zero for every unit",
            sources: ["demuro2011mpi", "mazziotta2022weighting"],
            properties: [
                "with equal weights the published index",
                "equals the arithmetic mean for a unit whose values are all the same, and is below it otherwise",
                "does not depend on the units of measurement",
            ],
            denied: [
                "not monotone: raising x(k) lowers the score where x(k) > M (3 + cv^2) / 2",
                "not a mean of group means: it does not nest",
            ],
            compensation: "partial: a surplus raises the mean and the penalty for imbalance",
            test: "MazziottaParetoTests", parameters: [PenalisedMean.parameter]),
        requirements: { _ in
            [
                Requirement(
                    .values(.hundredAndTen),
                    because:
                        "the index is defined on values with mean 100 and deviation 10, n in the denominator, and its penalty changes with both; use z-score with mean 100, deviation 10 and denominator n"
                )
            ] + Requirement.wholeRow
        },
        rule: .wholeTable(PenalisedMean.aggregate))
}
