import Dyads
import DyadicModels

extension WindowScoring {
    /// Expected values of every indicator of the plan that enters the window, under every exposure that it names.
    func expectedValues(for plan: AssessmentPlan, covariates: Covariates?) -> ExpectedValues {
        var result = ExpectedValues()
        for exposure in plan.exposures {
            for id in plan.indicatorIDs {
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
