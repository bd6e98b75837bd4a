/// Scores under many completions of the missing values: how much the gaps leave open.
///
/// Kept apart from the point scores: nothing here enters a `CompositeIndex`. Gaps are drawn by `Imputer` in the
/// transformed scale; each completed table is then normalised, weighted and aggregated like a table without gaps,
/// everything fitted anew on its class. Units without any observation stay without a score.
public struct MultipleImputation: Sendable {
    /// M vectors of P scores; nil for a unit without any observation.
    public let scores: [[Double?]]
    /// The mean of each unit's scores; P.
    public let meanScores: [Double?]
    /// The standard deviation of each unit's scores between imputations, with M - 1; P, 0 for a unit without gaps
    /// only if nothing that its score is fitted on has gaps.
    public let deviations: [Double?]
    /// M vectors of P ranks in the class; nil for a unit outside it or without a score.
    private let ranks: [[Int?]]
    private let classSize: Int

    /// Scores units under M completions of their missing values.
    ///
    /// - Parameters:
    ///   - table: P x K raw values.
    ///   - design: the K indicators in the order of the table's columns, and their tree; transforms come before gaps
    ///     are drawn.
    ///   - isReference: P marks of the reference class, on which the normal model and all else is fitted.
    ///   - method: its rule for missing data is not used.
    ///   - imputations: M, at least 1.
    ///   - seed: the same seed gives the same numbers; imputation i does not depend on M.
    ///   - options: how the normal model is fitted; the standard ridge is 0.01.
    /// - Throws: `ScoringFailure` as `CompositeIndex` and `Imputer`.
    public init(
        of table: IndicatorTable, design: IndexDesign, isReference: [Bool], method: ScoringMethod,
        imputations: Int, seed: UInt64, options: Imputer.Options = Imputer.Options()
    ) throws(ScoringFailure) {
        guard imputations > 0 else { throw .noAnswer(reason: "at least one imputation is needed") }
        var incomplete = method
        incomplete.missingData = .availableCase
        let transformed = try PreparedTable(
            table.columns, units: table.units, design: design, isReference: isReference, method: incomplete
        ).transformed
        let imputer = try Imputer(
            of: transformed, isReference: isReference, names: design.indicators.map(\.id), options: options)

        // What is left to do with a table that is transformed and complete.
        var rest = incomplete
        (rest.scaling, rest.outliers, rest.transform) = (.none, .noTreatment, .identity)
        let plain = design.withoutTransforms
        var (scores, magnitudes): ([[Double?]], [Double]) = ([], [])
        for number in 0..<imputations {
            let index = try CompositeIndex(
                of: imputer.completed(number, seed: seed), design: plain, isReference: isReference,
                method: rest)
            scores.append(index.scores)
            magnitudes.append(index.magnitude)
        }
        self.init(
            scores: scores, magnitudes: magnitudes, isReference: isReference,
            tieTolerance: method.tieTolerance)
    }

    /// Pools the scores of completed tables; at least one vector, and the magnitude of each.
    init(scores: [[Double?]], magnitudes: [Double], isReference: [Bool], tieTolerance: Double) {
        self.scores = scores
        let units = isReference.indices
        meanScores = units.map { unit in
            let values = scores.compactMap { $0[unit] }
            return values.isEmpty ? nil : mean(values)
        }
        deviations = units.map { unit in
            let values = scores.compactMap { $0[unit] }
            // One imputation, or one score throughout: the mean of equal numbers may miss them by rounding.
            guard let first = values.first, values.contains(where: { $0 != first }) else {
                return values.isEmpty ? nil : 0
            }
            return standardDeviation(values)
        }
        classSize = isReference.count { $0 }
        ranks = zip(scores, magnitudes).map { vector, magnitude in
            Ranking(
                scores: vector, isRanked: isReference, tieTolerance: tieTolerance, magnitude: magnitude
            ).ranks
        }
    }

    /// How often a unit had each rank in the class, the first entry for rank 1; all zero for a unit outside the class or
    /// without a score. Ties share the better rank.
    public func rankCounts(of unit: Int) -> [Int] {
        var counts = [Int](repeating: 0, count: classSize)
        for ranks in ranks { if let rank = ranks[unit] { counts[rank - 1] += 1 } }
        return counts
    }

    /// The same for every unit: P rows.
    public var rankCounts: [[Int]] { (ranks.first ?? []).indices.map(rankCounts) }
}

extension IndexDesign {
    /// The design for a table whose indicators are transformed already.
    fileprivate var withoutTransforms: IndexDesign {
        IndexDesign(
            indicators: indicators.map {
                IndicatorDesign(
                    id: $0.id, moreIsBetter: $0.moreIsBetter, goalposts: $0.goalposts, reference: $0.reference
                )
            }, hierarchy: hierarchy, unitGroups: unitGroups)
    }
}
