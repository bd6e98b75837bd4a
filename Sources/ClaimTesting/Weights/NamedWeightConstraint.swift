public import Scoring
public import Uncertainty

/// What is known of weights, by the names of dimensions and indicators: holds for readings that have only some of them.
public enum NamedWeightConstraint: Hashable, Sendable {
    /// Weights that do not rise from the first name to the last.
    case order([String])
    case interval(String, ClosedRange<Double>)
    /// The first weight over the second.
    case ratio(of: String, to: String, ClosedRange<Double>)

    /// What it says of the nodes of a tree; nil if nothing.
    ///
    /// An order keeps its members that are there, if they are at least two; an interval or a ratio of a name that is not
    /// there drops, and so does an interval of a node without siblings, whose weight is not free (in a flat space: of the
    /// whole).
    public func restricted(to hierarchy: Hierarchy, shape: WeightSpace.Shape) -> WeightConstraint? {
        switch self {
        case .order(let names):
            let nodes = names.compactMap { node($0, in: hierarchy) }
            return nodes.count >= 2 ? .order(nodes) : nil
        case .interval(let name, let range):
            guard let node = node(name, in: hierarchy), !isAlone(node, in: hierarchy, shape) else {
                return nil
            }
            return .interval(node, range)
        case .ratio(let name, let other, let range):
            guard let node = node(name, in: hierarchy), let base = self.node(other, in: hierarchy) else {
                return nil
            }
            return .ratio(node, to: base, range)
        }
    }

    /// The indicator with a name, else the dimension.
    private func node(_ name: String, in hierarchy: Hierarchy) -> WeightNode? {
        for (level, nodes) in hierarchy.levels.enumerated() {
            if let index = nodes.names.firstIndex(of: name) { return WeightNode(level: level, index: index) }
        }
        return nil
    }

    private func isAlone(
        _ node: WeightNode, in hierarchy: Hierarchy, _ shape: WeightSpace.Shape
    ) -> Bool {
        let level = hierarchy.levels[node.level]
        switch shape {
        case .flat: return level.names.count == 1
        case .nested: return hierarchy.children(of: level.parents[node.index], atLevel: node.level).count == 1
        }
    }
}
