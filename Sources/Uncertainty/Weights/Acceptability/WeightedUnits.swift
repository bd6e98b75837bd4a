internal import Foundation
internal import LinearAlgebra
public import Scoring

/// Units whose ranks under other weights are asked for: P units on K normalised indicators, higher is better.
///
/// Scores are weighted means nested like the tree over what is observed (`available-case`): weight is shared out among
/// observed siblings, unit by unit.
public struct WeightedUnits: Sendable {
    /// The mean that makes the scores.
    public enum Mean: Hashable, Sendable {
        case arithmetic
        /// Ranked by the logarithm of the score, of whose range the tie tolerance is then a share; values above zero.
        case geometric
    }

    enum Values: Sendable {
        case fixed(Matrix)
        case draws(ValueDraws)
    }

    public let hierarchy: Hierarchy
    /// P marks of the class in which units are ranked; a unit outside it is placed against the class.
    public let isReference: [Bool]
    /// Two scores tie within this share of the class's score range, as in `Ranking`.
    public let tieTolerance: Double
    let observed: Matrix
    let values: Values
    let mean: Mean

    /// - Throws: `WeightFailure` for shapes that do not fit, a class without a scored unit, or values that are not
    ///   finite, beyond 1e100, or outside the domain of the mean.
    public init(
        _ table: IndicatorTable, hierarchy: Hierarchy, isReference: [Bool], mean: Mean = .arithmetic,
        tieTolerance: Double = 1e-9
    ) throws(WeightFailure) {
        try self.init(
            values: .fixed(try Self.transformed(table.values, observed: table.observed, mean: mean)),
            observed: table.observed, hierarchy: hierarchy, isReference: isReference, mean: mean,
            tieTolerance: tieTolerance)
    }

    /// Units with uncertain values; the draws are checked when they are used.
    ///
    /// - Throws: `WeightFailure` for shapes that do not fit or a class without a scored unit.
    public init(
        _ draws: ValueDraws, hierarchy: Hierarchy, isReference: [Bool], mean: Mean = .arithmetic,
        tieTolerance: Double = 1e-9
    ) throws(WeightFailure) {
        try self.init(
            values: .draws(draws), observed: draws.observed, hierarchy: hierarchy, isReference: isReference,
            mean: mean, tieTolerance: tieTolerance)
    }

    private init(
        values: Values, observed: Matrix, hierarchy: Hierarchy, isReference: [Bool], mean: Mean,
        tieTolerance: Double
    ) throws(WeightFailure) {
        guard observed.columns == hierarchy.levels[0].names.count, observed.rows == isReference.count else {
            throw .mismatched(
                reason:
                    "a table of \(observed.rows) x \(observed.columns) for \(isReference.count) units and \(hierarchy.levels[0].names.count) indicators"
            )
        }
        guard (0...0.5).contains(tieTolerance) else {
            throw .mismatched(reason: "a tie tolerance of \(tieTolerance) is not a small share")
        }
        let hasMember = isReference.indices.contains {
            isReference[$0] && observed.row($0).contains(1)
        }
        guard hasMember else { throw .mismatched(reason: "no unit of the class has an observation") }
        self.values = values
        self.observed = observed
        self.hierarchy = hierarchy
        self.isReference = isReference
        self.mean = mean
        self.tieTolerance = tieTolerance
    }

    public var units: Int { isReference.count }
    public var indicators: Int { observed.columns }
    public var hasGaps: Bool { observed.elements.contains(0) }

    /// How many tables of values there are; 1 if they are certain.
    var valueDraws: Int {
        if case .draws(let draws) = values { draws.count } else { 1 }
    }

    /// The values that are added up, in a draw of them.
    func table(ofDraw draw: Int) throws(WeightFailure) -> Matrix {
        switch values {
        case .fixed(let table): return table
        case .draws(let draws):
            let table = draws.table(draw)
            guard table.rows == observed.rows, table.columns == observed.columns else {
                throw .mismatched(reason: "draw \(draw + 1) of the values has another shape than the first")
            }
            return try Self.transformed(table, observed: observed, mean: mean)
        }
    }

    /// Values as they are added up, zero at gaps.
    private static func transformed(
        _ table: Matrix, observed: Matrix, mean: Mean
    ) throws(WeightFailure) -> Matrix {
        var result = Matrix(rows: table.rows, columns: table.columns)
        for unit in 0..<table.rows {
            for indicator in 0..<table.columns where observed[unit, indicator] == 1 {
                let value = table[unit, indicator]
                guard abs(value) <= 1e100, mean == .arithmetic || value > 0 else {
                    throw .valueOutsideDomain(unit: unit, indicator: indicator)
                }
                result[unit, indicator] = mean == .arithmetic ? value : log(value)
            }
        }
        return result
    }
}
