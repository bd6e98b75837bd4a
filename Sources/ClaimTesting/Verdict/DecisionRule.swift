/// The thresholds that were fixed before the run, and by which a reading's evidence becomes a verdict.
///
/// M is the share of distinct admissible specifications in which the target is first, W its first-rank
/// acceptability under uniform nested weights, J its share of first places in joint draws, and [lo, hi] its
/// marginal rank confidence set.
public struct DecisionRule: Hashable, Sendable, Encodable {
    /// `supported` needs M and W of at least this, and an untied first place in the default specification.
    public let supportedShare: Double
    /// `supported` needs J of at least this.
    public let supportedJointShare: Double
    /// `contradicted` needs J, M and W of at most this, and lo above 1.
    public let contradictedShare: Double
    /// Level of the rank confidence set.
    public let confidence: Double
    /// Number of joint draws.
    public let jointDraws: Int

    public init(
        supportedShare: Double, supportedJointShare: Double, contradictedShare: Double, confidence: Double,
        jointDraws: Int
    ) {
        self.supportedShare = supportedShare
        self.supportedJointShare = supportedJointShare
        self.contradictedShare = contradictedShare
        self.confidence = confidence
        self.jointDraws = jointDraws
    }
}

/// What can be said of a reading from the default specification alone.
///
/// The full rule also needs M, W, J and the rank confidence set. An untied first place in the default
/// specification is necessary for `supported`, so its absence already rules that verdict out.
public enum DefaultFinding: String, Sendable, Encodable, CaseIterable {
    /// First and untied: the necessary condition holds, the tests decide.
    case firstInDefault = "first in the default specification"
    /// First, but not alone: `supported` is ruled out.
    case tiedForFirst = "tied for first in the default specification"
    /// Not first: `supported` is ruled out.
    case notFirst = "not first in the default specification"
    case notAssessable = "not assessable"

    /// Whether the decision rule's `supported` can still be reached.
    public var leavesSupportedPossible: Bool { self == .firstInDefault }
}
