public import Dyads
public import Scoring

/// Scores and ranks of dyads, however the scores were made.
public struct DyadRanking: Sendable {
    public let dyads: [Dyad]
    /// Whether each dyad belongs to the reference class.
    public let isInClass: [Bool]
    /// One a dyad, higher is better; nil for a dyad without a score, which is not ranked either.
    public let scores: [Double?]
    /// Ranks within the reference class.
    public let classRanking: Ranking
    /// Ranks among all dyads.
    public let overallRanking: Ranking

    /// - Parameters `tieTolerance` and `magnitude`: as for `Ranking`.
    public init(
        dyads: [Dyad], isInClass: [Bool], scores: [Double?], tieTolerance: Double, magnitude: Double = 0
    ) {
        self.dyads = dyads
        self.isInClass = isInClass
        self.scores = scores
        classRanking = Ranking(
            scores: scores, isRanked: isInClass, tieTolerance: tieTolerance, magnitude: magnitude)
        overallRanking = Ranking(
            scores: scores, isRanked: dyads.map { _ in true }, tieTolerance: tieTolerance,
            magnitude: magnitude)
    }

    /// The place that a dyad outside the class would have in it: one more than the members that score higher.
    ///
    /// Nil for a dyad without a score.
    public func placeInClass(of unit: Int) -> Int? {
        guard let score = scores[unit] else { return nil }
        return 1 + zip(isInClass, scores).count { isMember, other in isMember && (other ?? score) > score }
    }
}
