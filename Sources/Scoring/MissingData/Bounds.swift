extension MissingDataRule {
    /// The worst normalised value of the class in every gap.
    public static let lowerBound = MissingDataRule(
        MethodDescription(
            id: "lower-bound", title: "the worst value in every gap",
            formula: "normalised value = minimum over the observed units of the class",
            domain: "any pattern of gaps", sources: ["manski2003partial"],
            properties: [
                "no value that the class has would give a unit a lower score, if the aggregation rises in every indicator",
                "normalisation is fitted on what was observed",
            ],
            denied: [
                "is not an estimate",
                "bounds the score of one unit if only its gaps are filled so: ranks of units with gaps are not bounded, since rivals' gaps are filled too",
            ],
            test: "FillingTests"),
        .fillsNormalised { (input, _) throws(ScoringFailure) in
            input.filled { reference, _ in reference.min() ?? 0 }
        })

    /// The best normalised value of the class in every gap.
    public static let upperBound = MissingDataRule(
        MethodDescription(
            id: "upper-bound", title: "the best value in every gap",
            formula: "normalised value = maximum over the observed units of the class",
            domain: "any pattern of gaps", sources: ["manski2003partial"],
            properties: [
                "no value that the class has would give a unit a higher score, if the aggregation rises in every indicator",
                "normalisation is fitted on what was observed",
            ],
            denied: ["is not an estimate", "favours units of which little is known"],
            test: "FillingTests"),
        .fillsNormalised { (input, _) throws(ScoringFailure) in
            input.filled { reference, _ in reference.max() ?? 0 }
        })
}
