public import Dyads
public import LinearAlgebra
public import Scoring

/// Scores and ranks of dyads on a set of indicators in one window.
public struct DyadScores: Sendable {
    public let ranking: DyadRanking
    /// The indicators, in the order of the index's columns.
    public let indicators: [Indicator]
    /// The names of the dimensions, in order, and the dimension of each indicator.
    public let dimensions: [String]
    public let dimensionOf: [Int]
    /// The raw window values; P x K.
    public let raw: IndicatorTable
    public let index: CompositeIndex
    let design: IndexDesign
    let method: ScoringMethod

    /// What each indicator adds to each score, P x K; nil where scores are no sums: under other means than the
    /// arithmetic, whose contributions add up to a transform of the score, and under whole-table aggregations.
    public var summands: Matrix? {
        method.aggregations == [.arithmetic] ? index.contributions : nil
    }

    public var dyads: [Dyad] { ranking.dyads }
    public var isInClass: [Bool] { ranking.isInClass }
    public var classRanking: Ranking { ranking.classRanking }
    public var overallRanking: Ranking { ranking.overallRanking }

    /// Scores dyads on window values.
    ///
    /// - Parameters:
    ///   - dyads: P dyads, in the class and outside it.
    ///   - referenceClass: the dyads on which everything is fitted, and which the class ranking ranks.
    ///   - columns: indicators with their values, one a dyad, grouped by dimension.
    ///   - method: names in its arguments that are not among the columns and their dimensions are left out.
    ///   - metadata: goalposts, references and declared weights.
    /// - Throws: `ScoringFailure`.
    public init(
        dyads: [Dyad], referenceClass: ReferenceClass,
        columns: [(dimension: String, indicator: Indicator, values: [Double?])], method: ScoringMethod,
        metadata: IndexMetadata = IndexMetadata()
    ) throws(ScoringFailure) {
        try self.init(
            dyads: dyads, isInClass: dyads.map(referenceClass.contains), columns: columns, method: method,
            metadata: metadata)
    }

    /// The same with a mark of the class for every dyad.
    public init(
        dyads: [Dyad], isInClass: [Bool],
        columns: [(dimension: String, indicator: Indicator, values: [Double?])], method: ScoringMethod,
        metadata: IndexMetadata = IndexMetadata()
    ) throws(ScoringFailure) {
        indicators = columns.map(\.indicator)
        let layout = DimensionLayout(columns.map { ($0.dimension, $0.indicator) }, metadata: metadata)
        dimensions = layout.dimensions
        dimensionOf = layout.dimensionOf
        raw = IndicatorTable(columns: columns.map(\.values), units: dyads.count)
        design = layout.design
        let method = try method.restricted(to: Set(indicators.map(\.id) + dimensions))
        self.method = method
        index = try CompositeIndex(of: raw, design: design, isReference: isInClass, method: method)
        ranking = DyadRanking(
            dyads: dyads, isInClass: isInClass, scores: index.scores, tieTolerance: method.tieTolerance,
            magnitude: index.magnitude)
    }

    /// Scores under many completions of the missing values, kept apart from the scores themselves; nil when nothing
    /// of the class is missing.
    ///
    /// - Throws: `Absence` when the gaps cannot be imputed.
    public func imputed(count: Int, seed: UInt64) throws(Absence) -> MultipleImputation? {
        let hasGaps = isInClass.indices.contains { unit in
            isInClass[unit] && raw.observed.row(unit).contains(0)
        }
        guard hasGaps else { return nil }
        do throws(ScoringFailure) {
            return try MultipleImputation(
                of: raw, design: design, isReference: isInClass, method: method, imputations: count,
                seed: seed)
        } catch {
            throw Absence(error.words(indicators: indicators.map(\.id), units: dyads.map(\.description)))
        }
    }

    /// As `DyadRanking.placeInClass`.
    public func placeInClass(of unit: Int) -> Int? { ranking.placeInClass(of: unit) }
}
