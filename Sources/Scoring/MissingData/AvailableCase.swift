extension MissingDataRule {
    /// Weights are shared out over the observed indicators of a group, and over the groups that have any.
    public static let availableCase = MissingDataRule(
        MethodDescription(
            id: "available-case", title: "mean of what is observed",
            formula: "w(i,k) = w(k) / sum of w over the observed siblings of k",
            domain: "any pattern of gaps; a unit without any observation has no score",
            sources: ["oecd2008handbook"],
            properties: [
                "a missing indicator never shifts weight to another group that has observations",
                "fills nothing",
            ],
            denied: ["scores of units with different gaps rest on different indicators"],
            test: "CompositeIndexTests"),
        .sharesWeights)
}
