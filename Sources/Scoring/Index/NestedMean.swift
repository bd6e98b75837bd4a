internal import LinearAlgebra

/// Quasi-arithmetic means nested like the tree, over what is observed: matrix products all the way.
///
/// With one mean at all levels and nothing missing this is the mean of all indicators with the products of the
/// weights; with gaps, weight is shared out among observed siblings only.
struct NestedMean {
    /// Group values of every level above the indicators; the last has one column, the index. P x groups, nil where
    /// nothing below is observed.
    private(set) var groups: [[[Double?]]] = []
    /// P x K: the weight of each indicator in each unit's score; 0 where missing.
    private(set) var effectiveWeights: Matrix
    /// P x K: effective weight times f(value), where all levels have the same f; nil otherwise.
    private(set) var contributions: Matrix?

    /// - Parameters:
    ///   - table: P x K normalised values.
    ///   - leafWeights: P x K nominal weights; a row may sum to something else than one (weights of a unit's own),
    ///     and its score is then multiplied by that sum.
    ///   - means: one for all levels, or one a level.
    /// - Throws: `ScoringFailure` for a value outside a mean's domain.
    init(
        of table: IndicatorTable, hierarchy: Hierarchy, leafWeights: Matrix, means: [QuasiArithmeticMean]
    ) throws(ScoringFailure) {
        let units = table.units
        let levels = hierarchy.levels
        var values = table.values
        var observed = table.observed
        var weights = leafWeights
        var shares: [Matrix] = []
        var innermost = values
        for level in levels.indices {
            let mean = means[min(level, means.count - 1)]
            let isTop = level == levels.count - 1
            let transformed = try Self.forward(values, observed: observed, mean: mean, level: level)
            if level == 0 { innermost = transformed }
            let count = hierarchy.groupCount(above: level)
            let membership = Matrix(rows: levels[level].names.count, columns: count) {
                levels[level].parents[$0] == $1 ? 1 : 0
            }
            let weighted = weights.times(elementwise: observed)
            let sums = transformed.times(elementwise: weighted).times(membership)
            let totals = weighted.times(membership)
            shares.append(
                Matrix(rows: units, columns: levels[level].names.count) { unit, node in
                    let total = totals[unit, levels[level].parents[node]]
                    return total > 0 ? weighted[unit, node] / total : 0
                })
            let next = Matrix(rows: units, columns: count) { unit, group in
                let total = totals[unit, group]
                guard total > 0 else { return 0 }
                let value = mean.inverse(sums[unit, group] / total)
                return isTop ? value * Self.rowSum(leafWeights, unit) : value
            }
            observed = totals.map { $0 > 0 ? 1 : 0 }
            groups.append(
                (0..<units).map { unit in
                    (0..<count).map { observed[unit, $0] == 1 ? next[unit, $0] : nil }
                })
            weights = weights.times(membership)
            values = next
        }

        var effective = Matrix(rows: units, columns: 1) { unit, _ in Self.rowSum(leafWeights, unit) }
        for level in levels.indices.reversed() {
            let above = effective
            effective = Matrix(rows: units, columns: levels[level].names.count) { unit, node in
                above[unit, levels[level].parents[node]] * shares[level][unit, node]
            }
        }
        effectiveWeights = effective
        contributions = means.count == 1 ? effective.times(elementwise: innermost) : nil
    }

    /// Sums that miss one only by rounding are one, so that scores under common weights are plain means.
    private static func rowSum(_ weights: Matrix, _ unit: Int) -> Double {
        let sum = weights.row(unit).reduce(0, +)
        return abs(sum - 1) < 1e-12 ? 1 : sum
    }

    private static func forward(
        _ values: Matrix, observed: Matrix, mean: QuasiArithmeticMean, level: Int
    ) throws(ScoringFailure) -> Matrix {
        var result = Matrix(rows: values.rows, columns: values.columns)
        for unit in 0..<values.rows {
            for node in 0..<values.columns where observed[unit, node] == 1 {
                guard let value = mean.forward(values[unit, node]), value.isFinite else {
                    guard level == 0 else {
                        throw .noAnswer(
                            reason: "a group's score is outside the domain: \(mean.domain) needed")
                    }
                    throw .valueOutsideDomain(indicator: node, unit: unit, need: mean.domain)
                }
                result[unit, node] = value
            }
        }
        return result
    }
}
