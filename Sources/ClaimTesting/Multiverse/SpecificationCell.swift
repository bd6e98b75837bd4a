import Dyads
import DyadicModels
import Scoring
import Uncertainty
import WorkPieces

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

extension SpecificationCell: Storable {
    func write(to bytes: inout PieceWriter) {
        [rank, tieSize, classSize].write(to: &bytes)
        [score, margin, scoreRange].write(to: &bytes)
        leaders.write(to: &bytes)
        profile.write(to: &bytes)
    }
    init(from bytes: inout PieceReader) throws(PieceDamage) {
        let (places, scores) = (try [Int](from: &bytes), try [Double](from: &bytes))
        guard places.count == 3, scores.count == 3 else { throw PieceDamage() }
        (rank, tieSize, classSize) = (places[0], places[1], places[2])
        (score, margin, scoreRange) = (scores[0], scores[1], scores[2])
        leaders = try [Int](from: &bytes)
        profile = try ScoreProfile(from: &bytes)
        let dyads = profile.ranks.indices
        guard leaders.allSatisfy(dyads.contains), profile.standardised.count == dyads.count else {
            throw PieceDamage()
        }
    }
}
