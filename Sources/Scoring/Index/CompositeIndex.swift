public import LinearAlgebra

/// A composite index with every intermediate stage, so that a score can be explained and recomputed.
///
/// P units, K indicators in a tree of groups.
public struct CompositeIndex: Sendable {
    /// Raw, filled, treated, transformed and normalised values.
    public let stages: PreparedTable
    /// Scores of the groups of every level above the indicators, from the lowest up, without the index itself;
    /// each P x groups, nil where nothing below is observed.
    public var groupScores: [[[Double?]]] { aggregated.groupScores }
    /// The composite score of each unit; nil for a unit without any observation, which is not ranked either.
    public let scores: [Double?]
    /// The weight of each indicator if all are observed; K, sums to one. Under weights of a unit's own (benefit of
    /// the doubt): the class's mean weights, scaled to one.
    public let nominalWeights: [Double]
    /// The weight that each indicator has in each unit's score; P x K, 0 where missing. Rows sum to one, except
    /// under weights of a unit's own.
    public var effectiveWeights: Matrix { aggregated.effectiveWeights }
    /// The share of the nominal weight that was observed for each unit.
    public let observedWeight: [Double]
    /// What each indicator adds to each unit's score (to its transform under other means than the arithmetic):
    /// P x K; nil where the aggregation does not add anything up.
    public var contributions: Matrix? { aggregated.contributions }
    /// Figures of the weighting, such as eigenvalues.
    public let weightingDetails: [Weighting.Detail]
    /// Figures of the aggregation by unit, such as distances or flows.
    public let aggregationDetails: [Aggregation.Detail]
    /// The size of the terms that the scores of the class are made of, for `Ranking`: the largest sum of |effective
    /// weight x normalised value| under arithmetic means; what the method states under aggregations of the whole
    /// table; 0 where no terms cancel, as under means of positive values.
    public let magnitude: Double
    private let aggregated: AggregatedTable

    /// Normalised indicators, higher is better; P x K.
    public var normalised: IndicatorTable { stages.normalised }

    /// Scores of the lowest groups; P x D.
    public var dimensionScores: [[Double?]] { groupScores.first ?? scores.map { [$0] } }

    /// Scores of the lowest groups of one unit; D.
    public func dimensionScores(of unit: Int) -> [Double?] {
        aggregated.lowestGroupScores(of: unit) ?? [scores[unit]]
    }

    /// Scores units on indicators.
    ///
    /// - Parameters:
    ///   - table: P x K raw values.
    ///   - design: the K indicators in the order of the table's columns, and their tree.
    ///   - isReference: P marks of the reference class, on which everything is fitted.
    ///   - method: a choice at every step; one aggregation for all levels of the tree, or one for each.
    /// - Throws: `ScoringFailure` for inadmissible methods, a constant indicator, or a value outside a domain.
    public init(
        of table: IndicatorTable, design: IndexDesign, isReference: [Bool], method: ScoringMethod
    ) throws(ScoringFailure) {
        if let objection = Admissibility.objections(to: method, hasGaps: table.hasGaps).first {
            throw .inadmissible(reason: objection.sentence)
        }
        stages = try PreparedTable(
            table.columns, units: table.units, design: design, isReference: isReference, method: method)
        let weights = try IndexWeights(
            of: stages, design: design, isReference: isReference, choice: method.weighting)
        nominalWeights = weights.nominal
        weightingDetails = weights.details
        let nominal = Matrix(rows: table.indicators, columns: 1) { row, _ in weights.nominal[row] }
        observedWeight = table.observed.times(nominal).column(0)
        let aggregated = try AggregatedTable(
            of: stages.normalised, design: design, isReference: isReference, weights: weights,
            aggregations: method.aggregations)
        scores = aggregated.scores
        self.aggregated = aggregated
        aggregationDetails = aggregated.details
        magnitude = aggregated.magnitude
    }
}
