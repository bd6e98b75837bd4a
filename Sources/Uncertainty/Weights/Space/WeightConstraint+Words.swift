internal import Scoring

extension WeightConstraint {
    /// The constraint in words, with the names of the tree; its nodes must be of the tree.
    func words(in hierarchy: Hierarchy) -> String {
        func name(_ node: WeightNode) -> String { hierarchy.levels[node.level].names[node.index] }
        switch self {
        case .order(let nodes): return nodes.map(name).joined(separator: " >= ")
        case .interval(let node, let range):
            return "\(name(node)) from \(range.lowerBound) to \(range.upperBound)"
        case .ratio(let node, let other, let range):
            return "\(name(node)) / \(name(other)) from \(range.lowerBound) to \(range.upperBound)"
        case .linear(let terms, let bound):
            let sum = terms.map { "\($0.coefficient) \(name($0.node))" }.joined(separator: " + ")
            return "\(sum) <= \(bound)"
        }
    }
}

extension WeightSpace {
    /// The constraints in words, one each, with the names of the tree.
    public var constraintWords: [String] { constraints.map { $0.words(in: hierarchy) } }
}
