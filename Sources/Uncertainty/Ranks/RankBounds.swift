/// Which ends of a set of ranks are bounded by the data.
public enum RankBounds: String, CaseIterable, Hashable, Sendable {
    /// Both.
    case twoSided = "two-sided"
    /// The best rank; the worst is the number of units.
    case lower
    /// The worst rank; the best is 1.
    case upper
}
