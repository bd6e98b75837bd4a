import DyadicModels

extension WindowScoring {
    /// Expected values of every indicator of the plan, under every exposure that it names.
    func expectedValues(for plan: AssessmentPlan, covariates: DyadCovariates?) -> ExpectedValues {
        ExpectedValues()
    }
}
