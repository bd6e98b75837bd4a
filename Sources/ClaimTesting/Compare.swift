import Dyads
import DyadicModels
import LinearAlgebra

/// The readings of one window under each variant, each alternative, and each way to count what may lie in the window
/// or not.
func compare(_ scoring: WindowScoring, plan: AssessmentPlan) -> [Assessment.Comparison] {
    let changes = plan.readings.flatMap { singleChanges(of: $0, in: scoring, plan: plan) }
    // The longest first, so that no core waits for one that was begun last.
    let order = changes.indices.sorted { (changes[$0].cost, $1) > (changes[$1].cost, $0) }
    let found = parallelMap(count: changes.count) { turn in
        let change = changes[order[turn]]
        let changed = scoring.counting(change.undetermined)
        let outcome = changed.score(
            change.reading, plan: plan, variant: change.variant, changes: change.methods)
        var standing: Standing?
        var reason: String?
        switch outcome {
        case .scored(_, let found): standing = found
        case .notAssessable(let why): reason = why
        }
        return Assessment.Comparison(
            id: change.id, title: change.title, kind: change.kind, window: scoring.window,
            reading: change.reading.id, standing: standing, reason: reason)
    }
    var inOrder = [Assessment.Comparison?](repeating: nil, count: changes.count)
    for (place, comparison) in zip(order, found) { inOrder[place] = comparison }
    return inOrder.compactMap(\.self)
}

/// One thing that is done differently.
private struct SingleComparison: Sendable {
    let id: String
    let title: String
    let kind: Assessment.Comparison.Kind
    let reading: AssessmentPlan.Reading
    var variant: AssessmentPlan.Variant?
    var methods: Specification.Changes?
    var undetermined = UndeterminedRows.counted

    /// How long it takes: more for an order that is searched for and for programs for every dyad.
    var cost: Int {
        if methods?.aggregations?.contains(where: { $0.id == "condorcet-kemeny" }) ?? false { return 2 }
        if case .efficiency = reading.kind { return 1 }
        return methods?.weighting?.id == "benefit-of-doubt" ? 1 : 0
    }
}

private func singleChanges(
    of reading: AssessmentPlan.Reading, in scoring: WindowScoring, plan: AssessmentPlan
) -> [SingleComparison] {
    var changes = plan.variants.map {
        SingleComparison(id: $0.id, title: $0.title, kind: .indicators, reading: reading, variant: $0)
    }
    if case .composite = reading.kind {
        changes += plan.alternatives.map {
            SingleComparison(
                id: $0.id, title: $0.title, kind: .method, reading: reading, methods: $0.changes)
        }
    }
    let used = plan.dimensions(of: reading).flatMap(\.indicators) + reading.outputs
    guard used.contains(where: scoring.isDated) else { return changes }
    return changes
        + undeterminedCases(target: scoring.claim.target).map {
            SingleComparison(
                id: $0.id, title: $0.title, kind: .undetermined, reading: reading, undetermined: $0.rows)
        }
}

/// The bounds of a rank when rows without a certain date are counted or not, dyad by dyad.
private func undeterminedCases(target: Dyad) -> [(id: String, title: String, rows: UndeterminedRows)] {
    [
        ("undetermined-left-out", "Rows that may lie outside the window left out", .leftOut),
        ("undetermined-best-case", "Such rows counted for the target only", .countedOnly(for: target)),
        ("undetermined-worst-case", "Such rows left out for the target only", .leftOutOnly(for: target)),
    ]
}
