extension Weighting {
    /// The weights that the tree declares: each node's share among its siblings, multiplied down the tree.
    public static let declared = Weighting(
        MethodDescription(
            id: "declared", title: "weights declared in the hierarchy",
            formula: "w(k) = product over the levels of v(node) / sum of v over the node's siblings",
            domain: "declared weights v that are not negative, with one above zero among siblings",
            sources: ["becker2022coinr"],
            properties: [
                "does not depend on the data", "only the ratios of siblings' weights matter",
                "weights sum to one",
            ],
            denied: ["a declared weight is not the influence that an indicator has on the ranks"],
            test: "COINrASEMWeightsTests")
    ) { (input, _) throws(ScoringFailure) in
        let hierarchy = input.design.hierarchy
        for (level, nodes) in hierarchy.levels.enumerated() {
            if let node = nodes.weights.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
                throw .inadmissible(
                    reason:
                        "the declared weight of \(nodes.names[node]) is \(nodes.weights[node]); weights must not be negative"
                )
            }
            for group in 0..<hierarchy.groupCount(above: level) {
                let children = hierarchy.children(of: group, atLevel: level)
                guard children.contains(where: { nodes.weights[$0] > 0 }) else {
                    throw .inadmissible(
                        reason:
                            "the declared weights of \(children.map { nodes.names[$0] }.joined(separator: ", ")) are all zero"
                    )
                }
            }
        }
        return Output(
            weights: .common(hierarchy.leafWeights(nodeWeights: hierarchy.levels.map(\.weights))))
    }
}
