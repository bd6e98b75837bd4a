public import Scoring

/// One full set of method choices: what values are measured against, and how they become a score.
public struct Specification: Hashable, Sendable {
    public var exposure: Exposure
    public var method: ScoringMethod

    public init(exposure: Exposure = .none, method: ScoringMethod) {
        self.exposure = exposure
        self.method = method
    }

    /// The specification with some choices replaced.
    public func applying(_ changes: Changes) -> Specification {
        var result = self
        result.exposure = changes.exposure ?? exposure
        result.method.scaling = changes.scaling ?? method.scaling
        result.method.outliers = changes.outliers ?? method.outliers
        result.method.transform = changes.transform ?? method.transform
        result.method.normalisation = changes.normalisation ?? method.normalisation
        result.method.missingData = changes.missingData ?? method.missingData
        result.method.weighting = changes.weighting ?? method.weighting
        result.method.aggregations = changes.aggregations ?? method.aggregations
        result.method.tieTolerance = changes.tieTolerance ?? method.tieTolerance
        return result
    }

    /// Some choices, for a reading or an alternative that differs from the default in them.
    public struct Changes: Hashable, Sendable {
        public var exposure: Exposure?
        public var scaling: Scaling?
        public var outliers: MethodChoice?
        public var transform: MethodChoice?
        public var normalisation: MethodChoice?
        public var missingData: MethodChoice?
        public var weighting: MethodChoice?
        public var aggregations: [MethodChoice]?
        public var tieTolerance: Double?

        public init() {}

        /// Changes of one choice each, for code that names them.
        public init(normalisation: MethodChoice) { self.normalisation = normalisation }
    }
}
