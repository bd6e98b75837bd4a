extension Weighting {
    /// The mean of all weights that keep a stated order of importance.
    public static let rankOrderCentroid = Weighting(
        MethodDescription(
            id: "rank-order-centroid", title: "rank-order centroid weights",
            formula: "w(j) = (1/n) sum of 1/i over i = j ... n, for the j-th of n names",
            domain:
                "an order of indicators or groups in which every indicator or a group that holds it occurs",
            sources: ["barron1996weights"],
            properties: [
                "does not depend on the data",
                "the centre of gravity of all weight vectors with w(1) >= w(2) >= ... >= w(n)",
                "weights sum to one and fall strictly in the order",
                "a group's weight is shared out equally below it",
            ],
            denied: ["the first weight is not moderate: with three names it is 11/18, the last 2/18"],
            test: "RankOrderCentroidTests",
            parameters: [
                MethodParameter(
                    "order", .names, meaning: "indicators or groups, the most important first")
            ])
    ) { (input, arguments) throws(ScoringFailure) in
        let order = arguments.words("order")
        let nodes = try NamedNodes(order, in: input.design.hierarchy, method: "rank-order-centroid")
        var weights = [Double](repeating: 0, count: order.count)
        var sum = 0.0
        for place in order.indices.reversed() {
            sum += 1 / Double(place + 1)
            weights[place] = sum / Double(order.count)
        }
        return Output(weights: .common(try nodes.leafWeights(weights, allowsNesting: false)))
    }
}
