public import Dyads
import DyadicModels
import Scoring
public import WorkPieces

/// Scores every reading and dimension in every window, by year, and under each variant and alternative, and runs the
/// tests of the claim that the plan asks for.
///
/// - Parameters:
///   - claim: the target, a dyad of the panel, and the class in which it is ranked and on which everything is fitted.
///   - plan: windows, readings, methods and tests; its first window is the main one.
///   - panel: dyads and observations of indicators; an indicator of the plan that it does not hold is left out.
///   - covariates: what gravity, population and gdp exposures are made from; not asked for by a plan without
///     them.
///   - sources: what the records rest on, for the tests of influence and measurement.
///   - work: how the pieces of long stages are computed. In a shard what is divided has no answer.
public func assess(
    _ claim: Claim, plan: AssessmentPlan, panel: Panel, covariates: Covariates? = nil,
    sources: RecordSources = RecordSources(), work: Work = Work()
) -> Assessment {
    var entries: [Assessment.Entry] = []
    var expectations: [Assessment.Expectation] = []
    var scored: [Assessment.Scored] = []
    var comparisons: [Assessment.Comparison] = []
    for window in plan.windows {
        var scoring = WindowScoring(
            panel: panel, claim: claim, window: window, minimumYears: plan.minimumCoveredYears,
            metadata: plan.metadata)
        scoring = scoring.holding(plan.indicatorIDs)
        scoring.expected = scoring.expectedValues(for: plan, covariates: covariates)
        for id in plan.indicatorIDs {
            guard let (indicator, column) = scoring.column(id) else { continue }
            entries.append(.init(window: window, indicator: indicator, column: column))
            for exposure in plan.exposures {
                guard case .success(let column)? = scoring.expected[exposure, id] else { continue }
                expectations.append(
                    .init(window: window, exposure: exposure, indicator: indicator, column: column))
            }
        }
        for reading in plan.readings {
            scored.append(
                .init(
                    window: window, subject: .reading(id: reading.id, isPrimary: reading.isPrimary),
                    outcome: scoring.score(reading, plan: plan)))
        }
        for dimension in plan.dimensions {
            scored.append(
                .init(
                    window: window, subject: .dimension(dimension.id),
                    outcome: scoring.outcome(scoring.scored([dimension], specification: plan.specification))))
        }
        comparisons += compare(scoring, plan: plan)
    }
    let (years, missingYears) = standingsByYear(claim, plan: plan, panel: panel)
    var assessment = Assessment(
        claim: claim, plan: plan, panel: panel, entries: entries, expectations: expectations, scored: scored,
        efficiencyIntervals: scored.compactMap { efficiencyIntervals(of: $0, work: work) },
        imputations: scored.compactMap { imputedScores(of: $0, plan: plan.imputation) },
        comparisons: comparisons, years: years, missingYears: missingYears)
    assessment.tests = TestResults(of: assessment, covariates: covariates, sources: sources, work: work)
    return assessment
}

/// The bootstrap of an efficiency reading; nil for other readings, and where none is asked for.
private func efficiencyIntervals(
    of item: Assessment.Scored, work: Work
) -> Assessment.EfficiencyIntervals? {
    guard case .scored(let scored, _) = item.outcome, case .efficiency(let scores) = scored.evidence,
        scores.plan.replicates > 0
    else { return nil }
    return .init(
        window: item.window, reading: item.subject.id,
        intervals: Result { () throws(Absence) in
            try scores.intervals(work: work.at(item.subject.id).at(item.window.id))
        })
}

/// Imputations of a composite reading; nil for other readings, without gaps, and where none are asked for.
private func imputedScores(
    of item: Assessment.Scored, plan: AssessmentPlan.ImputationPlan?
) -> Assessment.ImputedScores? {
    guard let plan, case .reading = item.subject, let scores = item.scores else { return nil }
    do throws(Absence) {
        return try scores.imputed(count: plan.count, seed: plan.seed).map {
            .init(window: item.window, reading: item.subject.id, outcome: .success($0))
        }
    } catch {
        return .init(window: item.window, reading: item.subject.id, outcome: .failure(error))
    }
}

extension AssessmentPlan {
    /// The exposures that the default, a reading or an alternative names, without `none`, in the order of the type.
    public var exposures: [Exposure] {
        let named =
            [specification.exposure] + readings.map { specification(of: $0).exposure }
            + alternatives.compactMap(\.changes.exposure)
        return Exposure.allCases.filter { $0 != .none && named.contains($0) }
    }

    /// Whether an exposure or an association needs the sizes of states or the distances between them, or a class their
    /// borders.
    public var needsCovariates: Bool {
        if tests?.associations?.needsCovariates == true { return true }
        let explored = (tests?.space?.options(of: .exposure) ?? []).compactMap { option -> Exposure? in
            if case .methods(let changes) = option.change { changes.exposure } else { nil }
        }
        return (exposures + explored).contains { $0 != .margins && $0 != .none }
            || classes.contains { $0.hasLandBorder != nil }
    }
}
