extension Weighting {
    /// Every group the same, and inside a group every member the same, at every level of the tree.
    public static let equalByDimension = Weighting(
        MethodDescription(
            id: "equal", title: "equal weights by dimension, then by indicator",
            formula: "1 / (number of siblings), multiplied down the tree", domain: "any tree",
            sources: ["oecd2008handbook"],
            properties: ["does not depend on the data"],
            denied: ["equal weights are not equal influence: variances and correlations decide that"],
            test: "CompositeIndexTests")
    ) { (input, _) throws(ScoringFailure) in
        let hierarchy = input.design.hierarchy
        return Output(
            weights: .common(
                hierarchy.leafWeights(nodeWeights: hierarchy.levels.map { $0.names.map { _ in 1 } })))
    }
}
