import Foundation

extension Weighting {
    /// The angle between an indicator and an indicator that is the same for all.
    public static let angle = fitted(
        MethodDescription(
            id: "angle", title: "angle weights",
            formula:
                "importance arccos(sum of p(i,k) / (N^(1/2) |p(k)|)), p(i,k) = x(i,k) / sum of x(k); the arctangent of the coefficient of variation with n",
            domain: "transformed values that are not negative, not all zero", sources: ["shuai2012angular"],
            properties: [
                "does not depend on the unit of measurement",
                "an indicator with one value for all has weight zero",
            ],
            denied: [
                "moving an indicator by a constant changes its weight: it needs a natural zero",
                "does not look at the direction of an indicator, nor at what others say",
            ],
            test: "PymcdmWeightsTests, FittedWeightingTests"),
        on: .transformed
    ) { (table, _) throws(ScoringFailure) in
        let count = Double(table.units.count)
        let angles = try table.shares().enumerated().map { k, column in
            guard !table.isConstant(k) else { return 0.0 }
            // The arccosine loses half of the digits of a small angle; this form does not.
            let squares = column.reduce(0) { $0 + ($1 - 1 / count) * ($1 - 1 / count) }
            return atan((count * squares).squareRoot())
        }
        return Importance(values: angles, details: [Detail("angle", angles)])
    }
}
