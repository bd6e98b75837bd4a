import Foundation
public import LinearAlgebra

/// A composite index with every intermediate stage, so that a score can be explained and recomputed.
///
/// P units, K indicators in D dimensions.
public struct CompositeIndex: Sendable {
    /// Normalised indicators, higher is better; P x K.
    public let normalised: IndicatorTable
    /// Scores of each dimension; P x D, nil where none of its indicators is observed.
    public let dimensionScores: [[Double?]]
    /// The composite score of each unit; nil for a unit without any observation, which is not ranked either.
    public let scores: [Double?]
    /// The weight of each indicator if all are observed; K, sums to one.
    public let nominalWeights: [Double]
    /// The weight that each indicator has in each unit's score; P x K, rows sum to one, 0 where missing.
    public let effectiveWeights: Matrix
    /// The share of the nominal weight that was observed for each unit.
    public let observedWeight: [Double]
    /// What each indicator adds to each unit's score (to its logarithm when the aggregation is geometric): P x K.
    public let contributions: Matrix

    /// Scores units on indicators.
    ///
    /// - Parameters:
    ///   - table: P x K raw values.
    ///   - signs: K factors, 1 when more of an indicator is better and -1 when less is.
    ///   - dimensionOf: K indices of dimensions, 0 ..< D, in order and without gaps.
    ///   - isReference: P marks of the reference class, on which means and normalisations are fitted.
    /// - Throws: `ScoringFailure` for inadmissible methods, a constant indicator, or a value outside a domain.
    public init(
        of table: IndicatorTable, signs: [Double], dimensionOf: [Int], isReference: [Bool],
        method: ScoringMethod
    ) throws(ScoringFailure) {
        if let reason = Admissibility.objection(to: method.aggregation, of: method.normalisation) {
            throw .inadmissible(reason: reason)
        }
        var columns: [[Double?]] = []
        for k in 0..<table.indicators {
            columns.append(
                try Self.normalisedColumn(
                    table.column(k), index: k, sign: signs[k], isReference: isReference, method: method))
        }
        normalised = IndicatorTable(columns: columns, units: table.units)

        let dimensions = (dimensionOf.max() ?? -1) + 1
        let sizes = (0..<dimensions).map { d in dimensionOf.count { $0 == d } }
        let weights = method.weighting.weights(dimensionSizes: sizes)
        var placed = Array(repeating: 0, count: dimensions)
        let inside = dimensionOf.map { d in
            defer { placed[d] += 1 }
            return weights.indicators[d][placed[d]]
        }
        nominalWeights = zip(dimensionOf, inside).map { weights.dimensions[$0] * $1 }

        // A geometric mean is the arithmetic mean of logarithms, so both aggregations are the same products.
        let isGeometric = method.aggregation == .geometric
        let inputs = isGeometric ? try Self.logarithms(of: normalised) : normalised.values
        let byDimension = Matrix(rows: table.indicators, columns: dimensions) {
            dimensionOf[$0] == $1 ? inside[$0] : 0
        }
        let acrossDimensions = Matrix(rows: dimensions, columns: 1) { row, _ in weights.dimensions[row] }

        let sums = inputs.times(byDimension)
        let observedInside = normalised.observed.times(byDimension)
        let hasDimension = observedInside.map { $0 > 0 ? 1 : 0 }
        let means = Matrix(rows: table.units, columns: dimensions) {
            observedInside[$0, $1] > 0 ? sums[$0, $1] / observedInside[$0, $1] : 0
        }
        let totals = means.times(acrossDimensions)
        let observedAcross = hasDimension.times(acrossDimensions)
        func finished(_ value: Double) -> Double { isGeometric ? exp(value) : value }
        scores = (0..<table.units).map { unit in
            observedAcross[unit, 0] > 0 ? finished(totals[unit, 0] / observedAcross[unit, 0]) : nil
        }
        dimensionScores = (0..<table.units).map { unit in
            (0..<dimensions).map { hasDimension[unit, $0] == 1 ? finished(means[unit, $0]) : nil }
        }
        let observed = normalised.observed
        effectiveWeights = Matrix(rows: table.units, columns: table.indicators) { unit, k in
            guard observed[unit, k] == 1 else { return 0 }
            let d = dimensionOf[k]
            return weights.dimensions[d] / observedAcross[unit, 0] * inside[k] / observedInside[unit, d]
        }
        let effective = effectiveWeights
        contributions = Matrix(rows: table.units, columns: table.indicators) {
            effective[$0, $1] * inputs[$0, $1]
        }
        let nominal = Matrix(rows: table.indicators, columns: 1) { [nominalWeights] row, _ in
            nominalWeights[row]
        }
        observedWeight = observed.times(nominal).column(0)
    }

    /// Scaled, transformed, turned so that higher is better, and normalised.
    private static func normalisedColumn(
        _ column: [Double?], index: Int, sign: Double, isReference: [Bool], method: ScoringMethod
    ) throws(ScoringFailure) -> [Double?] {
        var scale = 1.0
        if method.scaling == .classMean {
            let reference = zip(column, isReference).compactMap { $1 ? $0 : nil }
            scale = reference.isEmpty ? 0 : Normalisation.mean(reference)
            guard scale > 0 else { throw .constantIndicator(index: index) }
        }
        var transformed: [Double?] = []
        for (unit, value) in column.enumerated() {
            guard let value else {
                transformed.append(nil)
                continue
            }
            guard let result = method.transform(value / scale) else {
                throw .valueOutsideDomain(indicator: index, unit: unit, need: method.transform.domain)
            }
            transformed.append(sign * result)
        }
        guard let normalised = method.normalisation(transformed, isReference: isReference) else {
            throw .constantIndicator(index: index)
        }
        // Sums of huge values overflow; no such number may go on.
        if let unit = normalised.firstIndex(where: { $0.map { !$0.isFinite } ?? false }) {
            throw .valueOutsideDomain(indicator: index, unit: unit, need: "values whose sums stay finite")
        }
        return normalised
    }

    private static func logarithms(of table: IndicatorTable) throws(ScoringFailure) -> Matrix {
        for unit in 0..<table.units {
            for k in 0..<table.indicators {
                if let value = table[unit, k], value <= 0 {
                    throw .valueOutsideDomain(indicator: k, unit: unit, need: "values above zero")
                }
            }
        }
        return Matrix(rows: table.units, columns: table.indicators) { table[$0, $1].map { log($0) } ?? 0 }
    }
}
