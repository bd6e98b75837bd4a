/// A node of the tree whose weight is constrained: an indicator at level 0, a group above.
public struct WeightNode: Hashable, Sendable {
    public let level: Int
    public let index: Int

    public init(level: Int, index: Int) {
        self.level = level
        self.index = index
    }

    public static func indicator(_ index: Int) -> WeightNode { WeightNode(level: 0, index: index) }
    /// A group of the lowest kind.
    public static func dimension(_ index: Int) -> WeightNode { WeightNode(level: 1, index: index) }
}

/// What is known of weights.
///
/// In a flat space a node's weight is its share of the whole (a group's is the sum below it). In a nested space it is
/// its share among its siblings, and all nodes of a constraint must be siblings.
public enum WeightConstraint: Hashable, Sendable {
    /// Weights that do not rise from the first node to the last.
    case order([WeightNode])
    case interval(WeightNode, ClosedRange<Double>)
    /// The first weight over the second; bounds are not negative.
    case ratio(WeightNode, to: WeightNode, ClosedRange<Double>)
    /// sum of coefficient x weight <= bound.
    case linear([WeightTerm], atMost: Double)

    /// The nodes that it speaks of, in its order.
    var nodes: [WeightNode] {
        switch self {
        case .order(let nodes): nodes
        case .interval(let node, _): [node]
        case .ratio(let node, let other, _): [node, other]
        case .linear(let terms, _): terms.map(\.node)
        }
    }

    /// As rows sum of coefficient x weight <= bound. An interval has no row for a bound that holds of any weight.
    var rows: [(terms: [WeightTerm], bound: Double)] {
        switch self {
        case .order(let nodes):
            return zip(nodes, nodes.dropFirst()).map { ([WeightTerm(-1, $0), WeightTerm(1, $1)], 0) }
        case .interval(let node, let range):
            let upper = range.upperBound < 1 ? [([WeightTerm(1, node)], range.upperBound)] : []
            let lower = range.lowerBound > 0 ? [([WeightTerm(-1, node)], -range.lowerBound)] : []
            return upper + lower
        case .ratio(let node, let other, let range):
            let upper: [(terms: [WeightTerm], bound: Double)] = [
                ([WeightTerm(1, node), WeightTerm(-range.upperBound, other)], 0)
            ]
            let lower: [(terms: [WeightTerm], bound: Double)] = [
                ([WeightTerm(-1, node), WeightTerm(range.lowerBound, other)], 0)
            ]
            return (range.upperBound < .infinity ? upper : []) + (range.lowerBound > 0 ? lower : [])
        case .linear(let terms, let bound): return [(terms, bound)]
        }
    }
}

/// coefficient x weight of a node.
public struct WeightTerm: Hashable, Sendable {
    public let coefficient: Double
    public let node: WeightNode

    public init(_ coefficient: Double, _ node: WeightNode) {
        self.coefficient = coefficient
        self.node = node
    }
}
