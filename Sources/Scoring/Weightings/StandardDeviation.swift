extension Weighting {
    /// The spread of an indicator on its own range.
    public static let standardDeviation = fitted(
        MethodDescription(
            id: "standard-deviation", title: "standard deviation weights",
            formula: "importance s(z(k)), z(k) on [0, 1] by min-max, s with n - 1",
            domain: "transformed values that differ", sources: ["diakoulaki1995critic"],
            properties: [
                "does not depend on unit and zero of measurement, nor on the direction of an indicator"
            ],
            denied: [
                "does not look at correlations", "one outlier sets the range and so lowers the weight",
            ],
            test: "PymcdmWeightsTests, FittedWeightingTests"),
        on: .transformed
    ) { (table, _) throws(ScoringFailure) in
        Importance(values: try table.ranged().map { Scoring.standardDeviation($0) })
    }
}
