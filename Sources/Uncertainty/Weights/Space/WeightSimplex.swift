internal import Scoring

/// One of the independent simplices of which a weight space is the product: all indicators of a flat space, or the
/// children of one group of a nested space.
struct WeightSimplex {
    /// The nodes whose shares sum to one.
    let nodes: [WeightNode]
    /// The indicators below each node, whose weights are multiplied by its share.
    let leaves: [[Int]]
    /// Chains of positions whose shares do not rise, if all constraints are chains without a position in common; nil
    /// otherwise.
    let chains: [[Int]]?
    /// All constraints as rows over the shares.
    let inequalities: [WeightSpace.Inequality]
}

extension WeightSpace {
    /// The simplices, from the top down, those of one node left out; constraints on a lone node stay, on one that is 1.
    var simplices: [WeightSimplex] {
        switch shape {
        case .flat: return [simplex(of: (0..<indicators).map(WeightNode.indicator))]
        case .nested:
            var result: [WeightSimplex] = []
            for level in hierarchy.levels.indices.reversed() {
                let parents = Set(hierarchy.levels[level].parents).sorted()
                for parent in parents {
                    let nodes = hierarchy.children(of: parent, atLevel: level).map {
                        WeightNode(level: level, index: $0)
                    }
                    let simplex = simplex(of: nodes)
                    if nodes.count > 1 || !simplex.inequalities.isEmpty { result.append(simplex) }
                }
            }
            return result
        }
    }

    private func simplex(of nodes: [WeightNode]) -> WeightSimplex {
        let places = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1, $0) })
        var inequalities: [Inequality] = []
        var chains: [[Int]]? = []
        for (index, constraint) in constraints.enumerated() {
            let members = constraint.nodes
            if shape == .nested, !members.allSatisfy({ places[$0] != nil }) { continue }
            for (terms, bound) in constraint.rows {
                var row = Inequality(
                    coefficients: Array(repeating: 0, count: nodes.count), bound: bound, constraint: index)
                for term in terms {
                    let below = places[term.node].map { [$0] } ?? leaves(below: term.node)
                    for place in below { row.coefficients[place] += term.coefficient }
                }
                inequalities.append(row)
            }
            let chain = members.compactMap { places[$0] }
            let taken = Set(chains?.joined().map { $0 } ?? [])
            if case .order = constraint, chain.count == members.count, taken.isDisjoint(with: chain) {
                chains?.append(chain)
            } else if !constraint.rows.isEmpty {
                chains = nil
            }
        }
        return WeightSimplex(
            nodes: nodes, leaves: nodes.map { leaves(below: $0) }, chains: chains, inequalities: inequalities)
    }
}
