/// The ranks that one unit may have: all from `lower` to `upper`, 1 being the best.
public struct RankConfidenceSet: Hashable, Sendable {
    /// The place of the unit among the estimates.
    public let unit: Int
    /// Its rank by the estimates: one more than the number of units above it.
    public let rank: Int
    public let lower: Int
    public let upper: Int

    public init(unit: Int, rank: Int, lower: Int, upper: Int) {
        self.unit = unit
        self.rank = rank
        self.lower = lower
        self.upper = upper
    }
}
