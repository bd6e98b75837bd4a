public import LinearAlgebra

/// A composite index with every intermediate stage, so that a score can be explained and recomputed.
///
/// P units, K indicators in a tree of groups.
public struct CompositeIndex: Sendable {
    /// Raw, filled, treated, transformed and normalised values.
    public let stages: PreparedTable
    /// Scores of the groups of every level above the indicators, from the lowest up, without the index itself;
    /// each P x groups, nil where nothing below is observed.
    public let groupScores: [[[Double?]]]
    /// The composite score of each unit; nil for a unit without any observation, which is not ranked either.
    public let scores: [Double?]
    /// The weight of each indicator if all are observed; K, sums to one. Under weights of a unit's own (benefit of
    /// the doubt): the class's mean weights, scaled to one.
    public let nominalWeights: [Double]
    /// The weight that each indicator has in each unit's score; P x K, 0 where missing. Rows sum to one, except
    /// under weights of a unit's own.
    public let effectiveWeights: Matrix
    /// The share of the nominal weight that was observed for each unit.
    public let observedWeight: [Double]
    /// What each indicator adds to each unit's score (to its transform under other means than the arithmetic):
    /// P x K; nil where the aggregation does not add anything up.
    public let contributions: Matrix?
    /// Figures of the weighting, such as eigenvalues.
    public let weightingDetails: [Weighting.Detail]
    /// Figures of the aggregation by unit, such as distances or flows.
    public let aggregationDetails: [Aggregation.Detail]
    /// The size of the terms that the scores of the class are made of, for `Ranking`: the largest sum of |effective
    /// weight x normalised value| under arithmetic means; what the method states under aggregations of the whole
    /// table; 0 where no terms cancel, as under means of positive values.
    public let magnitude: Double

    /// Normalised indicators, higher is better; P x K.
    public var normalised: IndicatorTable { stages.normalised }

    /// Scores of the lowest groups; P x D.
    public var dimensionScores: [[Double?]] { groupScores.first ?? scores.map { [$0] } }

    /// Scores units on indicators.
    ///
    /// - Parameters:
    ///   - table: P x K raw values.
    ///   - isReference: P marks of the reference class, on which everything is fitted.
    /// - Throws: `ScoringFailure` for inadmissible methods, a constant indicator, or a value outside a domain.
    public init(
        of table: IndicatorTable, design: IndexDesign, isReference: [Bool], method: ScoringMethod
    ) throws(ScoringFailure) {
        let hasGaps = table.observed.elements.contains(0)
        if let objection = Admissibility.objections(to: method, hasGaps: hasGaps).first {
            throw .inadmissible(reason: objection.sentence)
        }
        stages = try PreparedTable(table, design: design, isReference: isReference, method: method)
        let normalised = stages.normalised

        let weighting = try MethodTable.weighting(method.weighting)?.apply(
            .init(
                design: design, transformed: stages.transformed, normalised: normalised,
                isReference: isReference), method.weighting.arguments)
        weightingDetails = weighting?.details ?? []
        let leafWeights: Matrix
        switch weighting?.weights {
        case .common(let weights):
            nominalWeights = weights
            leafWeights = Matrix(rows: table.units, columns: table.indicators) { weights[$1] }
        case .perUnit(let weights):
            nominalWeights = Self.meanWeights(weights, isReference: isReference)
            leafWeights = weights
        case nil:
            throw .inadmissible(reason: "no weighting is called \(method.weighting.id)")
        }
        let nominal = Matrix(rows: table.indicators, columns: 1) { [nominalWeights] row, _ in
            nominalWeights[row]
        }
        observedWeight = stages.raw.observed.times(nominal).column(0)

        let steps = try Self.steps(of: method, design: design)
        let means = steps.compactMap { step -> QuasiArithmeticMean? in
            if case .quasiArithmetic(let mean) = step.aggregation.rule { mean(step.arguments) } else { nil }
        }
        if means.count == steps.count {
            let nested = try NestedMean(
                of: normalised, hierarchy: design.hierarchy, leafWeights: leafWeights, means: means)
            groupScores = Array(nested.groups.dropLast())
            scores = nested.groups.last?.map { $0[0] } ?? []
            effectiveWeights = nested.effectiveWeights
            contributions = nested.contributions
            aggregationDetails = []
            magnitude =
                steps.allSatisfy { $0.aggregation.isArithmetic }
                ? Self.largestSum(
                    of: nested.effectiveWeights.times(elementwise: normalised.values),
                    isReference: isReference) : 0
        } else {
            let combined = try CombinedTable(
                of: normalised, design: design, isReference: isReference, weights: nominalWeights,
                steps: steps)
            groupScores = combined.groups
            scores = combined.scores
            effectiveWeights = leafWeights
            contributions = nil
            aggregationDetails = combined.details
            magnitude = combined.magnitude
        }
        if let unit = scores.firstIndex(where: { $0.map { !$0.isFinite } ?? false }) {
            throw .noAnswer(reason: "the score of unit \(unit + 1) is not finite")
        }
    }

    /// The chosen aggregations: one for all levels, or one a level.
    private static func steps(
        of method: ScoringMethod, design: IndexDesign
    ) throws(ScoringFailure) -> [(aggregation: Aggregation, arguments: MethodArguments)] {
        let levels = design.hierarchy.levels.count
        guard method.aggregations.count == 1 || method.aggregations.count == levels else {
            throw .inadmissible(
                reason:
                    "\(method.aggregations.count) aggregations are named for \(levels) levels; name one for all, or one a level"
            )
        }
        var steps: [(aggregation: Aggregation, arguments: MethodArguments)] = []
        for choice in method.aggregations {
            guard let aggregation = MethodTable.aggregation(choice) else {
                throw .inadmissible(reason: "no aggregation is called \(choice.id)")
            }
            steps.append((aggregation, choice.arguments))
        }
        return steps
    }

    private static func largestSum(of terms: Matrix, isReference: [Bool]) -> Double {
        isReference.indices.filter { isReference[$0] }.reduce(0) { largest, unit in
            max(largest, terms.row(unit).reduce(0) { $0 + abs($1) })
        }
    }

    private static func meanWeights(_ weights: Matrix, isReference: [Bool]) -> [Double] {
        let members = isReference.indices.filter { isReference[$0] }
        let sums = (0..<weights.columns).map { k in members.reduce(0) { $0 + weights[$1, k] } }
        let total = sums.reduce(0, +)
        return sums.map { total > 0 ? $0 / total : 0 }
    }
}
