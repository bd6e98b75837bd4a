/// Whether a unit stands out over all specifications together: the joint test of a specification curve.
///
/// Simonsohn, Simmons & Nelson (2020, Nature Human Behaviour 4) hold the median result of a curve against its
/// distribution under a null. Here the null is that labels say nothing: the target could be any unit of the class, so
/// the distribution is that of the class's own medians, exactly and without a draw:
/// p = share of the units whose median rank is at least as good as the target's.
///
/// Holds: p is in [1/P, 1], a multiple of 1/P; P(p <= a) <= a when the target is a unit drawn at random from the
/// class. Denied: p is not a probability that sampling or measurement made the difference, and with P units nothing
/// below 1/P can come out.
public struct JointRankTest: Hashable, Sendable {
    /// The median rank of each unit; nil for units that no specification ranks.
    public let medians: [Double?]
    public let target: Int
    /// Units whose median is at least as good as the target's, the target included.
    public let atLeastAsGood: Int
    /// P, the units that some specification ranks.
    public let classSize: Int

    /// atLeastAsGood / classSize.
    public var pValue: Double { Double(atLeastAsGood) / Double(classSize) }

    /// Nil when no specification ranks the target.
    public init?(_ counts: RankCounts, target: Int) {
        medians = (0..<counts.units).map(counts.median)
        guard let own = medians[target] else { return nil }
        self.target = target
        let ranked = medians.compactMap { $0 }
        atLeastAsGood = ranked.count { $0 <= own }
        classSize = ranked.count
    }
}
