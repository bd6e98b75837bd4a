/// One way to make a composite index: a choice at every step.
public struct ScoringMethod: Hashable, Sendable {
    public var scaling: Scaling
    public var outliers: MethodChoice
    public var transform: MethodChoice
    public var normalisation: MethodChoice
    public var missingData: MethodChoice
    public var weighting: MethodChoice
    /// One for all levels, or one for each level of the tree from the indicators up.
    public var aggregations: [MethodChoice]
    /// The share of the score range within which scores tie.
    public var tieTolerance: Double

    public init(
        scaling: Scaling = .none, outliers: MethodChoice = .noTreatment, transform: MethodChoice = .identity,
        normalisation: MethodChoice = .zScore, missingData: MethodChoice = .availableCase,
        weighting: MethodChoice = .equalByDimension, aggregations: [MethodChoice] = [.arithmetic],
        tieTolerance: Double = 1e-9
    ) {
        self.scaling = scaling
        self.outliers = outliers
        self.transform = transform
        self.normalisation = normalisation
        self.missingData = missingData
        self.weighting = weighting
        self.aggregations = aggregations
        self.tieTolerance = tieTolerance
    }
}

/// Choices with standard arguments that code names; study files and the command name any method of the table.
extension MethodChoice {
    public static let noTreatment = MethodChoice(standard: OutlierTreatment.none.description)
    public static let log1p = MethodChoice(standard: Transform.log1p.description)
    public static let identity = MethodChoice(standard: Transform.identity.description)
    public static let zScore = MethodChoice(standard: Normalisation.zScore.description)
    public static let unitRange = MethodChoice(standard: Normalisation.minMax.description)
    public static let rankNormalisation = MethodChoice(standard: Normalisation.rank.description)
    public static let availableCase = MethodChoice(standard: MissingDataRule.availableCase.description)
    public static let equalByDimension = MethodChoice(standard: Weighting.equalByDimension.description)
    public static let equalByIndicator = MethodChoice(standard: Weighting.equalByIndicator.description)
    public static let arithmetic = MethodChoice(standard: Aggregation.arithmetic.description)
    public static let geometric = MethodChoice(standard: Aggregation.geometric.description)
}
