import Foundation

extension Weighting {
    /// The method based on the removal effects of criteria: how much the units' scores change without an indicator.
    public static let merec = fitted(
        MethodDescription(
            id: "merec", title: "MEREC weights",
            formula:
                "importance sum over i of |S(i) - S(i without k)|, S(i) = ln(1 + sum over k of |ln n(i,k)| / K), n = min / x where more is better, x / max where less is",
            domain: "transformed values above zero", sources: ["keshavarz2021merec"],
            properties: [
                "does not depend on the unit of measurement",
                "an indicator with one value for all has weight zero",
            ],
            denied: [
                "is not defined for values that reach zero, and is refused there instead of being moved",
                "one extreme value at the worse end of an indicator changes its weight",
            ],
            test: "PymcdmWeightsTests, FittedWeightingTests"),
        on: .transformed
    ) { (table, _) throws(ScoringFailure) in
        try table.requireAll(
            "values above zero, because MEREC takes logarithms of ratios", { value, _ in value > 0 })
        let logarithms = table.columns.enumerated().map { k, column in
            let reference = log((table.signs[k] > 0 ? column.min() : column.max()) ?? 1)
            return column.map { abs(log($0) - reference) }
        }
        let count = Double(table.columns.count)
        let totals = table.units.indices.map { row in logarithms.reduce(0) { $0 + $1[row] } }
        let effects = logarithms.map { column in
            zip(column, totals).reduce(0) { sum, pair in
                let (own, total) = pair
                // ln(1 + t/K) - ln(1 + (t - own)/K), without the difference of two near numbers.
                return sum + log1p(own / (count + max(0, total - own)))
            }
        }
        return Importance(values: effects, details: [Detail("removal effect", effects)])
    }
}
