public import Dyads
public import Scoring

/// Scores and ranks of dyads on a set of indicators in one window.
public struct DyadScores: Sendable {
    public let dyads: [Dyad]
    /// Whether each dyad belongs to the reference class.
    public let isInClass: [Bool]
    /// The indicators, in the order of the index's columns.
    public let indicators: [Indicator]
    /// The names of the dimensions, in order, and the dimension of each indicator.
    public let dimensions: [String]
    public let dimensionOf: [Int]
    /// The raw window values; P x K.
    public let raw: IndicatorTable
    public let index: CompositeIndex
    /// Ranks within the reference class.
    public let classRanking: Ranking
    /// Ranks among all dyads.
    public let overallRanking: Ranking

    /// Scores dyads on window values.
    ///
    /// - Parameter columns: indicators with their values, one a dyad, grouped by dimension.
    /// - Throws: `ScoringFailure`.
    public init(
        dyads: [Dyad], referenceClass: ReferenceClass,
        columns: [(dimension: String, indicator: Indicator, values: [Double?])], method: ScoringMethod
    ) throws(ScoringFailure) {
        self.dyads = dyads
        isInClass = dyads.map(referenceClass.contains)
        indicators = columns.map(\.indicator)
        var names: [String] = []
        for column in columns where !names.contains(column.dimension) { names.append(column.dimension) }
        dimensions = names
        dimensionOf = columns.map { column in names.firstIndex(of: column.dimension) ?? 0 }
        raw = IndicatorTable(columns: columns.map(\.values), units: dyads.count)
        index = try CompositeIndex(
            of: raw,
            design: IndexDesign(
                indicators: columns.map {
                    IndicatorDesign(id: $0.indicator.id, moreIsBetter: $0.indicator.direction == .more)
                }, dimensions: names, dimensionOf: dimensionOf),
            isReference: isInClass, method: method)
        classRanking = Ranking(scores: index.scores, isRanked: isInClass, tieTolerance: method.tieTolerance)
        overallRanking = Ranking(
            scores: index.scores, isRanked: dyads.map { _ in true }, tieTolerance: method.tieTolerance)
    }

    /// The place that a dyad outside the class would have in it: one more than the members that score higher.
    ///
    /// Nil for a dyad without a score.
    public func placeInClass(of unit: Int) -> Int? {
        guard let score = index.scores[unit] else { return nil }
        return 1
            + zip(isInClass, index.scores).count { isMember, other in isMember && (other ?? score) > score }
    }
}
