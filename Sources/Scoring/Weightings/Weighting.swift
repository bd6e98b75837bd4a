internal import LinearAlgebra

/// How much each indicator counts.
public struct Weighting: Sendable {
    /// What a weighting may look at.
    struct Input {
        let design: IndexDesign
        /// Treated and transformed values in their own direction, before normalisation, made when asked for; P x K.
        let transformed: () -> IndicatorTable
        /// Normalised values, higher is better, gaps filled if the rule fills; P x K.
        let normalised: IndicatorTable
        /// P marks of the class, on which weights are fitted.
        let isReference: [Bool]
    }

    /// The weights, and what else the method found out.
    struct Output {
        enum Weights {
            /// K weights that sum to one, the same for every unit.
            case common([Double])
            /// P x K weights, not negative; a unit's score is their sum of products with its values.
            case perUnit(Matrix)
        }

        let weights: Weights
        /// Figures for the reader, such as eigenvalues or a consistency ratio, in a fixed order.
        var details: [Detail] = []
    }

    /// A named list of figures.
    public struct Detail: Equatable, Sendable, Encodable {
        public let name: String
        public let values: [Double]

        public init(_ name: String, _ values: [Double]) {
            self.name = name
            self.values = values
        }
    }

    public let description: MethodDescription
    /// Whether every unit has weights of its own.
    public let isPerUnit: Bool
    /// What it asks of the normalised values, and why.
    let requirements: [Requirement]
    let apply: @Sendable (Input, MethodArguments) throws(ScoringFailure) -> Output

    init(
        _ description: MethodDescription, isPerUnit: Bool = false, requirements: [Requirement] = [],
        apply: @escaping @Sendable (Input, MethodArguments) throws(ScoringFailure) -> Output
    ) {
        self.description = description
        self.isPerUnit = isPerUnit
        self.requirements = requirements
        self.apply = apply
    }
}
