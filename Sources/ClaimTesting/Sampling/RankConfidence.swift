public import Dyads

/// What the sampling of years leaves open about the rank of one dyad of the class. Ranges of ranks are inclusive.
public struct RankConfidence: Hashable, Sendable {
    public let dyad: Dyad
    public let score: Double
    /// In units of the score.
    public let standardError: Double
    public let rank: Int
    /// [lo, hi]: holds this dyad's rank with the stated confidence (two-sided, step-down).
    public let marginal: ClosedRange<Int>
    /// What all dyads are held against one another for; nil in a large class.
    public let joint: JointRankConfidence?
    /// The best rank that a one-sided set leaves, and the worst that another leaves.
    public let oneSidedBest: Int
    public let oneSidedWorst: Int
    /// The marginal set without step-down.
    public let withoutStepDown: ClosedRange<Int>
    /// The middle part of its ranks over resampled years.
    public let bootstrap: ClosedRange<Int>?
}

/// What the sampling of years leaves open about the rank of one dyad where all dyads are looked at together.
public struct JointRankConfidence: Hashable, Sendable {
    /// The sets of all dyads hold their ranks at once with the stated confidence.
    public let simultaneous: ClosedRange<Int>
    /// Whether the confidence sets for the best, and for the tau best, hold it.
    public let isInBestSet: Bool
    public let isInTauBestSet: Bool
    /// Whether Hsu's comparisons leave it a candidate for the best.
    public let canBeBest: Bool
    /// Hsu's interval for its score less the best of the others'.
    public let bestDifference: ClosedRange<Double>
}

/// The difference of two dyads' scores with its sampling error.
public struct ScoreDifference: Hashable, Sendable {
    public let dyad: Dyad
    public let rival: Dyad
    /// The dyad's score less the rival's.
    public let difference: Double
    /// By equal-weighted cosine projection.
    public let standardError: Double
    /// By the t distribution with as many degrees of freedom as cosines.
    public let interval: ClosedRange<Double>
    /// The middle part of the differences over resampled years.
    public let bootstrap: ClosedRange<Double>?
}
