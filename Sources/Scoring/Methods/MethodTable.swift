/// Every method, one line each. Who adds a method writes one file and one line here.
public enum MethodTable {
    public static let outlierTreatments: [OutlierTreatment] = [
        .none, .winsorise,
    ]

    public static let transforms: [Transform] = [
        .identity, .log1p, .log10, .squareRoot, .boxCox, .shiftedLogarithm,
    ]

    public static let normalisations: [Normalisation] = [
        .minMax, .zScore, .robustZ, .rank, .percentile, .borda, .integerRank, .distanceToBest,
        .distanceToWorst, .distanceToReference, .goalposts, .aboveBelowMean, .categorical, .shareOfSum,
        .vectorLength, .shareOfMaximum, .linear, .logarithmicShare, .nonlinear, .enhancedAccuracy,
        .zavadskasTurskis,
    ]

    public static let missingDataRules: [MissingDataRule] = [
        .availableCase, .lowerBound, .upperBound, .dimensionMean, .indicatorMean, .indicatorMedian,
        .groupMean,
    ]

    public static let weightings: [Weighting] = [
        .equalByDimension, .equalByIndicator, .declared, .fixed, .principalComponents, .entropy, .critic,
        .merec, .standardDeviation, .analyticHierarchy, .rankOrderCentroid, .benefitOfTheDoubt,
        .budgetAllocation, .variance, .gini, .angle, .cilos, .idocriw, .lopcow,
    ]

    public static let aggregations: [Aggregation] = [
        .arithmetic, .geometric, .harmonic, .power, .mazziottaPareto, .adjustedMazziottaPareto, .topsis,
        .vikor, .prometheeII, .copeland, .condorcetKemeny, .borda, .orderedWeighted, .lexicographic, .waspas,
        .codas, .cocoso,
    ]

    static func outlierTreatment(_ choice: MethodChoice) -> OutlierTreatment? {
        outlierTreatments.first { $0.description.id == choice.id }
    }
    static func transform(_ choice: MethodChoice) -> Transform? {
        transforms.first { $0.description.id == choice.id }
    }
    static func normalisation(_ choice: MethodChoice) -> Normalisation? {
        normalisations.first { $0.description.id == choice.id }
    }
    static func missingDataRule(_ choice: MethodChoice) -> MissingDataRule? {
        missingDataRules.first { $0.description.id == choice.id }
    }
    static func weighting(_ choice: MethodChoice) -> Weighting? {
        weightings.first { $0.description.id == choice.id }
    }
    static func aggregation(_ choice: MethodChoice) -> Aggregation? {
        aggregations.first { $0.description.id == choice.id }
    }
}
