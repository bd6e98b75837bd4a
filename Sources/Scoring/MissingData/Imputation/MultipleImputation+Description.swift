extension MultipleImputation {
    /// What is said of it in the documentation of methods.
    public static let description = MethodDescription(
        id: "multiple-imputation", title: "many draws of every missing value",
        formula:
            "M times: a bootstrap sample of the class; mean m and covariance S of a normal model by expectation-maximisation, covariances over 1 + ridge in each step; missing values ~ N(m + S(mo) S(oo)^-1 (x(o) - m(o)), S(mm) - S(mo) S(oo)^-1 S(om)) given the observed ones",
        domain:
            "values missing at random given the observed ones; K + 2 units of the class with observations, and two that have any two indicators together",
        sources: ["honaker2010missing", "honaker2011amelia", "dempster1977maximum"],
        properties: [
            "what was observed stays as it was",
            "without gaps, every imputation gives the point scores",
            "imputation i depends on the data, the seed and i, not on how many there are or on threads",
            "estimation error of the model is in the spread, through the bootstrap",
            "units outside the class are imputed by the class's model and are not part of it",
        ],
        denied: [
            "values that are missing because of what they are (not at random) are not mended",
            "draws are normal in the transformed scale: not whole numbers, and not held to bounds",
            "the spread is that of the gaps alone, not of sampling or measurement",
            "means of imputed scores are not point scores: a nonlinear score of a mean is another number",
        ],
        test: "MultipleImputationTests, ExpectationMaximisationTests")
}
