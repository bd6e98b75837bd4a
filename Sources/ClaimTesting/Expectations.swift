import Dyads
import DyadicModels
import LinearAlgebra

extension WindowScoring {
    /// Expected values of every indicator of the plan that enters the window, under every exposure that it names.
    func expectedValues(for plan: AssessmentPlan, covariates: Covariates?) -> ExpectedValues {
        expectedValues(of: plan.indicatorIDs, under: plan.exposures, covariates: covariates)
    }

    /// The same for some indicators and exposures.
    func expectedValues(
        of ids: [String], under exposures: [Exposure], covariates: Covariates?
    ) -> ExpectedValues {
        let asked = exposures.flatMap { exposure in ids.map { (exposure, $0) } }
        let made = parallelMap(count: asked.count) { place in
            expectation(of: asked[place].1, under: asked[place].0, covariates: covariates)
        }
        var result = ExpectedValues()
        for ((exposure, id), expectation) in zip(asked, made) { result[exposure, id] = expectation }
        return result
    }

    /// The expected values of an indicator under an exposure, or why there are none, which for an indicator that does
    /// not enter the window is why not; nil for an indicator that the panel does not have.
    func expectation(
        of id: String, under exposure: Exposure, covariates: Covariates?
    ) -> Result<ExposedColumn, Absence>? {
        guard let source = panel[indicator: id], let (_, column) = column(id) else { return nil }
        let (values, years): ([Double?], [Int])
        switch column {
        case .values(let found, let covered): (values, years) = (found, covered)
        case .absent(let reason): return .failure(Absence(reason))
        }
        return Result { () throws(Absence) in
            try ExposedColumn(
                exposure, of: source, recorded: (values, years), window: window.years,
                dyads: panel.dyads, referenceClass: claim.referenceClass,
                minimumYears: minimumYears, covariates: covariates)
        }
    }
}
