internal import LinearAlgebra

/// How normalised indicators become one number (OECD/JRC Handbook 2008, chapter 6).
public struct Aggregation: Sendable {
    /// A complete table to be aggregated, higher is better.
    struct Input {
        /// P x C values without gaps.
        let values: Matrix
        /// C weights, not negative, sum one.
        let weights: [Double]
        /// P marks of the class. What is fitted or compared with is the class; a unit outside it is measured
        /// against the class.
        let isReference: [Bool]
        /// The names of the C columns.
        let names: [String]
    }

    /// Scores, and what led to them.
    struct Output {
        /// One a unit, higher is better; nil for a unit to which the method gives none.
        let scores: [Double?]
        /// Intermediate figures by unit, such as distances or flows, in a fixed order.
        var details: [Detail] = []
        /// The size of what scores are differences or sums of, against which their rounding is to be held; 0 where
        /// nothing cancels, so that a score is as exact as its own size.
        var magnitude = 0.0
    }

    /// A named figure of every unit.
    public struct Detail: Equatable, Sendable, Encodable {
        public let name: String
        public let values: [Double?]

        public init(_ name: String, _ values: [Double?]) {
            self.name = name
            self.values = values
        }
    }

    /// How a method makes its scores.
    enum Rule: Sendable {
        /// inverse(sum of w f(x)): nested like the tree, over what is observed.
        case quasiArithmetic(@Sendable (MethodArguments) -> QuasiArithmeticMean)
        /// A function of the whole table, without gaps; all indicators at once, or the children of one group
        /// where a method is chosen for each level.
        case wholeTable(@Sendable (Input, MethodArguments) throws(ScoringFailure) -> Output)
    }

    public let description: MethodDescription
    /// Whether scores are plain weighted sums, whose terms may cancel.
    var isArithmetic: Bool { description.id == "arithmetic" }
    /// What it asks of values, weights and gaps, and why.
    let requirements: @Sendable (MethodArguments) -> [Requirement]
    /// What is known of its scores, given what is known of the values.
    let yields: @Sendable (Set<ScaleProperty>) -> Set<ScaleProperty>
    let rule: Rule

    init(
        _ description: MethodDescription,
        requirements: @escaping @Sendable (MethodArguments) -> [Requirement] = { _ in [] },
        yields: @escaping @Sendable (Set<ScaleProperty>) -> Set<ScaleProperty> = { _ in [] }, rule: Rule
    ) {
        self.description = description
        self.requirements = requirements
        self.yields = yields
        self.rule = rule
    }
}

extension Aggregation.Input {
    /// The largest of some sizes over the class; 0 where there is none.
    func largest(_ size: (_ unit: Int) -> Double) -> Double {
        isReference.indices.reduce(0) { isReference[$1] ? max($0, abs(size($1))) : $0 }
    }
}

/// A mean of transformed values: inverse(sum of w f(x)).
struct QuasiArithmeticMean: Sendable {
    /// Nil outside the domain.
    let forward: @Sendable (Double) -> Double?
    let inverse: @Sendable (Double) -> Double
    /// The domain in words, for messages.
    let domain: String
    /// Whether f is the identity, so that nothing needs to be transformed.
    var isIdentity = false
}
