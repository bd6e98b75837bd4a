import Foundation

extension Weighting {
    /// Shannon entropy: the less evenly an indicator is spread over the units, the more it counts.
    public static let entropy = fitted(
        MethodDescription(
            id: "entropy", title: "entropy weights",
            formula:
                "importance 1 - e(k), e(k) = -sum of p(i,k) ln p(i,k) / ln N, p(i,k) = x(i,k) / sum of x(k), 0 ln 0 = 0",
            domain: "transformed values that are not negative, not all zero",
            sources: ["shannon1948mathematical", "hwang1981multiple"],
            properties: [
                "does not depend on the unit of measurement",
                "an indicator with one value for all has weight zero",
                "a zero adds nothing to the entropy of its indicator",
            ],
            denied: [
                "moving an indicator by a constant changes its weight: it needs a natural zero",
                "does not look at the direction of an indicator, nor at what others say",
            ],
            test: "PymcdmWeightsTests, FittedWeightingTests"),
        on: .transformed
    ) { (table, _) throws(ScoringFailure) in
        let entropies = try entropies(of: table)
        return Importance(values: entropies.map { 1 - $0 }, details: [Detail("entropy", entropies)])
    }

    /// The entropy of each indicator over ln N, in [0, 1], exactly 1 when all values are the same.
    static func entropies(of table: ClassTable) throws(ScoringFailure) -> [Double] {
        let shares = try table.shares()
        let largest = log(Double(table.units.count))
        return shares.enumerated().map { k, column in
            guard !table.isConstant(k) else { return 1 }
            let entropy = column.reduce(0) { $1 > 0 ? $0 - $1 * log($1) : $0 }
            return min(1, max(0, entropy / largest))
        }
    }
}
