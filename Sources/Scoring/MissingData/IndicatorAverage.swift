extension MissingDataRule {
    /// The mean of the class in every gap of an indicator.
    public static let indicatorMean = MissingDataRule(
        MethodDescription(
            id: "indicator-mean", title: "the mean of the class",
            formula: "value = mean over the observed units of the class, before outliers and transform",
            domain: "any pattern of gaps", sources: ["oecd2008handbook", "becker2022coinr"],
            properties: ["the mean of the class stays as it was observed"],
            denied: [
                "shrinks the spread of the indicator and its correlations, and so moves what is fitted on them",
                "the spread of the truth about the filled value is not shown: multiple imputation does that",
            ],
            test: "FillingTests"),
        .fillsValues { (input, _) throws(ScoringFailure) in
            input.filled { reference, _ in mean(reference) }
        })

    /// The median of the class in every gap of an indicator.
    public static let indicatorMedian = MissingDataRule(
        MethodDescription(
            id: "indicator-median", title: "the median of the class",
            formula: "value = median over the observed units of the class, before outliers and transform",
            domain: "any pattern of gaps", sources: ["oecd2008handbook", "becker2022coinr"],
            properties: [
                "the median of the class stays as it was observed", "one extreme value does not move it",
            ],
            denied: ["shrinks the spread of the indicator and its correlations"],
            test: "FillingTests"),
        .fillsValues { (input, _) throws(ScoringFailure) in
            input.filled { reference, _ in median(reference) }
        })
}
