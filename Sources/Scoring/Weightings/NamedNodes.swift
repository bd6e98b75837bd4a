internal import Diagnostics

/// Numbers by the name of an indicator or a group, and the weights that follow from them.
///
/// Every indicator must be named, or a group that holds it. Numbers of the topmost named nodes share out the
/// whole. Below a named group either nothing is named, and its weight is shared out equally from level to level,
/// or again everything is, and the numbers share out the group's weight. Where a group and an indicator have
/// one name, it means the group.
struct NamedNodes {
    private let hierarchy: Hierarchy
    private let method: String
    /// The place of a node's name among the names, by level and node; nil for a node without a name.
    private let places: [[Int?]]

    /// - Throws: `ScoringFailure.inadmissible` for a name that the tree does not have, or that occurs twice.
    init(_ names: [String], in hierarchy: Hierarchy, method: String) throws(ScoringFailure) {
        self.hierarchy = hierarchy
        self.method = method
        var places: [[Int?]] = hierarchy.levels.map { $0.names.map { _ in nil } }
        for (place, name) in names.enumerated() {
            let level = hierarchy.levels.indices.last { hierarchy.levels[$0].names.contains(name) }
            guard let level, let node = hierarchy.levels[level].names.firstIndex(of: name) else {
                let known = hierarchy.levels.flatMap(\.names)
                let hint = nearestWord(to: name, among: known).map { "; did you mean \($0)?" } ?? ""
                throw .inadmissible(
                    reason: "\(method) names \(name), which is neither an indicator nor a group\(hint)")
            }
            guard places[level][node] == nil else {
                throw .inadmissible(reason: "\(method) names \(name) twice")
            }
            places[level][node] = place
        }
        self.places = places
    }

    /// The weights of the indicators, sum one.
    ///
    /// - Parameters:
    ///   - numbers: one a name, not negative.
    ///   - allowsNesting: whether an indicator may be named below a group that is.
    /// - Throws: `ScoringFailure.inadmissible` for an indicator that is not named and whose groups are not either,
    ///   for numbers that sum to zero, and for nesting that is not allowed.
    func leafWeights(_ numbers: [Double], allowsNesting: Bool) throws(ScoringFailure) -> [Double] {
        var weights = [Double](repeating: 0, count: hierarchy.levels[0].names.count)
        try share(
            1, below: (hierarchy.levels.count, 0), numbers: numbers, allowsNamed: true,
            allowsNesting: allowsNesting, into: &weights)
        return weights
    }

    private typealias Node = (level: Int, index: Int)

    private func share(
        _ weight: Double, below node: Node, numbers: [Double], allowsNamed: Bool, allowsNesting: Bool,
        into weights: inout [Double]
    ) throws(ScoringFailure) {
        guard node.level > 0 else {
            weights[node.index] = weight
            return
        }
        let (named, uncovered) = cover(of: node)
        guard !named.isEmpty else {
            let children = hierarchy.children(of: node.index, atLevel: node.level - 1)
            for child in children {
                try share(
                    weight / Double(children.count), below: (node.level - 1, child), numbers: numbers,
                    allowsNamed: false, allowsNesting: allowsNesting, into: &weights)
            }
            return
        }
        guard allowsNamed else {
            throw .inadmissible(
                reason:
                    "\(method) names \(name(of: named[0].node)) and a group that holds it; name one of them")
        }
        if let missing = uncovered.first {
            throw .inadmissible(
                reason:
                    "\(method) names neither \(hierarchy.levels[0].names[missing]) nor a group that holds it")
        }
        let sum = named.reduce(0) { $0 + numbers[$1.place] }
        guard sum > 0 else {
            throw .inadmissible(
                reason: "\(method) gives \(named.map { name(of: $0.node) }.joined(separator: ", ")) no weight"
            )
        }
        for (node, place) in named {
            try share(
                weight * (numbers[place] / sum), below: node, numbers: numbers, allowsNamed: allowsNesting,
                allowsNesting: allowsNesting, into: &weights)
        }
    }

    /// The topmost named nodes below a node, and the indicators below it that none of them holds.
    private func cover(of node: Node) -> (named: [(node: Node, place: Int)], uncovered: [Int]) {
        var named: [(node: Node, place: Int)] = []
        var uncovered: [Int] = []
        let level = node.level - 1
        for child in hierarchy.children(of: node.index, atLevel: level) {
            if let place = places[level][child] {
                named.append(((level, child), place))
            } else if level == 0 {
                uncovered.append(child)
            } else {
                let below = cover(of: (level, child))
                named += below.named
                uncovered += below.uncovered
            }
        }
        return (named, uncovered)
    }

    private func name(of node: Node) -> String { hierarchy.levels[node.level].names[node.index] }
}
