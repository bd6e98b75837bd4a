/// What to do with missing values.
public struct MissingDataRule: Sendable {
    /// A table in which a rule fills gaps.
    struct Input {
        let table: IndicatorTable
        let design: IndexDesign
        let isReference: [Bool]
    }

    /// What a rule puts into gaps; observed values stay as they are.
    typealias Fill = @Sendable (Input, MethodArguments) throws(ScoringFailure) -> IndicatorTable

    /// When a rule fills.
    enum Effect: Sendable {
        /// Nothing is filled; weights are shared out over what is observed.
        case sharesWeights
        /// Gaps of the values are filled, before outliers, transform and normalisation.
        case fillsValues(Fill)
        /// Gaps of the normalised values are filled; normalisation is fitted on what was observed.
        case fillsNormalised(Fill)
    }

    public let description: MethodDescription
    let effect: Effect

    init(_ description: MethodDescription, _ effect: Effect) {
        self.description = description
        self.effect = effect
    }

    /// Whether gaps are filled, so that methods that need complete data accept it.
    public var fills: Bool {
        if case .sharesWeights = effect { false } else { true }
    }
}
