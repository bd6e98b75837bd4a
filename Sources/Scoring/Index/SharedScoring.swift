/// Scores of one table under many methods that share what they have in common.
///
/// Preparation (scaling, filling, outliers, transform, normalisation) is done once, and weights once for every
/// weighting that is asked for in a row. Scores are those of `CompositeIndex` bit for bit.
public struct SharedScoring: Sendable {
    /// The choices that come after preparation.
    public struct Combination: Hashable, Sendable {
        public let weighting: MethodChoice
        public let aggregations: [MethodChoice]

        public init(weighting: MethodChoice, aggregations: [MethodChoice]) {
            self.weighting = weighting
            self.aggregations = aggregations
        }
    }

    private let stages: PreparedTable
    private let design: IndexDesign
    private let isReference: [Bool]
    private let method: ScoringMethod
    private let hasGaps: Bool

    /// Prepares a table.
    ///
    /// - Parameters:
    ///   - columns: K columns of P raw values, nil for missing.
    ///   - design: the K indicators in the order of the columns, and their tree.
    ///   - isReference: P marks of the reference class.
    ///   - method: its weighting and aggregations are not used.
    /// - Throws: `ScoringFailure` for a constant indicator or a value outside a domain.
    public init(
        of columns: [[Double?]], design: IndexDesign, isReference: [Bool], method: ScoringMethod
    ) throws(ScoringFailure) {
        stages = try PreparedTable(
            columns, units: isReference.count, design: design, isReference: isReference, method: method)
        self.design = design
        self.isReference = isReference
        self.method = method
        hasGaps = stages.hasGaps
    }

    /// P scores for each combination, or why there are none.
    public func scores(_ combinations: [Combination]) -> [Result<[Double?], ScoringFailure>] {
        var latest: (weighting: MethodChoice, weights: Result<IndexWeights, ScoringFailure>)?
        return combinations.map { combination in
            var full = method
            full.weighting = combination.weighting
            full.aggregations = combination.aggregations
            if let objection = Admissibility.objections(to: full, hasGaps: hasGaps).first {
                return .failure(.inadmissible(reason: objection.sentence))
            }
            let weights: Result<IndexWeights, ScoringFailure>
            if let latest, latest.weighting == combination.weighting {
                weights = latest.weights
            } else {
                weights = self.weights(combination.weighting)
                latest = (combination.weighting, weights)
            }
            do throws(ScoringFailure) {
                let weights = try weights.get()
                return .success(
                    try AggregatedTable(
                        of: stages.normalised, design: design, isReference: isReference, weights: weights,
                        aggregations: combination.aggregations, scoresOnly: true
                    ).scores)
            } catch {
                return .failure(error)
            }
        }
    }

    /// P scores under given weights instead of a weighting's.
    ///
    /// - Parameters:
    ///   - leafWeights: K, one an indicator, above zero, sum one.
    ///   - aggregations: one for all levels, or one a level; that they suit the values is for the caller to know
    ///     (`Admissibility`).
    /// - Throws: `ScoringFailure` for values outside a domain, or when the aggregation has no answer.
    public func scores(
        leafWeights: [Double], aggregations: [MethodChoice]
    ) throws(ScoringFailure) -> [Double?] {
        try AggregatedTable(
            of: stages.normalised, design: design, isReference: isReference,
            weights: IndexWeights(common: leafWeights, units: isReference.count),
            aggregations: aggregations, scoresOnly: true
        ).scores
    }

    private func weights(_ choice: MethodChoice) -> Result<IndexWeights, ScoringFailure> {
        do throws(ScoringFailure) {
            return .success(
                try IndexWeights(of: stages, design: design, isReference: isReference, choice: choice))
        } catch {
            return .failure(error)
        }
    }
}

extension IndicatorTable {
    /// Whether any value is missing.
    public var hasGaps: Bool { observed.elements.contains(0) }
}
