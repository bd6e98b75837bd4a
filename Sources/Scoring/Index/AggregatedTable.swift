internal import LinearAlgebra

/// Normalised and weighted indicators made into one score a unit; fields as in `CompositeIndex`.
struct AggregatedTable: Sendable {
    let groupScores: [[[Double?]]]
    let scores: [Double?]
    let effectiveWeights: Matrix
    let contributions: Matrix?
    let details: [Aggregation.Detail]
    let magnitude: Double

    /// - Parameters:
    ///   - normalised: P x K.
    ///   - aggregations: one for all levels, or one a level.
    /// - Throws: `ScoringFailure` for values outside a domain, or when the aggregation has no answer.
    init(
        of normalised: IndicatorTable, design: IndexDesign, isReference: [Bool], weights: IndexWeights,
        aggregations: [MethodChoice]
    ) throws(ScoringFailure) {
        let steps = try Self.steps(of: aggregations, design: design)
        let means = steps.compactMap { step -> QuasiArithmeticMean? in
            if case .quasiArithmetic(let mean) = step.aggregation.rule { mean(step.arguments) } else { nil }
        }
        if means.count == steps.count {
            let nested = try NestedMean(
                of: normalised, hierarchy: design.hierarchy, leafWeights: weights.leaf, means: means)
            groupScores = Array(nested.groups.dropLast())
            scores = nested.groups.last?.map { $0[0] } ?? []
            effectiveWeights = nested.effectiveWeights
            contributions = nested.contributions
            details = []
            magnitude =
                steps.allSatisfy { $0.aggregation.isArithmetic }
                ? Self.largestSum(
                    of: nested.effectiveWeights.times(elementwise: normalised.values),
                    isReference: isReference) : 0
        } else {
            let combined = try CombinedTable(
                of: normalised, design: design, isReference: isReference, weights: weights.nominal,
                steps: steps)
            groupScores = combined.groups
            scores = combined.scores
            effectiveWeights = weights.leaf
            contributions = nil
            details = combined.details
            magnitude = combined.magnitude
        }
        if let unit = scores.firstIndex(where: { $0.map { !$0.isFinite } ?? false }) {
            throw .noAnswer(reason: "the score of unit \(unit + 1) is not finite")
        }
    }

    /// The chosen aggregations: one for all levels, or one a level.
    private static func steps(
        of choices: [MethodChoice], design: IndexDesign
    ) throws(ScoringFailure) -> [CombinedTable.Method] {
        let levels = design.hierarchy.levels.count
        guard choices.count == 1 || choices.count == levels else {
            throw .inadmissible(
                reason:
                    "\(choices.count) aggregations are named for \(levels) levels; name one for all, or one a level"
            )
        }
        var steps: [CombinedTable.Method] = []
        for choice in choices {
            guard let aggregation = MethodTable.aggregation(choice) else {
                throw .inadmissible(reason: "no aggregation is called \(choice.id)")
            }
            steps.append((aggregation, choice.arguments))
        }
        return steps
    }

    /// The largest sum of absolute terms over the units of the class.
    private static func largestSum(of terms: Matrix, isReference: [Bool]) -> Double {
        isReference.indices.filter { isReference[$0] }.reduce(0) { largest, unit in
            max(largest, terms.row(unit).reduce(0) { $0 + abs($1) })
        }
    }
}
