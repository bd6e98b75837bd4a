import Dyads
import DyadicModels

extension WindowScoring {
    /// Expected values of every indicator of the plan that enters the window, under every exposure that it names.
    func expectedValues(for plan: AssessmentPlan, covariates: Covariates?) -> ExpectedValues {
        expectedValues(of: plan.indicatorIDs, under: plan.exposures, covariates: covariates)
    }

    /// The same for some indicators and exposures.
    func expectedValues(
        of ids: [String], under exposures: [Exposure], covariates: Covariates?
    ) -> ExpectedValues {
        var result = ExpectedValues()
        for exposure in exposures {
            for id in ids {
                guard let source = panel[indicator: id], let (_, column) = column(id),
                    case .values(let values, let years) = column
                else { continue }
                do throws(Absence) {
                    result[exposure, id] = .success(
                        try ExposedColumn(
                            exposure, of: source, recorded: (values, years), window: window.years,
                            dyads: panel.dyads, referenceClass: claim.referenceClass,
                            minimumYears: minimumYears, covariates: covariates))
                } catch {
                    result[exposure, id] = .failure(error)
                }
            }
        }
        return result
    }
}
