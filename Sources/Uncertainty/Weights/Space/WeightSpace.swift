public import Scoring

/// The weights that are possible, each as likely as any other.
///
/// Flat: uniform on the simplex of the K indicators' weights. Nested: uniform on the simplex over the groups at the
/// top, independently uniform over the children of each group, and an indicator's weight is the product down the tree.
/// Constraints cut out a part, on which the distribution stays uniform.
///
/// Holds: without constraints both shapes reach every point of the simplex, and all indicators (flat) or all siblings
/// (nested) have the same expected weight. Does not hold: flat and nested are not the same distribution; a flat space
/// gives a dimension of many indicators more weight in expectation.
public struct WeightSpace: Hashable, Sendable {
    public enum Shape: Hashable, Sendable { case flat, nested }

    public let hierarchy: Hierarchy
    public let shape: Shape
    public let constraints: [WeightConstraint]

    /// - Throws: `WeightFailure` for constraints that cannot be used, or that no weights keep.
    public init(
        _ hierarchy: Hierarchy, shape: Shape = .nested, constraints: [WeightConstraint] = []
    ) throws(WeightFailure) {
        self.hierarchy = hierarchy
        self.shape = shape
        self.constraints = constraints
        for constraint in constraints { try validate(constraint) }
        try requireFeasibility()
    }

    /// K.
    public var indicators: Int { hierarchy.levels[0].names.count }

    /// The indicators below a node (itself at level 0), in order.
    func leaves(below node: WeightNode) -> [Int] {
        var nodes = [node.index]
        for level in (0..<node.level).reversed() {
            nodes = nodes.flatMap { hierarchy.children(of: $0, atLevel: level) }
        }
        return nodes.sorted()
    }

    /// The index of a node's parent; 0 at the top.
    func parent(of node: WeightNode) -> Int { hierarchy.levels[node.level].parents[node.index] }

    private func validate(_ constraint: WeightConstraint) throws(WeightFailure) {
        for node in constraint.nodes {
            guard hierarchy.levels.indices.contains(node.level),
                hierarchy.levels[node.level].names.indices.contains(node.index)
            else {
                throw .unusableConstraint(
                    reason:
                        "a constraint names node \(node.index + 1) of level \(node.level), which is not there"
                )
            }
        }
        let words = constraint.words(in: hierarchy)
        guard !constraint.nodes.isEmpty, Set(constraint.nodes).count == constraint.nodes.count else {
            throw .unusableConstraint(reason: "\(words): name each node once")
        }
        if case .ratio(_, _, let range) = constraint, range.lowerBound < 0 || range.lowerBound.isInfinite {
            throw .unusableConstraint(reason: "\(words): a ratio of weights is finite and not negative")
        }
        for row in constraint.rows {
            guard row.bound.isFinite, row.terms.allSatisfy({ abs($0.coefficient) <= 1e6 }) else {
                throw .unusableConstraint(
                    reason: "\(words): bounds must be finite, and ratios and coefficients at most a million")
            }
        }
        if shape == .nested, let first = constraint.nodes.first {
            let areSiblings = constraint.nodes.allSatisfy {
                $0.level == first.level && parent(of: $0) == parent(of: first)
            }
            guard areSiblings else { throw .notSiblings(constraint: words) }
        }
    }
}
