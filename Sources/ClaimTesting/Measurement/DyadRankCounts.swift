public import Dyads
public import Uncertainty

/// How often each dyad of a class had each rank in some draws. Ties share the better rank.
public struct DyadRankCounts: Hashable, Sendable {
    /// The class.
    public let dyads: [Dyad]
    /// Draws that were ranked.
    public private(set) var draws = 0
    /// Draws that could not be scored, and the reason of the first.
    public private(set) var failures = 0
    public private(set) var failureReason: String?
    /// Draws in which a dyad was first and alone.
    public private(set) var soleFirst: [Int]
    /// dyads x ranks, row-major; rank 1 first.
    private var counts: [Int]

    init(dyads: [Dyad]) {
        self.dyads = dyads
        soleFirst = dyads.map { _ in 0 }
        counts = [Int](repeating: 0, count: dyads.count * dyads.count)
    }

    /// How often a dyad of the class had a rank; 0 for ranks that there are not.
    public func count(of dyad: Int, rank: Int) -> Int {
        dyads.indices.contains(dyad) && (1...max(1, dyads.count)).contains(rank)
            ? counts[dyad * dyads.count + rank - 1] : 0
    }

    /// In how many draws a dyad was ranked: fewer than all where some draws take a class without it.
    public func rankings(of dyad: Int) -> Int {
        (1...max(1, dyads.count)).reduce(0) { $0 + count(of: dyad, rank: $1) }
    }

    /// The share of draws in which a dyad had a rank.
    public func share(of dyad: Int, rank: Int) -> MonteCarloShare {
        MonteCarloShare(count: count(of: dyad, rank: rank), draws: draws)
    }

    /// The share of draws in which a dyad's rank was at most `rank`, with its binomial standard error; zeros without
    /// draws.
    public func share(of dyad: Int, rankAtMost rank: Int) -> (value: Double, standardError: Double) {
        guard draws > 0 else { return (0, 0) }
        let hits = (1...max(1, rank)).reduce(0) { $0 + count(of: dyad, rank: $1) }
        let value = Double(hits) / Double(draws)
        return (value, (value * (1 - value) / Double(draws)).squareRoot())
    }

    /// The smallest rank that is not exceeded in at least this share of the draws in which the dyad was ranked; nil
    /// without any.
    public func quantile(of dyad: Int, _ probability: Double) -> Int? {
        let total = rankings(of: dyad)
        guard total > 0 else { return nil }
        var sum = 0
        for rank in 1...dyads.count {
            sum += count(of: dyad, rank: rank)
            if Double(sum) >= probability * Double(total) { return rank }
        }
        return dyads.count
    }

    /// Counts one draw: ranks and sizes of ties of the class, nil for a dyad without a rank.
    mutating func count(ranks: [Int?], tieSizes: [Int?]) {
        draws += 1
        for (dyad, rank) in ranks.enumerated() {
            guard let rank, (1...dyads.count).contains(rank) else { continue }
            counts[dyad * dyads.count + rank - 1] += 1
            if rank == 1, tieSizes[dyad] == 1 { soleFirst[dyad] += 1 }
        }
    }

    mutating func countFailure(_ reason: String) {
        failures += 1
        failureReason = failureReason ?? reason
    }

    /// The counts of two sets of draws of one class.
    static func + (a: Self, b: Self) -> Self {
        var result = a
        result.draws += b.draws
        result.failures += b.failures
        result.failureReason = a.failureReason ?? b.failureReason
        for index in result.counts.indices { result.counts[index] += b.counts[index] }
        for index in result.soleFirst.indices { result.soleFirst[index] += b.soleFirst[index] }
        return result
    }
}
