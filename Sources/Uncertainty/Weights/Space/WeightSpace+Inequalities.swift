internal import LinearPrograms
internal import Scoring

extension WeightSpace {
    /// A row sum of coefficient x weight of an indicator <= bound; K coefficients.
    struct Inequality {
        var coefficients: [Double]
        var bound: Double
        /// The index of the constraint that it comes from.
        let constraint: Int
    }

    /// The constraints as rows over the indicators' weights in the whole.
    ///
    /// In a nested space a share among siblings is a group's weight over its parent's, so sum a s <= b becomes
    /// sum a w <= b W with W the parent's weight: linear too, and kept by everything where W is zero.
    var inequalities: [Inequality] {
        var result: [Inequality] = []
        for (index, constraint) in constraints.enumerated() {
            for (terms, bound) in constraint.rows {
                var row = Inequality(
                    coefficients: Array(repeating: 0, count: indicators), bound: bound, constraint: index)
                for term in terms {
                    for leaf in leaves(below: term.node) { row.coefficients[leaf] += term.coefficient }
                }
                if shape == .nested, let first = terms.first {
                    for sibling in siblings(of: first.node) {
                        for leaf in leaves(below: sibling) { row.coefficients[leaf] -= bound }
                    }
                    row.bound = 0
                }
                result.append(row)
            }
        }
        return result
    }

    /// The children of a node's parent, in order, the node among them.
    func siblings(of node: WeightNode) -> [WeightNode] {
        hierarchy.children(of: parent(of: node), atLevel: node.level).map {
            WeightNode(level: node.level, index: $0)
        }
    }

    /// The rows of a program that keep its first K columns in the space: their sum is one, then the constraints.
    func rows(columns: Int) -> [(coefficients: [Double], bounds: LinearProgram.Bounds)] {
        let padding = [Double](repeating: 0, count: columns - indicators)
        let sum = [Double](repeating: 1, count: indicators) + padding
        return [(sum, .equal(to: 1))] + inequalities.map { ($0.coefficients + padding, .atMost($0.bound)) }
    }
}
