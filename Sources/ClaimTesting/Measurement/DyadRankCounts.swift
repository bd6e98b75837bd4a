public import Dyads
public import Uncertainty
public import WorkPieces

/// How often each dyad of a class had each rank in some draws. Ties share the better rank.
public struct DyadRankCounts: Hashable, Sendable {
    /// The class.
    public let dyads: [Dyad]
    /// The places of the dyads whose ranks are counted, ascending: all, or some of a large class.
    public let followed: [Int]
    /// Draws that were ranked.
    public private(set) var draws = 0
    /// Draws that could not be scored, and the reason of the first.
    public private(set) var failures = 0
    public private(set) var failureReason: String?
    /// Draws in which a dyad, followed or not, was first, and those in which it was first and alone.
    public private(set) var first: [Int]
    public private(set) var soleFirst: [Int]
    /// One a dyad that is followed.
    private var tallies: [RankTally]

    /// - Parameter followed: places of dyads, ascending; nil for all.
    init(dyads: [Dyad], followed: [Int]? = nil) {
        self.dyads = dyads
        self.followed = followed ?? Array(dyads.indices)
        first = dyads.map { _ in 0 }
        soleFirst = first
        tallies = self.followed.map { _ in RankTally() }
    }

    /// The counts of a dyad; nil for one that is not followed.
    private func tally(of dyad: Int) -> RankTally? {
        if followed.count == dyads.count { return tallies.indices.contains(dyad) ? tallies[dyad] : nil }
        return followed.firstIndex(of: dyad).map { tallies[$0] }
    }

    /// How often a dyad of the class had a rank; 0 for ranks that there are not, and but for the first for a dyad that is
    /// not followed.
    public func count(of dyad: Int, rank: Int) -> Int {
        rank == 1 && first.indices.contains(dyad) ? first[dyad] : tally(of: dyad)?[rank] ?? 0
    }

    /// In how many draws a dyad that is followed was ranked: fewer than all where some draws take a class without it.
    public func rankings(of dyad: Int) -> Int { tally(of: dyad)?.total ?? 0 }

    /// The ranks that a followed dyad had, ascending.
    public func ranks(of dyad: Int) -> [Int] { tally(of: dyad)?.occurring.map(\.rank) ?? [] }

    /// The share of draws in which a dyad had a rank.
    public func share(of dyad: Int, rank: Int) -> MonteCarloShare {
        MonteCarloShare(count: count(of: dyad, rank: rank), draws: draws)
    }

    /// The share of draws in which a followed dyad's rank was at most `rank`, with its binomial standard error; zeros
    /// without draws.
    public func share(of dyad: Int, rankAtMost rank: Int) -> (value: Double, standardError: Double) {
        guard draws > 0 else { return (0, 0) }
        let value = Double(tally(of: dyad)?.count(atMost: rank) ?? 0) / Double(draws)
        return (value, (value * (1 - value) / Double(draws)).squareRoot())
    }

    /// The smallest rank that is not exceeded in at least this share of the draws in which the dyad was ranked; nil
    /// without any, and for a dyad that is not followed.
    public func quantile(of dyad: Int, _ probability: Double) -> Int? {
        tally(of: dyad)?.quantile(probability)
    }

    /// Counts one draw: ranks and sizes of ties of the class, nil for a dyad without a rank.
    mutating func count(ranks: [Int?], tieSizes: [Int?]) {
        draws += 1
        for (dyad, rank) in ranks.enumerated() where rank == 1 {
            first[dyad] += 1
            if tieSizes[dyad] == 1 { soleFirst[dyad] += 1 }
        }
        for (place, dyad) in followed.enumerated() {
            guard let rank = ranks[dyad], rank >= 1 else { continue }
            tallies[place].add(rank)
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
        for dyad in result.first.indices {
            result.first[dyad] += b.first[dyad]
            result.soleFirst[dyad] += b.soleFirst[dyad]
        }
        for place in result.tallies.indices { result.tallies[place].add(b.tallies[place]) }
        return result
    }
}

extension DyadRankCounts: Storable {
    public func write(to bytes: inout PieceWriter) {
        dyads.write(to: &bytes)
        followed.write(to: &bytes)
        draws.write(to: &bytes)
        failures.write(to: &bytes)
        failureReason.write(to: &bytes)
        first.write(to: &bytes)
        soleFirst.write(to: &bytes)
        tallies.write(to: &bytes)
    }
    public init(from bytes: inout PieceReader) throws(PieceDamage) {
        dyads = try [Dyad](from: &bytes)
        followed = try [Int](from: &bytes)
        draws = try Int(from: &bytes)
        failures = try Int(from: &bytes)
        failureReason = try String?(from: &bytes)
        first = try [Int](from: &bytes)
        soleFirst = try [Int](from: &bytes)
        tallies = try [RankTally](from: &bytes)
        guard first.count == dyads.count, soleFirst.count == dyads.count, tallies.count == followed.count,
            followed.allSatisfy(dyads.indices.contains)
        else { throw PieceDamage() }
    }
}
