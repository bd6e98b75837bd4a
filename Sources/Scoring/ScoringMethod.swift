/// One way to make a composite index: a choice at every step.
public struct ScoringMethod: Hashable, Sendable {
    public var scaling: Scaling
    public var transform: Transform
    public var normalisation: Normalisation
    public var weighting: Weighting
    public var aggregation: Aggregation
    public var missingData: MissingDataRule
    /// The share of the score range within which scores tie.
    public var tieTolerance: Double

    public init(
        scaling: Scaling, transform: Transform, normalisation: Normalisation, weighting: Weighting,
        aggregation: Aggregation, missingData: MissingDataRule, tieTolerance: Double
    ) {
        self.scaling = scaling
        self.transform = transform
        self.normalisation = normalisation
        self.weighting = weighting
        self.aggregation = aggregation
        self.missingData = missingData
        self.tieTolerance = tieTolerance
    }
}
