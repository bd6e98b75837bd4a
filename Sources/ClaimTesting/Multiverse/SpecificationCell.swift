import Dyads
import DyadicModels
import Scoring
import Uncertainty

/// What one admissible specification gives.
struct SpecificationCell: Sendable {
    let rank: Int
    let tieSize: Int
    let classSize: Int
    let score: Double
    let margin: Double
    let scoreRange: Double
    /// Places in the panel's dyads.
    let leaders: [Int]
    let profile: ScoreProfile

    /// - Parameters:
    ///   - scores: one a dyad of the panel, nil for dyads outside the class and without a score.
    /// - Throws: `Absence` when the target has no score or no rival.
    init(scores: [Double?], target: Int, tieTolerance: Double) throws(Absence) {
        let ranking = Ranking(
            scores: scores, isRanked: scores.map { $0 != nil }, tieTolerance: tieTolerance)
        guard let score = scores[target], let rank = ranking.ranks[target],
            let tieSize = ranking.tieSizes[target]
        else { throw Absence("the target has no score") }
        var (best, worst) = (-Double.infinity, Double.infinity)
        var rivals = 0
        for (unit, other) in scores.enumerated() where unit != target {
            guard let other else { continue }
            rivals += 1
            best = max(best, other)
            worst = min(worst, other)
        }
        guard rivals > 0 else { throw Absence("the target has no rival") }
        self.rank = rank
        self.tieSize = tieSize
        classSize = rivals + 1
        self.score = score
        margin = score - best
        scoreRange = max(score, best) - min(score, worst)
        leaders = ranking.leaders
        profile = ScoreProfile(scores: scores, ranking: ranking)
    }
}
