import DyadicModels

extension Assessment {
    /// The scoring of a window with the expectations that were made for it.
    func scoring(in window: Window, of claim: Claim) -> WindowScoring {
        var scoring = WindowScoring(
            panel: panel, claim: claim, window: window, minimumYears: plan.minimumCoveredYears)
        scoring.metadata = plan.metadata
        for expectation in expectations where expectation.window == window {
            scoring.expected[expectation.exposure, expectation.indicator.id] = .success(expectation.column)
        }
        return scoring
    }
}
