extension AssessmentPlan {
    /// How the sampling error of scores and ranks over years is found.
    public struct SamplingPlan: Hashable, Sendable {
        /// Draws of errors for the sets of ranks; at least 100.
        public var draws: Int
        /// Replicates of the bootstrap over years; at least 1.
        public var replicates: Int
        /// Nominal coverage of sets and intervals, in 0.5 ..< 1.
        public var confidence: Double
        /// The set of dyads that may be among the tau best is given for this tau; at least 1.
        public var tau: Int

        public init(draws: Int = 1000, replicates: Int = 999, confidence: Double = 0.95, tau: Int = 5) {
            self.draws = draws
            self.replicates = replicates
            self.confidence = confidence
            self.tau = tau
        }
    }
}
