public import ClaimTesting
public import Diagnostics
public import Dyads

/// A study file, decoded: the claim, the states, what is measured, how it is scored, and the rule by which the
/// claim is judged.
public struct Study: Sendable {
    public let id: String
    public let title: String
    public let publication: Publication
    public let claim: Claim
    /// In the order of the file.
    public let states: [StateCode]
    public internal(set) var plan: AssessmentPlan
    public let rule: DecisionRule
    /// The seed of every random draw.
    public let seed: UInt64
    public let output: Output
    /// Where each indicator is first named, for messages.
    public let indicatorLocations: [String: SourceLocation]
    /// Where each class is declared, for messages.
    let classLocations: [String: SourceLocation]

    /// Where each comparison of sources is declared, for messages.
    public let comparisonLocations: [String: SourceLocation]

    /// The same study of which less is computed.
    public func limited(to extent: PlanExtent) -> Study {
        var limited = self
        limited.plan = plan.limited(to: extent)
        return limited
    }

    /// How results are printed.
    public struct Output: Hashable, Sendable {
        /// Significant digits of numbers in CSV and JSON files.
        public let significantDigits: Int
        /// Decimals of scores in tables and figures.
        public let tableDecimals: Int
        /// How many of the best pairs tables and figures show, beside the target.
        public let top: Int
    }
}
