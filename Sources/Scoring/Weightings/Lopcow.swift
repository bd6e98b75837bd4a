import Foundation

extension Weighting {
    /// Logarithmic percentage change-driven objective weighting.
    public static let lopcow = fitted(
        MethodDescription(
            id: "lopcow", title: "LOPCOW weights",
            formula:
                "importance |100 ln(q(k) / s(k))|, q the quadratic mean and s the standard deviation with n - 1 of values on [0, 1] by min-max, 1 for the best",
            domain: "transformed values that differ", sources: ["ecer2022lopcow"],
            properties: ["does not depend on unit and zero of measurement"],
            denied: [
                "is not monotone in the spread: the importance is zero where q and s are the same, and grows on both sides",
                "turning the direction of an indicator changes its weight",
            ],
            test: "PymcdmWeightsTests, FittedWeightingTests"),
        on: .transformed
    ) { (table, _) throws(ScoringFailure) in
        let percentages = try table.ranged().map { column in
            let quadratic = mean(column.map { $0 * $0 }).squareRoot()
            return abs(100 * log(quadratic / Scoring.standardDeviation(column)))
        }
        return Importance(values: percentages, details: [Detail("percentage value", percentages)])
    }
}
