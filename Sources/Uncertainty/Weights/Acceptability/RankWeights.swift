/// What each rank is worth in the holistic acceptability of Lahdelma & Salminen (2001): alpha(r) for ranks 1 ... n, 1
/// for the first and never rising.
public enum RankWeights: Hashable, Sendable {
    /// (n - r) / (n - 1): nothing for the last.
    case linear
    /// 1 / r.
    case inverse
    /// Rank-order centroid weights over the first of them: sum of 1/i over i = r ... n, over the sum over i = 1 ... n.
    case centroid

    /// alpha(1) ... alpha(n).
    public func values(count: Int) -> [Double] {
        switch self {
        case .linear: return (0..<count).map { count > 1 ? 1 - Double($0) / Double(count - 1) : 1 }
        case .inverse: return (0..<count).map { 1 / Double($0 + 1) }
        case .centroid:
            var values = [Double](repeating: 0, count: count)
            var sum = 0.0
            for rank in (0..<count).reversed() {
                sum += 1 / Double(rank + 1)
                values[rank] = sum
            }
            return values.map { $0 / sum }
        }
    }
}

extension Acceptability {
    /// The holistic acceptability of a unit: sum over ranks of alpha(r) b(i,r), in [0, 1].
    ///
    /// Nil for a unit without observations, or if not all places were counted.
    public func holisticAcceptability(of unit: Int, rankWeights: RankWeights) -> MonteCarloMean? {
        let all = scorer.columns > scorer.members ? scorer.members + 1 : scorer.members
        guard let row = followedRow(of: unit), places == all else { return nil }
        var (sum, squares) = (0.0, 0.0)
        // A place behind all members is worth nothing.
        for (place, alpha) in rankWeights.values(count: scorer.members).enumerated() {
            let count = Double(counts.ranks[row * places + place])
            sum += alpha * count
            squares += alpha * alpha * count
        }
        return MonteCarloMean(sum: sum, sumOfSquares: squares, draws: draws)
    }
}
