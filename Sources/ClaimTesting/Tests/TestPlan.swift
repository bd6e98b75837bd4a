extension AssessmentPlan {
    /// Which doubts are tested, beside the default specification and single changes of it; nothing at first.
    public struct TestPlan: Hashable, Sendable {
        public var seed: UInt64
        /// Draws of weights; nil for no test of the weights.
        public var weightDraws: Int?
        /// Spaces of weights beside the uniform one.
        public var weightSpaces: [WeightSpacePlan] = []
        /// Associations of variables of pairs; nil for none.
        public var associations: AssociationPlan?
        /// The space of specifications; nil for no test of the method choices.
        public var space: MultiverseSpace?
        /// How all doubts are drawn together; nil for no joint draws.
        public var joint: JointPlan?
        /// Whether years, indicators, rivals and states are left out one after the other.
        public var influence = false
        /// Whether the factor of under-reporting is sought that would make the target first.
        public var tippingPoint = false
        /// How the sampling error over years is found; nil for no test of it.
        public var sampling: SamplingPlan?
        /// Which sources are compared, and how often errors of that size are drawn; nil for no such test.
        public var measurement: MeasurementPlan?

        public init(seed: UInt64) { self.seed = seed }
    }
}
