public import Scoring
public import Uncertainty

extension AssessmentPlan {
    /// A part of the weights that are possible, on which a reading is ranked beside all of them.
    public struct WeightSpacePlan: Hashable, Sendable {
        /// The id of the space that is always there.
        public static let uniformID = "uniform"

        public let id: String
        public let title: String
        public let shape: WeightSpace.Shape
        public let constraints: [NamedWeightConstraint]
        public let draws: Int

        public init(
            id: String, title: String, shape: WeightSpace.Shape, constraints: [NamedWeightConstraint],
            draws: Int
        ) {
            self.id = id
            self.title = title
            self.shape = shape
            self.constraints = constraints
            self.draws = draws
        }

        /// All weights, nested: the W of the decision rule.
        public static func uniform(draws: Int) -> WeightSpacePlan {
            WeightSpacePlan(
                id: uniformID, title: "All weights of the dimensions, and of the indicators inside each",
                shape: .nested, constraints: [], draws: draws)
        }

        var isUniform: Bool { shape == .nested && constraints.isEmpty }

        /// The space on the tree of a reading, with the constraints on what the reading has.
        ///
        /// Nil when that says nothing: when the tree has none of what the constraints speak of, or for a flat space
        /// where every dimension has one indicator, so that it is the nested one.
        ///
        /// - Throws: `WeightFailure` for constraints that cannot be used together, or that no weights keep.
        public func space(on hierarchy: Hierarchy) throws(WeightFailure) -> WeightSpace? {
            let kept = constraints.compactMap { $0.restricted(to: hierarchy, shape: shape) }
            let isFlatToo = Set(hierarchy.levels[0].parents).count == hierarchy.levels[0].names.count
            let isFree = constraints.isEmpty && (shape == .nested || !isFlatToo)
            guard !kept.isEmpty || isFree else { return nil }
            return try WeightSpace(hierarchy, shape: shape, constraints: kept)
        }
    }
}
