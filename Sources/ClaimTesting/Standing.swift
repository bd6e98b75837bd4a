public import Dyads
public import DyadicModels

/// Where the target stands in the reference class on one score.
public struct Standing: Hashable, Sendable {
    public let rank: Int
    /// Dyads of the class that have a score.
    public let classSize: Int
    /// How many dyads share the rank, the target included.
    public let tieSize: Int
    /// Every dyad of rank 1.
    public let leaders: [Dyad]
    public let score: Double
    /// The target's score minus the best score of any other dyad of the class: positive only for an untied lead.
    public let margin: Double
    /// Highest minus lowest score of the class, to measure the margin by.
    public let scoreRange: Double
    /// The target's rank among all dyads, those outside the class included.
    public let overallRank: Int
    public let overallSize: Int

    /// The standing of a dyad of the class.
    ///
    /// Nil when the dyad has no score, is not in the class, or has no rival there.
    public init?(of target: Dyad, in ranking: DyadRanking) {
        guard let unit = ranking.dyads.firstIndex(of: target), let rank = ranking.classRanking.ranks[unit],
            let tieSize = ranking.classRanking.tieSizes[unit],
            let overall = ranking.overallRanking.ranks[unit],
            let score = ranking.scores[unit]
        else { return nil }
        let members = ranking.dyads.indices.filter { ranking.isInClass[$0] }
        let rivals = members.filter { $0 != unit }.compactMap { ranking.scores[$0] }
        guard let bestRival = rivals.max(), let worstRival = rivals.min() else { return nil }
        self.rank = rank
        self.tieSize = tieSize
        classSize = rivals.count + 1
        leaders = ranking.classRanking.leaders.map { ranking.dyads[$0] }
        self.score = score
        margin = score - bestRival
        scoreRange = max(score, bestRival) - min(score, worstRival)
        overallRank = overall
        overallSize = ranking.scores.count { $0 != nil }
    }

    /// Whether others share the target's rank.
    public var isTied: Bool { tieSize > 1 }
}
