extension Weighting {
    /// Criterion impact loss: how much the others lose where one indicator is at its best.
    public static let cilos = fitted(
        MethodDescription(
            id: "cilos", title: "CILOS weights",
            formula:
                "importance q with F q = 0, F(m,k) = P(m,k) off the diagonal and -(sum of column k of P) on it, P(m,k) = (b(k) - a(m,k)) / b(k): b(k) the best value of k, a(m,k) the value of k at the unit that is best on m; x as it is where more is better, min / x where less is",
            domain:
                "transformed values that are not negative, and above zero where less is better; losses that connect all indicators",
            sources: ["zavadskas2016idocriw"],
            properties: [
                "does not depend on the unit of measurement", "weights are positive",
                "where several units are best on an indicator, its losses are the means over them",
            ],
            denied: [
                "looks only at the units that are best on some indicator",
                "has no answer where one unit is best on everything, and is refused there",
            ],
            test: "PymcdmWeightsTests, FittedWeightingTests"),
        on: .transformed
    ) { (table, _) throws(ScoringFailure) in
        Importance(values: try lossWeights(of: table))
    }

    /// The solution of F q = 0, sum one, all positive.
    static func lossWeights(of table: ClassTable) throws(ScoringFailure) -> [Double] {
        try table.requireAll(
            "values that are not negative, and above zero where less is better, because CILOS takes ratios",
            { value, column in table.signs[column] > 0 ? value >= 0 : value > 0 })
        var gains: [[Double]] = []
        for (k, column) in table.columns.enumerated() {
            let lowest = column.min() ?? 0
            let gain = table.signs[k] > 0 ? column : column.map { lowest / $0 }
            guard let best = gain.max(), best > 0 else {
                throw table.undefined(k, "is zero for every unit of the class with complete data")
            }
            gains.append(gain.map { $0 / best })
        }
        let losses = gains.map { leader in
            let leaders = leader.indices.filter { leader[$0] == 1 }
            return gains.map { gain in mean(leaders.map { 1 - gain[$0] }) }
        }
        // Column sums of F are zero: q is the stationary distribution of a Markov chain that goes from k to m at
        // the rate P(m,k).
        let rates = losses.indices.map { k in losses.indices.map { m in m == k ? 0 : losses[m][k] } }
        guard let weights = stationaryDistribution(rates: rates) else {
            throw .noAnswer(
                reason:
                    "cilos: some indicators lose nothing where others are at their best, so that the losses do not determine the weights"
            )
        }
        return weights
    }
}
