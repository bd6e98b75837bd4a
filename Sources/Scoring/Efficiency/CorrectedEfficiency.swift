/// What a bootstrap says about the efficiency of one unit.
public struct CorrectedEfficiency: Equatable, Sendable {
    /// The efficiency on the data, 1 / d.
    public let efficiency: Double
    /// The mean of the replicates' distances less d; not above zero, because every replicate's frontier lies inside
    /// the one of the data, as that lies inside the true one.
    public let distanceBias: Double
    /// The sample deviation of the replicates' distances.
    public let distanceDeviation: Double
    /// 1 / (d - bias), not above `efficiency`.
    public let corrected: Double
    /// The ends of the confidence interval, both not above `efficiency`: with the quantiles q of the replicates'
    /// distances at half the error and at one less it, 1 / (2 d - q_low) and 1 / (2 d - q_high).
    public let lower: Double
    public let upper: Double

    /// Whether the correction is worth its noise: it about doubles the deviation, so that the mean squared error falls
    /// only where bias^2 is above three times the variance (Simar & Wilson 2000).
    public var isCorrectionWorthwhile: Bool {
        distanceBias * distanceBias > 3 * distanceDeviation * distanceDeviation
    }
}

extension EfficiencyBootstrap {
    /// Runs replicates 0 ..< `count` one after the other and summarises them.
    public func run(
        replicates count: Int, confidence: Double = 0.95
    ) throws(EfficiencyFailure) -> [CorrectedEfficiency?] {
        var replicates: [[Double?]] = []
        for number in 0..<max(0, count) { replicates.append(try replicate(UInt64(number))) }
        return try summary(of: replicates, confidence: confidence)
    }

    /// Bias, correction and interval of every unit; P, nil for a unit without a distance on the data or in some
    /// replicate (which can happen only outside the reference class).
    ///
    /// The interval is the basic one of Simar & Wilson (2000), A general methodology for bootstrapping in
    /// non-parametric frontier models: it takes d* - d for d - (true d) and so corrects for bias by itself. That of the 1998 paper shifts percentiles by twice the bias. Quantiles are of type 7.
    ///
    /// - Throws: `EfficiencyFailure` for replicates of other units, fewer than two of them, or a confidence outside
    ///   (0, 1).
    public func summary(
        of replicates: [[Double?]], confidence: Double
    ) throws(EfficiencyFailure) -> [CorrectedEfficiency?] {
        guard replicates.count >= 2 else {
            throw .option(reason: "a bootstrap needs at least two replicates")
        }
        guard confidence > 0, confidence < 1 else {
            throw .option(reason: "the confidence must lie between 0 and 1")
        }
        guard replicates.allSatisfy({ $0.count == distances.count }) else {
            throw .mismatchedShapes(reason: "every replicate needs one distance a unit")
        }
        return distances.indices.map { unit in
            guard let distance = distances[unit] else { return nil }
            let drawn = replicates.compactMap { $0[unit] }.sorted()
            guard drawn.count == replicates.count else { return nil }
            let bias = drawn.reduce(0, +) / Double(drawn.count) - distance
            let error = (1 - confidence) / 2
            return CorrectedEfficiency(
                efficiency: 1 / distance, distanceBias: bias, distanceDeviation: Self.sampleDeviation(drawn),
                corrected: 1 / (distance - bias),
                lower: 1 / (2 * distance - quantile(ofSorted: drawn, error)),
                upper: 1 / (2 * distance - quantile(ofSorted: drawn, 1 - error)))
        }
    }
}
