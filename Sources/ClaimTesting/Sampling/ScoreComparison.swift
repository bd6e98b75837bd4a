import Dyads
import Uncertainty

/// Differences of scores with their errors.
struct ScoreComparison {
    let dyads: [Dyad]
    let estimates: [Double]
    /// Of the yearly contributions, whose means are zero.
    let means: LongRunMeans
    let resampled: ResampledScores
    let confidence: Double

    /// The places of the dyads from the highest to the lowest estimate; of equal ones in their own order.
    static func order(of estimates: [Double]) -> [Int] {
        estimates.indices.sorted { a, b in
            estimates[a] != estimates[b] ? estimates[a] > estimates[b] : a < b
        }
    }

    /// The target against every other dyad, or those of the given places; then, unless the target leads, the leader
    /// against the second.
    func differences(target: Dyad, rivals: [Int]? = nil) throws(SamplingFailure) -> [ScoreDifference] {
        guard let own = dyads.firstIndex(of: target) else { return [] }
        var result: [ScoreDifference] = []
        for other in rivals ?? Array(dyads.indices) where other != own {
            result.append(try difference(of: own, minus: other))
        }
        let order = Self.order(of: estimates)
        if order.count > 1, order[0] != own { result.append(try difference(of: order[0], minus: order[1])) }
        return result
    }

    private func difference(of first: Int, minus second: Int) throws(SamplingFailure) -> ScoreDifference {
        let interval = try means.difference(of: first, minus: second, coverage: confidence)
        let estimate = estimates[first] - estimates[second]
        let (below, above) = (interval.lower - interval.estimate, interval.upper - interval.estimate)
        guard (estimate + below).isFinite, (estimate + above).isFinite, below <= above else {
            throw .notFinite(what: "the interval of a difference of scores")
        }
        return ScoreDifference(
            dyad: dyads[first], rival: dyads[second], difference: estimate,
            standardError: interval.standardError, interval: (estimate + below)...(estimate + above),
            bootstrap: resampled.differences(of: first, minus: second, confidence: confidence))
    }
}
