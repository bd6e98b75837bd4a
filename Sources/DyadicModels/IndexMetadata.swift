public import Scoring

/// What a study says of its indicators and dimensions beside their values: goalposts, references and weights.
///
/// Everything is optional. A dimension or indicator without a weight has weight 1.
public struct IndexMetadata: Hashable, Sendable {
    /// What is said of one indicator.
    public struct Entry: Hashable, Sendable {
        /// The worst and the best value, on the scale of the transformed values.
        public let goalposts: Goalposts?
        /// A value to measure others against, on the scale of the transformed values.
        public let reference: Double?
        /// The declared weight among the indicators of the dimension; only ratios matter.
        public let weight: Double?

        public init(goalposts: Goalposts? = nil, reference: Double? = nil, weight: Double? = nil) {
            self.goalposts = goalposts
            self.reference = reference
            self.weight = weight
        }
    }

    /// By the id of the indicator.
    public let indicators: [String: Entry]
    /// Declared weights among the dimensions, by id; only ratios matter.
    public let dimensionWeights: [String: Double]

    public init(indicators: [String: Entry] = [:], dimensionWeights: [String: Double] = [:]) {
        self.indicators = indicators
        self.dimensionWeights = dimensionWeights
    }

    /// Whether any weight is declared.
    public var hasWeights: Bool {
        !dimensionWeights.isEmpty || indicators.values.contains { $0.weight != nil }
    }

    /// The design of an index of some indicators in dimensions.
    ///
    /// - Parameters:
    ///   - indicators: K indicators, each with whether more of it speaks for a unit.
    ///   - dimensionOf: K indices of dimensions, 0 ..< D, without gaps.
    func design(
        indicators: [(id: String, moreIsBetter: Bool)], dimensions: [String], dimensionOf: [Int]
    ) -> IndexDesign {
        IndexDesign(
            indicators: indicators.map {
                let entry = self.indicators[$0.id]
                return IndicatorDesign(
                    id: $0.id, moreIsBetter: $0.moreIsBetter, goalposts: entry?.goalposts,
                    reference: entry?.reference)
            },
            hierarchy: Hierarchy(levels: [
                .init(
                    names: indicators.map(\.id),
                    weights: indicators.map { self.indicators[$0.id]?.weight ?? 1 }, parents: dimensionOf),
                .init(
                    names: dimensions, weights: dimensions.map { dimensionWeights[$0] ?? 1 },
                    parents: dimensions.map { _ in 0 }),
            ]))
    }
}
