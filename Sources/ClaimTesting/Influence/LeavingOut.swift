import Dyads
import DyadicModels

extension WindowScoring {
    /// The target's standing on a reading when one thing is left out and everything is fitted again.
    ///
    /// Expectations are made again too, where the reading measures against them.
    func leavingOut(
        _ omission: Omission, on reading: AssessmentPlan.Reading, plan: AssessmentPlan,
        sources: [InfluenceSource], covariates: Covariates?
    ) -> Influence {
        var scoring = self
        var removed: [String] = []
        var changesData = true
        switch omission {
        case .year(let year): scoring = leavingOut(year: year, of: plan.indicators(of: reading))
        case .indicator(let id):
            removed = [id]
            changesData = false
        case .source(let id):
            let matching = sources.filter { $0.id == id }
            let replacements = matching.flatMap(\.replacements)
            scoring.panel = panel.replacing(replacements)
            removed = matching.flatMap(\.indicators).filter { id in
                !replacements.contains { $0.indicator.id == id }
            }
        case .rival(let dyad):
            scoring.claim = claim.about(in: claim.referenceClass.excluding(dyads: [dyad]))
        case .states(let codes):
            scoring.claim = claim.about(in: claim.referenceClass.excluding(states: codes))
        }
        let exposure = plan.specification(of: reading).exposure
        if exposure != .none, changesData {
            scoring.expected = scoring.expectedValues(
                of: plan.indicators(of: reading), under: [exposure], covariates: covariates)
        }
        let variant = AssessmentPlan.Variant(id: "", title: "", removed: removed, added: [])
        switch scoring.score(reading, plan: plan, variant: variant) {
        case .scored(_, let standing): return Influence(omission: omission, standing: .success(standing))
        case .notAssessable(let reason):
            return Influence(omission: omission, standing: .failure(Absence(reason)))
        }
    }

    /// Without a year: an indicator that enters the window stays in it with a year less than it would need, and one that
    /// does not enter stays out.
    private func leavingOut(year: Int, of ids: [String]) -> WindowScoring {
        var result = self
        result.panel = panel.omitting(years: [year])
        result.minimumYears = max(1, minimumYears - 1)
        for id in ids {
            if let (_, column) = column(id), case .absent = column { result.held[id] = column }
        }
        return result
    }
}
