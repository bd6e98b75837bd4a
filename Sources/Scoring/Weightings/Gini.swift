extension Weighting {
    /// The inequality of an indicator over the units.
    public static let gini = fitted(
        MethodDescription(
            id: "gini", title: "Gini weights",
            formula: "importance sum over i, j of |x(i,k) - x(j,k)| / (2 N^2 mean of x(k))",
            domain: "transformed values that are not negative, not all zero",
            sources: ["li2009gini", "ceriani2012gini"],
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
        let shares = try table.shares()
        let count = Double(table.units.count)
        let coefficients = shares.enumerated().map { k, column in
            guard !table.isConstant(k) else { return 0.0 }
            // The double sum over sorted values is a single one: x(i) is the larger of i pairs and the smaller
            // of N - 1 - i.
            let sorted = column.sorted().enumerated()
            return max(0, sorted.reduce(0) { $0 + (2 * Double($1.offset) + 1 - count) * $1.element } / count)
        }
        return Importance(values: coefficients, details: [Detail("gini coefficient", coefficients)])
    }
}
