/// What the confidence of sets of ranks refers to.
public enum RankCoverage: String, CaseIterable, Hashable, Sendable {
    /// Each set holds its unit's rank with the stated probability.
    case marginal
    /// All sets hold their units' ranks at once with the stated probability.
    case simultaneous
}
