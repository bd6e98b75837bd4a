public import DyadicModels

extension AssessmentPlan {
    /// Which associations between variables of pairs are tested by permuting states.
    public struct AssociationPlan: Hashable, Sendable {
        /// A variable with one value a pair, in the main window.
        public enum Variable: Hashable, Sendable {
            /// The score of a reading or a dimension.
            case score(String)
            case covariate(DyadicCovariate)

            public var name: String {
                switch self {
                case .score(let id): id
                case .covariate(let covariate): covariate.rawValue
                }
            }
        }

        /// An outcome on predictors, by least squares.
        public struct Regression: Hashable, Sendable {
            public let id: String
            public let outcome: Variable
            public let predictors: [Variable]

            public init(id: String, outcome: Variable, predictors: [Variable]) {
                self.id = id
                self.outcome = outcome
                self.predictors = predictors
            }
        }

        /// How many permutations are drawn where they are too many to enumerate.
        public let permutations: Int
        /// Variables that are correlated with each other.
        public let correlated: [Variable]
        /// Variables with which each of these is correlated too.
        public let correlatedWith: [Variable]
        public let regressions: [Regression]

        public init(
            permutations: Int, correlated: [Variable], correlatedWith: [Variable], regressions: [Regression]
        ) {
            self.permutations = permutations
            self.correlated = correlated
            self.correlatedWith = correlatedWith
            self.regressions = regressions
        }

        /// The pairs of variables that are correlated, in the order in which they are reported.
        var correlations: [(first: Variable, second: Variable)] {
            correlated.indices.flatMap { place in
                (correlated[(place + 1)...] + correlatedWith).map { (correlated[place], $0) }
            }
        }

        /// Whether a variable is a size, a distance or a border.
        var needsCovariates: Bool {
            let named =
                correlated + correlatedWith + regressions.flatMap { [$0.outcome] + $0.predictors }
            return named.contains { if case .covariate = $0 { true } else { false } }
        }
    }
}
