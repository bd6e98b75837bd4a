extension Weighting {
    /// Criteria importance through intercriteria correlation: spread times conflict with the other indicators.
    public static let critic = fitted(
        MethodDescription(
            id: "critic", title: "CRITIC weights",
            formula:
                "importance s(k) sum over m of (1 - r(k,m)), s with n - 1 and r Pearson's, both of values on [0, 1] by min-max, 1 for the best",
            domain: "transformed values that differ", sources: ["diakoulaki1995critic"],
            properties: [
                "does not depend on unit and zero of measurement",
                "of two indicators with the same spread, the one that repeats others counts less than the one that contradicts them",
            ],
            denied: [
                "turning the direction of one indicator changes the weights of all",
                "indicators that all agree perfectly have no weights, and are refused",
                "does not ask whether an indicator contradicts the others because it is wrong",
            ],
            test: "PymcdmWeightsTests, FittedWeightingTests"),
        on: .transformed
    ) { (table, _) throws(ScoringFailure) in
        let columns = try table.ranged()
        let deviations = columns.map { Scoring.standardDeviation($0) }
        let correlations = correlationMatrix(of: columns)
        let conflicts = columns.indices.map { k in
            correlations.row(k).reduce(0) { $0 + ($1 > 1 - perfectCorrelation ? 0 : 1 - $1) }
        }
        return Importance(
            values: zip(deviations, conflicts).map { $0 * $1 },
            details: [Detail("standard deviation", deviations), Detail("conflict", conflicts)])
    }

    /// Correlations this close to one differ from it only by rounding.
    private static let perfectCorrelation = 1e-12
}
