/// The tree of an index: indicators at the bottom, groups of them above, one index at the top.
///
/// Level 0 holds the indicators; `levels[l].parents` are indices into level l + 1, and those of the last level are
/// all 0, the index itself, which is not listed. A flat index has one level.
public struct Hierarchy: Hashable, Sendable {
    public struct Level: Hashable, Sendable {
        public let names: [String]
        /// The declared weight of each node among the children of its parent; only their ratios matter.
        public let weights: [Double]
        /// The index of each node's parent in the level above.
        public let parents: [Int]

        /// - Parameters:
        ///   - names: of the nodes; at level 0 the indicators in the order of the table's columns.
        ///   - weights: declared weights, one a node, not negative; without them every node has weight 1.
        ///   - parents: the index of each node's parent in the level above, one a node; all 0 in the last level.
        public init(names: [String], weights: [Double]? = nil, parents: [Int]) {
            precondition(names.count == parents.count && names.count == (weights?.count ?? names.count))
            self.names = names
            self.weights = weights ?? names.map { _ in 1 }
            self.parents = parents
        }
    }

    public let levels: [Level]

    /// - Parameter levels: at least one; parents are valid indices and no node above level 0 is without children.
    public init(levels: [Level]) {
        precondition(!levels.isEmpty)
        for (level, above) in zip(levels, levels.dropFirst()) {
            precondition(Set(level.parents) == Set(above.names.indices), "every group needs children")
        }
        precondition(levels.last?.parents.allSatisfy { $0 == 0 } ?? false)
        self.levels = levels
    }

    /// The number of groups above each level: `groupCounts[l]` is the number of parents of level l.
    func groupCount(above level: Int) -> Int {
        level + 1 < levels.count ? levels[level + 1].names.count : 1
    }

    /// The nodes of a level that have a given parent, in order.
    public func children(of group: Int, atLevel level: Int) -> [Int] {
        levels[level].parents.indices.filter { levels[level].parents[$0] == group }
    }

    /// Weights of the leaves, sum one, as the product down the tree of each node's share among its siblings.
    ///
    /// - Parameter nodeWeights: a weight for every node of every level, not negative, positive in sum among
    ///   siblings.
    public func leafWeights(nodeWeights: [[Double]]) -> [Double] {
        var ofParents = [1.0]
        for level in levels.indices.reversed() {
            var sums = [Double](repeating: 0, count: groupCount(above: level))
            for (node, parent) in levels[level].parents.enumerated() {
                sums[parent] += nodeWeights[level][node]
            }
            ofParents = levels[level].parents.enumerated().map { node, parent in
                sums[parent] > 0 ? ofParents[parent] * nodeWeights[level][node] / sums[parent] : 0
            }
        }
        return ofParents
    }

    /// Weights of every node of every level, from weights of the leaves: a group's is the sum of its children's.
    public func nodeWeights(leafWeights: [Double]) -> [[Double]] {
        var result = [leafWeights]
        for level in levels.indices.dropLast() {
            var sums = [Double](repeating: 0, count: groupCount(above: level))
            for (node, parent) in levels[level].parents.enumerated() { sums[parent] += result[level][node] }
            result.append(sums)
        }
        return result
    }
}
