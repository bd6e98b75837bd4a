extension Weighting {
    /// Every indicator the same, whatever its group.
    public static let equalByIndicator = Weighting(
        MethodDescription(
            id: "equal-indicator", title: "equal weights by indicator", formula: "1 / K", domain: "any tree",
            sources: ["oecd2008handbook"],
            properties: ["does not depend on the data"],
            denied: ["a group counts by the number of its indicators"], test: "CompositeIndexTests")
    ) { (input, _) throws(ScoringFailure) in
        let count = input.design.indicators.count
        return Output(weights: .common(Array(repeating: 1 / Double(count), count: count)))
    }
}
