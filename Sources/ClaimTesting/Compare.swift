import Dyads
import DyadicModels

/// The readings of one window under each variant, each alternative, and each way to count what may lie in the window
/// or not.
func compare(_ scoring: WindowScoring, plan: AssessmentPlan) -> [Assessment.Comparison] {
    var comparisons: [Assessment.Comparison] = []
    func add(
        _ id: String, _ title: String, _ kind: Assessment.Comparison.Kind, _ reading: AssessmentPlan.Reading,
        _ outcome: Assessment.Outcome
    ) {
        var standing: Standing?
        var reason: String?
        switch outcome {
        case .scored(_, let found): standing = found
        case .notAssessable(let why): reason = why
        }
        comparisons.append(
            .init(
                id: id, title: title, kind: kind, window: scoring.window, reading: reading.id,
                standing: standing, reason: reason))
    }
    for reading in plan.readings {
        for variant in plan.variants {
            add(
                variant.id, variant.title, .indicators, reading,
                scoring.score(reading, plan: plan, variant: variant))
        }
        if case .composite = reading.kind {
            for alternative in plan.alternatives {
                add(
                    alternative.id, alternative.title, .method, reading,
                    scoring.score(reading, plan: plan, changes: alternative.changes))
            }
        }
        let used = plan.dimensions(of: reading).flatMap(\.indicators) + reading.outputs
        for (id, title, rows) in undeterminedCases(target: scoring.claim.target)
        where used.contains(where: scoring.isDated) {
            var bounded = scoring
            bounded.undetermined = rows
            add(id, title, .undetermined, reading, bounded.score(reading, plan: plan))
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
