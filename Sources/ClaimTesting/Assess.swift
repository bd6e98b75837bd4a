public import Dyads
import DyadicModels
import Scoring

/// Scores every reading and dimension in every window, by year, and under each variant and alternative.
public func assess(_ claim: Claim, plan: AssessmentPlan, panel: Panel) -> Assessment {
    var entries: [Assessment.Entry] = []
    var scored: [Assessment.Scored] = []
    var comparisons: [Assessment.Comparison] = []
    for window in plan.windows {
        let scoring = WindowScoring(
            panel: panel, claim: claim, window: window, minimumYears: plan.minimumCoveredYears)
        for id in plan.indicatorIDs {
            if let (indicator, column) = scoring.column(id) {
                entries.append(.init(window: window, indicator: indicator, column: column))
            }
        }
        for reading in plan.readings {
            scored.append(
                .init(
                    window: window, subject: .reading(id: reading.id, isPrimary: reading.isPrimary),
                    outcome: scoring.score(plan.dimensions(of: reading), method: plan.method)))
        }
        for dimension in plan.dimensions {
            scored.append(
                .init(
                    window: window, subject: .dimension(dimension.id),
                    outcome: scoring.score([dimension], method: plan.method)))
        }
        comparisons += compare(scoring, plan: plan)
    }
    let (years, missingYears) = standingsByYear(claim, plan: plan, panel: panel)
    return Assessment(
        claim: claim, plan: plan, panel: panel, entries: entries, scored: scored, comparisons: comparisons,
        years: years, missingYears: missingYears)
}

/// The readings of one window under each variant, each alternative method, and each way to count what may lie
/// in the window or not.
private func compare(_ scoring: WindowScoring, plan: AssessmentPlan) -> [Assessment.Comparison] {
    var comparisons: [Assessment.Comparison] = []
    func add(
        _ id: String, _ title: String, _ kind: Assessment.Comparison.Kind, _ reading: AssessmentPlan.Reading,
        _ outcome: Assessment.Outcome
    ) {
        switch outcome {
        case .scored(_, let standing):
            comparisons.append(
                .init(
                    id: id, title: title, kind: kind, window: scoring.window, reading: reading.id,
                    standing: standing, reason: nil))
        case .notAssessable(let reason):
            comparisons.append(
                .init(
                    id: id, title: title, kind: kind, window: scoring.window, reading: reading.id,
                    standing: nil,
                    reason: reason))
        }
    }
    for reading in plan.readings {
        for variant in plan.variants {
            add(
                variant.id, variant.title, .indicators, reading,
                scoring.score(plan.dimensions(of: reading, under: variant), method: plan.method))
        }
        for alternative in plan.alternatives {
            add(
                alternative.id, alternative.title, .method, reading,
                scoring.score(plan.dimensions(of: reading), method: alternative.method))
        }
        for (id, title, rows) in undeterminedCases(target: scoring.claim.target)
        where plan.dimensions(of: reading).flatMap(\.indicators).contains(where: scoring.isDated) {
            var bounded = scoring
            bounded.undetermined = rows
            add(
                id, title, .undetermined, reading,
                bounded.score(plan.dimensions(of: reading), method: plan.method))
        }
    }
    return comparisons
}

/// The bounds of a rank when rows without a certain date are counted or not, dyad by dyad.
private func undeterminedCases(target: Dyad) -> [(id: String, title: String, rows: UndeterminedRows)] {
    [
        ("undetermined-left-out", "Rows that may lie outside the window left out", .leftOut),
        ("undetermined-best-case", "Such rows counted for the target only", .countedOnly(for: target)),
        ("undetermined-worst-case", "Such rows left out for the target only", .leftOutOnly(for: target)),
    ]
}

extension WindowScoring {
    /// Whether an indicator counts dated rows.
    func isDated(_ id: String) -> Bool {
        if case .dated = panel[indicator: id]?.data { true } else { false }
    }
}

extension AssessmentPlan {
    /// The dimensions of a reading with their indicators, in the order of the plan.
    func dimensions(of reading: Reading) -> [Dimension] {
        dimensions.filter { reading.dimensions.contains($0.id) }
    }

    /// The same under a variant: indicators out, indicators in; a dimension that the plan does not have is new
    /// and joins the reading.
    func dimensions(of reading: Reading, under variant: Variant) -> [Dimension] {
        var changed = dimensions(of: reading)
        for index in changed.indices { changed[index].indicators.removeAll { variant.removed.contains($0) } }
        for addition in variant.added {
            if let index = changed.firstIndex(where: { $0.id == addition.dimension }) {
                changed[index].indicators.append(addition.indicator)
            } else if !dimensions.contains(where: { $0.id == addition.dimension }) {
                changed.append(Dimension(id: addition.dimension, indicators: [addition.indicator]))
            }
        }
        return changed.filter { !$0.indicators.isEmpty }
    }
}
