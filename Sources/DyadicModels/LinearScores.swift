import Foundation
public import Scoring
public import Uncertainty

/// Scores of a class as sums linear in one set of weights (of logarithms under the geometric mean), of which exact
/// questions about weights can be asked.
public struct LinearScores: Sendable {
    /// Whose weights move.
    public enum Level: String, Sendable, CaseIterable {
        /// The dimensions', on dimension scores under the inner weights of the method.
        case dimensions
        /// The indicators', on normalised values.
        case indicators
    }

    public let level: Level
    /// The dimensions or indicators; N.
    public let names: [String]
    /// The method's own weights of these; N, sum one.
    public let declared: [Double]
    /// P dyads by N; complete for every ranked dyad of the class.
    public let units: WeightedUnits
    /// All weights of the N: the simplex.
    public let space: WeightSpace
    /// Values of the class that were missing and were filled.
    public let filled: Int
}

extension DyadScores {
    /// The scores as sums over dimensions or over indicators.
    ///
    /// Of dimensions: with gaps too, as long as every ranked dyad of the class has an observation in each dimension. Of
    /// indicators: a missing value takes the dyad's own score on the dimension, which leaves the dimension's score and
    /// the whole as they are, whatever the method's weights; under equal inner weights and arithmetic means this is the
    /// rule `dimension-mean`. Under other weights of the indicators a filled value stays what it is, so that scores
    /// then differ from those over what is observed.
    ///
    /// - Throws: `Absence` for other means than the arithmetic and the geometric (of indicators: the same at both
    ///   levels), for a dimension of which a dyad of the class has no observation, and for scores that one set of
    ///   weights does not give.
    public func linearScores(of level: LinearScores.Level) throws(Absence) -> LinearScores {
        let isUniform = method.aggregations.count == 1
        guard level == .dimensions || isUniform, let aggregation = method.aggregations.last,
            let mean = WeightedUnits.Mean(aggregation)
        else {
            throw Absence(
                "exact weights are computed for arithmetic and geometric means, for indicators the same at all levels"
            )
        }
        try requireEveryDimension()
        let table = level == .dimensions ? dimensionColumns : indicatorColumns
        try requireLinear(table, mean: mean)
        let tree = Hierarchy(levels: [.init(names: table.names, parents: table.names.map { _ in 0 })])
        do throws(WeightFailure) {
            return LinearScores(
                level: level, names: table.names, declared: table.declared,
                units: try WeightedUnits(
                    IndicatorTable(columns: table.columns, units: dyads.count), hierarchy: tree,
                    isReference: isInClass, mean: mean, tieTolerance: method.tieTolerance),
                space: try WeightSpace(tree, shape: .flat), filled: table.filled)
        } catch {
            throw Absence("\(error)")
        }
    }

    /// What a score is a sum of: N columns with a weight each, and how many values of the class were filled.
    private typealias Summed = (names: [String], declared: [Double], columns: [[Double?]], filled: Int)

    private var dimensionColumns: Summed {
        let declared = dimensions.indices.map { dimension in
            zip(dimensionOf, index.nominalWeights).reduce(0) { $0 + ($1.0 == dimension ? $1.1 : 0) }
        }
        let columns = dimensions.indices.map { dimension in
            dyads.indices.map { index.dimensionScores(of: $0)[dimension] }
        }
        return (dimensions, declared, columns, 0)
    }

    private var indicatorColumns: Summed {
        var filled = 0
        let columns = indicators.indices.map { indicator in
            dyads.indices.map { unit -> Double? in
                if let value = index.normalised[unit, indicator] { return value }
                let score = index.dimensionScores(of: unit)[dimensionOf[indicator]]
                if score != nil, isInClass[unit] { filled += 1 }
                return score
            }
        }
        return (indicators.map(\.id), index.nominalWeights, columns, filled)
    }

    /// - Throws: `Absence` when a ranked dyad of the class has no observation in a dimension.
    private func requireEveryDimension() throws(Absence) {
        for unit in dyads.indices where isInClass[unit] && ranking.scores[unit] != nil {
            if let gap = index.dimensionScores(of: unit).firstIndex(of: nil) {
                throw Absence(
                    "\(dyads[unit]) has no observation of \(dimensions[gap]), so that its score is not linear in the weights"
                )
            }
        }
    }

    /// - Throws: `Absence` when the declared weights of the columns do not give the scores, as when every dyad has
    ///   weights of its own.
    private func requireLinear(_ table: Summed, mean: WeightedUnits.Mean) throws(Absence) {
        let scored = dyads.indices.filter { isInClass[$0] && ranking.scores[$0] != nil }
        for unit in scored {
            var (sum, size) = (0.0, 0.0)
            for (weight, column) in zip(table.declared, table.columns) {
                let value = column[unit] ?? 0
                let term = weight * (mean == .arithmetic ? value : log(value))
                sum += term
                size += abs(term)
            }
            let score = ranking.scores[unit] ?? 0
            let expected = mean == .arithmetic ? score : log(score)
            guard abs(sum - expected) <= 1e-9 * max(1, size) else {
                throw Absence("one set of weights for all dyads does not give these scores")
            }
        }
    }
}
