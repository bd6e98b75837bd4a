internal import LinearAlgebra

/// Quasi-arithmetic means nested like the tree, over what is observed: matrix products all the way.
///
/// With one mean at all levels and nothing missing this is the mean of all indicators with the products of the
/// weights; with gaps, weight is shared out among observed siblings only.
struct NestedMean {
    /// Group values of every level above the indicators; the last has one column, the index. P x groups.
    private(set) var levels: [IndicatorTable] = []
    private let hierarchy: Hierarchy
    /// For each level the nominal weights of its nodes, and P x groups: the weight that is observed below each group
    /// above it.
    private let weights: [NodeWeights]
    private let totals: [Matrix]
    /// P x K: what is observed of the indicators.
    private let observed: Matrix
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
        let units = observed.rows
        var effective = Matrix(rows: units, columns: 1) { unit, _ in weights[0].sum(of: unit) }
        for level in hierarchy.levels.indices.reversed() {
            let (above, totals) = (effective.elements, totals[level].elements)
            let (nodeWeights, stride) = (weights[level].elements, weights[level].stride)
            let observed = (level == 0 ? observed : levels[level - 1].observed).elements
            let (parents, groups) = (hierarchy.levels[level].parents, hierarchy.groupCount(above: level))
            effective = Matrix(rows: units, columns: parents.count) { unit, node in
                let group = unit * groups + parents[node]
                guard totals[group] > 0 else { return 0 }
                // The share of the node among its observed siblings.
                let weight = nodeWeights[unit * stride + node] * observed[unit * parents.count + node]
                return above[group] * (weight / totals[group])
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
        of table: IndicatorTable, hierarchy: Hierarchy, leafWeights: NodeWeights, means: [QuasiArithmeticMean]
    ) throws(ScoringFailure) {
        self.hierarchy = hierarchy
        hasOneMean = means.count == 1
        observed = table.observed
        var below = table
        var innermost = table.values
        var weights = [leafWeights]
        var totals: [Matrix] = []
        for (level, nodes) in hierarchy.levels.enumerated() {
            let mean = means[min(level, means.count - 1)]
            let transformed = try Self.forward(
                below.values, observed: below.observed, mean: mean, level: level)
            if level == 0 { innermost = transformed }
            let groups = hierarchy.groupCount(above: level)
            let (sums, total) = Self.sums(
                of: transformed, observed: below.observed, weights: weights[level], parents: nodes.parents,
                groups: groups)
            let isTop = level == hierarchy.levels.count - 1
            let values = Matrix(rows: table.units, columns: groups) { unit, group in
                let total = total[unit, group]
                guard total > 0 else { return 0 }
                let value = mean.inverse(sums[unit, group] / total)
                return isTop ? value * leafWeights.sum(of: unit) : value
            }
            below = IndicatorTable(values: values, observed: total.map { $0 > 0 ? 1 : 0 })
            levels.append(below)
            totals.append(total)
            weights.append(weights[level].grouped(by: nodes.parents, groups: groups))
        }
        self.innermost = innermost
        self.weights = weights
        self.totals = totals
    }

    /// For each unit and group the sums of weight times value, and of weight, over the observed nodes of the group, in
    /// their order; each P x groups.
    private static func sums(
        of values: Matrix, observed: Matrix, weights: NodeWeights, parents: [Int], groups: Int
    ) -> (sums: Matrix, totals: Matrix) {
        let (units, nodes) = (values.rows, parents.count)
        let (values, observed) = (values.elements, observed.elements)
        let (weightRows, stride) = (weights.elements, weights.stride)
        var sums = [Double](repeating: 0, count: units * groups)
        var totals = sums
        for unit in 0..<units {
            let (first, firstGroup, firstWeight) = (unit * nodes, unit * groups, unit * stride)
            for node in 0..<nodes {
                let weight = weightRows[firstWeight + node] * observed[first + node]
                sums[firstGroup + parents[node]] += values[first + node] * weight
                totals[firstGroup + parents[node]] += weight
            }
        }
        return (
            Matrix(rows: units, columns: groups, elements: sums),
            Matrix(rows: units, columns: groups, elements: totals)
        )
    }

    /// f of what is observed; zero where missing.
    private static func forward(
        _ values: Matrix, observed: Matrix, mean: QuasiArithmeticMean, level: Int
    ) throws(ScoringFailure) -> Matrix {
        if mean.isIdentity, values.isFinite { return values }
        var result = [Double](repeating: 0, count: values.elements.count)
        for place in result.indices where observed.elements[place] == 1 {
            guard let value = mean.forward(values.elements[place]), value.isFinite else {
                guard level == 0 else {
                    throw .noAnswer(reason: "a group's score is outside the domain: \(mean.domain) needed")
                }
                throw .valueOutsideDomain(
                    indicator: place % values.columns, unit: place / values.columns, need: mean.domain)
            }
            result[place] = value
        }
        return Matrix(rows: values.rows, columns: values.columns, elements: result)
    }
}
