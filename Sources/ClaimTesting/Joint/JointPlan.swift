extension AssessmentPlan {
    /// How all doubts are drawn together.
    public struct JointPlan: Hashable, Sendable {
        /// Draws for the share of first places.
        public var draws: Int
        /// Rows of the sample from which the doubts' parts in the spread of the target's rank are estimated.
        public var effectRows: Int
        /// The probability that a row whose date is undetermined lies in the window.
        public var undatedShare: Double

        public init(draws: Int, effectRows: Int = 1000, undatedShare: Double = 0.5) {
            self.draws = draws
            self.effectRows = effectRows
            self.undatedShare = undatedShare
        }
    }
}

/// What a joint draw leaves open, each drawn independently of the others.
public enum JointDoubt: String, Sendable, CaseIterable {
    /// Which of the distinct admissible specifications is taken; each is as likely as any other.
    case specification
    /// Nested weights: uniform over the dimensions, and inside each.
    case weights
    /// Years of annual series, resampled in blocks.
    case years
    /// Errors of reporting and of coding.
    case reporting
    /// Whether rows of undetermined date lie in the window.
    case undated
}
