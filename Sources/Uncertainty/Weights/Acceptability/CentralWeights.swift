/// The mean of the weights under which a unit is first: what someone weighs for whom it is the best
/// (Lahdelma & Salminen 2001).
public struct CentralWeights: Hashable, Sendable {
    /// K; sum one.
    public let weights: [Double]
    /// K Monte Carlo standard errors, of independent draws; nil with fewer than two draws.
    public let standardErrors: [Double]?
    /// The draws in which the unit is first.
    public let draws: Int
    /// The confidence factor: the share of the draws of values in which the unit is first under its central weights;
    /// 1 or 0 where values are certain.
    ///
    /// With certain, complete values the weights that make a unit first are convex, nested or not, so that their mean is
    /// among them and the factor is 1; with gaps, where scores are ratios, it can be 0.
    public let confidence: MonteCarloShare
}

extension Acceptability {
    /// Central weights and confidence factors of all units; nil for units that are never first.
    ///
    /// - Throws: `WeightFailure` for unusable draws of values.
    public func centralWeights() throws(WeightFailure) -> [CentralWeights?] {
        let indicators = units.indicators
        let leaders = (0..<scorer.columns).filter { counts.first[$0] > 0 }
        let weights = leaders.map { column in
            (0..<indicators).map {
                counts.weights.sum(column * indicators + $0, sums) / Double(counts.first[column])
            }
        }
        let factors = try ConfidenceFactors(scorer: scorer, leaders: leaders, weights: weights).shares()
        var result = [CentralWeights?](repeating: nil, count: units.units)
        for (place, column) in leaders.enumerated() {
            let errors = (0..<indicators).compactMap { k in
                MonteCarloMean(
                    sum: counts.weights.sum(column * indicators + k, sums),
                    sumOfSquares: counts.weights.sumOfSquares(column * indicators + k, sums),
                    draws: counts.first[column]
                )?.standardError
            }
            result[scorer.order[column]] = CentralWeights(
                weights: weights[place], standardErrors: errors.count == indicators ? errors : nil,
                draws: counts.first[column], confidence: factors[place])
        }
        return result
    }
}
