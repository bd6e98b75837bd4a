extension Weighting {
    /// The variance of an indicator on its own range.
    public static let variance = fitted(
        MethodDescription(
            id: "variance", title: "variance weights",
            formula: "importance s(z(k))^2, z(k) on [0, 1] by min-max, s with n - 1",
            domain: "transformed values that differ", sources: ["rao2010subjective"],
            properties: [
                "does not depend on unit and zero of measurement, nor on the direction of an indicator",
                "the squares of standard-deviation weights, rescaled",
            ],
            denied: ["does not look at correlations"], test: "PymcdmWeightsTests, FittedWeightingTests"),
        on: .transformed
    ) { (table, _) throws(ScoringFailure) in
        Importance(
            values: try table.ranged().map {
                let deviation = Scoring.standardDeviation($0)
                return deviation * deviation
            })
    }
}
