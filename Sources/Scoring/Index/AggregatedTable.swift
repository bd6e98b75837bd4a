internal import LinearAlgebra

/// Normalised and weighted indicators made into one score a unit; fields as in `CompositeIndex`.
struct AggregatedTable: Sendable {
    /// What the scores come from.
    private enum Source: Sendable {
        case means(NestedMean, areArithmetic: Bool)
        case wholeTable(CombinedTable, leafWeights: NodeWeights)
    }

    let scores: [Double?]
    let details: [Aggregation.Detail]
    private let source: Source
    private let normalised: IndicatorTable
    private let isReference: [Bool]

    var groupScores: [[[Double?]]] {
        switch source {
        case .means(let nested, _): nested.groups.dropLast()
        case .wholeTable(let combined, _): combined.groups
        }
    }

    /// The first of `groupScores` for one unit; nil where there are no groups.
    func lowestGroupScores(of unit: Int) -> [Double?]? {
        switch source {
        case .means(let nested, _):
            guard nested.levels.count > 1, let lowest = nested.levels.first else { return nil }
            return (0..<lowest.indicators).map { lowest[unit, $0] }
        case .wholeTable(let combined, _): return combined.groups.first?[unit]
        }
    }

    var effectiveWeights: Matrix {
        switch source {
        case .means(let nested, _): nested.effectiveWeights
        case .wholeTable(_, let leafWeights): leafWeights.matrix
        }
    }

    var contributions: Matrix? {
        if case .means(let nested, _) = source { nested.contributions } else { nil }
    }

    var magnitude: Double {
        switch source {
        case .means(let nested, true):
            Self.largestSum(
                of: nested.effectiveWeights, times: normalised.values, isReference: isReference)
        case .means(_, false): 0
        case .wholeTable(let combined, _): combined.magnitude
        }
    }

    /// - Parameters:
    ///   - normalised: P x K.
    ///   - aggregations: one for all levels, or one a level.
    ///   - scoresOnly: whether groups that lead to no score are left out; there are then no `groupScores` of methods
    ///     that take the whole table at once.
    /// - Throws: `ScoringFailure` for values outside a domain, or when the aggregation has no answer.
    init(
        of normalised: IndicatorTable, design: IndexDesign, isReference: [Bool], weights: IndexWeights,
        aggregations: [MethodChoice], scoresOnly: Bool = false
    ) throws(ScoringFailure) {
        self.normalised = normalised
        self.isReference = isReference
        let steps = try Self.steps(of: aggregations, design: design)
        let means = steps.compactMap { step -> QuasiArithmeticMean? in
            if case .quasiArithmetic(let mean) = step.aggregation.rule { mean(step.arguments) } else { nil }
        }
        if means.count == steps.count {
            let nested = try NestedMean(
                of: normalised, hierarchy: design.hierarchy, leafWeights: weights.leaf, means: means)
            source = .means(nested, areArithmetic: steps.allSatisfy { $0.aggregation.isArithmetic })
            scores = nested.scores
            details = []
        } else {
            let combined = try CombinedTable(
                of: normalised, design: design, isReference: isReference, weights: weights.nominal,
                steps: steps, scoresOnly: scoresOnly)
            source = .wholeTable(combined, leafWeights: weights.leaf)
            scores = combined.scores
            details = combined.details
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

    /// The largest sum of |weight x value| over the units of the class.
    private static func largestSum(of weights: Matrix, times values: Matrix, isReference: [Bool]) -> Double {
        var largest = 0.0
        for unit in isReference.indices where isReference[unit] {
            var sum = 0.0
            for place in (unit * values.columns)..<((unit + 1) * values.columns) {
                sum += abs(weights.elements[place] * values.elements[place])
            }
            largest = max(largest, sum)
        }
        return largest
    }
}
