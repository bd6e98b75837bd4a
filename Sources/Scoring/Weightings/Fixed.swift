extension Weighting {
    /// Weights that the study fixes, by the names of indicators or groups.
    public static let fixed = Weighting(
        MethodDescription(
            id: "fixed", title: "fixed weights",
            formula:
                "v(name) / sum of v over the names at its height; a group's weight is shared out below it",
            domain: "numbers that are not negative; every indicator, or a group that holds it, is named",
            sources: ["oecd2008handbook"],
            properties: [
                "does not depend on the data", "only the ratios of the numbers matter", "weights sum to one",
                "below a named group the indicators share its weight equally, or by their own numbers when all are named",
            ],
            denied: ["a fixed weight is not the influence that an indicator has on the ranks"],
            test: "NamedNodesTests",
            parameters: [
                MethodParameter(
                    "weights", .named(0...1e9), meaning: "numbers by the name of the indicator or group")
            ])
    ) { (input, arguments) throws(ScoringFailure) in
        let weights = arguments.named("weights").sorted { $0.key < $1.key }
        let nodes = try NamedNodes(weights.map(\.key), in: input.design.hierarchy, method: "fixed")
        return Output(
            weights: .common(try nodes.leafWeights(weights.map(\.value), allowsNesting: true)))
    }
}
