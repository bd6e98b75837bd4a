public import Dyads
import DyadicModels

/// A state's dyads among all dyads, as if the claim had left this state out instead of the one that it does.
///
/// The test of an exception against chance: had the state been drawn from those of the study, how likely were its
/// dyads to stand as high on average? Exact under that draw. With n states no share is below 1 / n. The states are not
/// independent: a dyad belongs to two of them, so the dyads of one state lift those of the others.
public struct ExceptionState: Sendable {
    public let state: StateCode
    /// Whether the claim leaves it out.
    public let isExcluded: Bool
    /// Its dyads that have a score.
    public let dyads: Int
    /// The mean of their ranks among all dyads, 1 the best; nil without dyads.
    public let meanRank: Double?
    /// How many of them stand above the target.
    public let aboveTarget: Int
    /// How many of them stand above every dyad in which the state takes no part: above the class that leaving this
    /// state out would make.
    public let aboveClass: Int
    /// The share of the states, this one included, whose mean rank is at least as good; nil without dyads.
    public let shareAtLeastAsHigh: Double?

    /// All states of a study.
    static func all(
        of states: [StateCode], ranking: DyadRanking, targetRank: Int, excluded: Set<StateCode>
    ) -> [ExceptionState] {
        let ranked = zip(ranking.dyads, ranking.overallRanking.ranks).compactMap { dyad, rank in
            rank.map { (dyad: dyad, rank: $0) }
        }
        let ranks = states.map { state in ranked.filter { $0.dyad.includes(state) }.map(\.rank) }
        // Sums over counts, compared in whole numbers: no rounding decides which mean is better.
        let means = ranks.map { (sum: $0.reduce(0, +), count: $0.count) }
        let compared = means.count { $0.count > 0 }
        return states.indices.map { place in
            let (own, mean) = (ranks[place], means[place])
            let best = ranked.filter { !$0.dyad.includes(states[place]) }.map(\.rank).min()
            let asHigh = means.count {
                $0.count > 0 && $0.sum * mean.count <= mean.sum * $0.count
            }
            return ExceptionState(
                state: states[place], isExcluded: excluded.contains(states[place]), dyads: own.count,
                meanRank: own.isEmpty ? nil : Double(mean.sum) / Double(mean.count),
                aboveTarget: own.count { $0 < targetRank },
                aboveClass: best.map { best in own.count { $0 < best } } ?? 0,
                shareAtLeastAsHigh: own.isEmpty ? nil : Double(asHigh) / Double(compared))
        }
    }
}
