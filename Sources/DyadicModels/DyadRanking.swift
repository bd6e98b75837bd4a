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
    private let tieTolerance: Double
    private let magnitude: Double

    /// - Parameters `tieTolerance` and `magnitude`: as for `Ranking`.
    public init(
        dyads: [Dyad], isInClass: [Bool], scores: [Double?], tieTolerance: Double, magnitude: Double = 0
    ) {
        self.dyads = dyads
        self.isInClass = isInClass
        self.scores = scores
        self.tieTolerance = tieTolerance
        self.magnitude = magnitude
        (classRanking, overallRanking) = Ranking.ofClassAndOverall(
            scores: scores, isInClass: isInClass, tieTolerance: tieTolerance, magnitude: magnitude)
    }

    /// The rank that a dyad has in the class, or, from outside it, would have if it alone joined it.
    ///
    /// By the same rule as the ranks, tie tolerance included. Nil for a dyad without a score.
    public func placeInClass(of unit: Int) -> Int? { ranking(joinedBy: unit).ranks[unit] }

    /// The class's ranking with a dyad from outside as one more member; of a member, the class's own.
    public func ranking(joinedBy unit: Int) -> Ranking {
        guard !isInClass[unit] else { return classRanking }
        var isRanked = isInClass
        isRanked[unit] = true
        return Ranking(
            scores: scores, isRanked: isRanked, tieTolerance: tieTolerance, magnitude: magnitude)
    }

    /// The same scores with another class.
    public func among(_ isInClass: [Bool]) -> DyadRanking {
        DyadRanking(
            dyads: dyads, isInClass: isInClass, scores: scores, tieTolerance: tieTolerance,
            magnitude: magnitude)
    }
}
