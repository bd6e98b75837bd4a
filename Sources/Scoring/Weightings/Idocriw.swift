extension Weighting {
    /// Integrated determination of objective criteria weights: entropy and criterion impact loss together.
    public static let idocriw = fitted(
        MethodDescription(
            id: "idocriw", title: "IDOCRIW weights",
            formula: "importance q(k) (1 - e(k)), q of cilos and e of entropy",
            domain:
                "transformed values that are not negative, and above zero where less is better; losses that connect all indicators",
            sources: ["zavadskas2016idocriw"],
            properties: [
                "does not depend on the unit of measurement",
                "the product of entropy and cilos weights, rescaled",
            ],
            denied: ["has no answer where cilos has none"],
            test: "PymcdmWeightsTests, FittedWeightingTests"),
        on: .transformed
    ) { (table, _) throws(ScoringFailure) in
        let entropies = try entropies(of: table)
        let losses = try lossWeights(of: table)
        return Importance(
            values: zip(entropies, losses).map { (1 - $0) * $1 },
            details: [Detail("entropy", entropies), Detail("cilos weight", losses)])
    }
}
