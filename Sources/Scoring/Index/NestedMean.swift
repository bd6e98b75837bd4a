internal import LinearAlgebra

/// Quasi-arithmetic means nested like the tree, over what is observed: matrix products all the way.
///
/// With one mean at all levels and nothing missing this is the mean of all indicators with the products of the
/// weights; with gaps, weight is shared out among observed siblings only.
struct NestedMean {
    /// Group values of every level above the indicators; the last has one column, the index. P x groups.
    private(set) var levels: [IndicatorTable] = []
    private let hierarchy: Hierarchy
    private let leafWeights: Matrix
    /// For each level P x nodes: the share of each node among its observed siblings.
    private let shares: [Matrix]
    /// f(value) of the indicators; P x K.
    private let innermost: Matrix
    private let hasOneMean: Bool

    /// As `levels`, nil where nothing below is observed.
    var groups: [[[Double?]]] {
        levels.map { level in
            (0..<level.units).map { unit in (0..<level.indicators).map { level[unit, $0] } }
        }
    }

    /// One score a unit; nil where nothing is observed.
    var scores: [Double?] { levels.last?.column(0) ?? [] }

    /// P x K: the weight of each indicator in each unit's score; 0 where missing.
    var effectiveWeights: Matrix {
        let units = leafWeights.rows
        var effective = Matrix(rows: units, columns: 1) { unit, _ in Self.rowSum(leafWeights, unit) }
        for level in hierarchy.levels.indices.reversed() {
            let above = effective
            let parents = hierarchy.levels[level].parents
            effective = Matrix(rows: units, columns: parents.count) { unit, node in
                above[unit, parents[node]] * shares[level][unit, node]
            }
        }
        return effective
    }

    /// P x K: effective weight times f(value), where all levels have the same f; nil otherwise.
    var contributions: Matrix? { hasOneMean ? effectiveWeights.times(elementwise: innermost) : nil }

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
        self.hierarchy = hierarchy
        self.leafWeights = leafWeights
        hasOneMean = means.count == 1
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
            self.levels.append(IndicatorTable(values: next, observed: observed))
            weights = weights.times(membership)
            values = next
        }
        self.shares = shares
        self.innermost = innermost
    }

    /// Sums that miss one only by rounding are one, so that scores under common weights are plain means.
    private static func rowSum(_ weights: Matrix, _ unit: Int) -> Double {
        let first = unit * weights.columns
        let sum = weights.elements[first..<(first + weights.columns)].reduce(0, +)
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
