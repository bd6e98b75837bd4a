/// What the tests of one reading found, as far as the decision rule asks.
public struct ReadingEvidence: Hashable, Sendable {
    /// The default specification; without a finding the reading is not assessable.
    public var finding: DefaultFinding
    /// M: the share of distinct admissible specifications in which the target is first; nil if not computed.
    public var specifications: Double?
    /// W: its first-rank acceptability under uniform nested weights; nil if not computed.
    public var weights: Double?
    /// J: the share of joint draws in which it is first; nil if not computed.
    public var joint: Double?
    /// [lo, hi]: its marginal rank confidence set; nil if not computed.
    public var rankSet: ClosedRange<Int>?

    public init(
        finding: DefaultFinding, specifications: Double? = nil, weights: Double? = nil, joint: Double? = nil,
        rankSet: ClosedRange<Int>? = nil
    ) {
        self.finding = finding
        self.specifications = specifications
        self.weights = weights
        self.joint = joint
        self.rankSet = rankSet
    }
}
