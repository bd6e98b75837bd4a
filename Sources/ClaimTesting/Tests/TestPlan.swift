extension AssessmentPlan {
    /// Which doubts are tested, beside the default specification and single changes of it; nothing at first.
    public struct TestPlan: Hashable, Sendable {
        public var seed: UInt64
        /// Draws of weights; nil for no test of the weights.
        public var weightDraws: Int?
        /// The space of specifications; nil for no test of the method choices.
        public var space: MultiverseSpace?
        /// Whether years, indicators, rivals and states are left out one after the other.
        public var influence = false
        /// Whether the factor of under-reporting is sought that would make the target first.
        public var tippingPoint = false
        /// Which sources are compared, and how often errors of that size are drawn; nil for no such test.
        public var measurement: MeasurementPlan?

        public init(seed: UInt64) { self.seed = seed }
    }
}
