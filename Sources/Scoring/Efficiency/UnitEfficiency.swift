/// The efficiency of one unit against the frontier, or why there is none.
public enum UnitEfficiency: Equatable, Sendable {
    case measured(Projection)
    /// The unit has inputs and no output: its efficiency is 0, whatever the model.
    case withoutOutput
    /// The unit has no input, and an efficiency is output by input.
    case withoutInput
    /// No point of the technology can be compared with the unit, so the program has no solution: it makes what no
    /// reference unit makes, does without what they all use, or is too large or too small for mixtures of them.
    case beyondReference

    /// In (0, 1] for a unit of the reference class, above 1 for one beyond the frontier, 0 without output; nil
    /// where there is none.
    public var efficiency: Double? {
        switch self {
        case .measured(let projection): projection.efficiency
        case .withoutOutput: 0
        case .withoutInput, .beyondReference: nil
        }
    }

    /// Where it was measured; nil otherwise.
    public var projection: Projection? {
        if case .measured(let projection) = self { projection } else { nil }
    }

    /// The point of the frontier that a unit was measured against.
    public struct Projection: Equatable, Sendable {
        /// theta <= 1 in the input orientation (the least share of the inputs that would do), phi >= 1 in the
        /// output orientation (the largest multiple of the outputs that could be made).
        public let distance: Double
        /// Farrell's efficiency: theta, or 1 / phi.
        public let efficiency: Double
        /// What is left of the inputs beyond the proportional step; I, in the table's units.
        public let inputSlacks: [Double]
        /// What is missing of the outputs beyond the proportional step; O, in the table's units.
        public let outputSlacks: [Double]
        /// lambda: how much of each unit the point is made of; P, 0 outside the frontier.
        public let intensities: [Double]
        /// Whether the unit is efficient in the sense of Pareto and Koopmans: efficiency 1 and no slack, within
        /// 1e-7 (slacks as shares of their column's mean over the frontier).
        public let isEfficient: Bool

        /// The units that the point is made of.
        public var peers: [Int] { intensities.indices.filter { intensities[$0] > 1e-9 } }
    }
}
