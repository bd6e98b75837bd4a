import ClaimTesting
import Tabular

extension FindingSentences {
    /// Whether the dyads outside the class stand above it, which tests the claim's exception.
    var exception: VerdictSentence? {
        let excluded = assessment.claim.referenceClass.excludedStates.sorted()
        guard !excluded.isEmpty else { return nil }
        let parts = primaryExceptions.map { test in
            let window = test.window.id
            let aboveTarget = test.excluded.count { $0.isAboveTarget == true }
            let aboveClass = test.excluded.count { $0.isAboveClass == true }
            return VerdictSentence(
                "on \(test.reading) \(aboveTarget) of \(test.excluded.count) score above the target and "
                    + "\(aboveClass) above the whole class",
                rows: [
                    RowReference(
                        "exception", ["window": window, "reading": test.reading], count: test.excluded.count),
                    RowReference(
                        "exception", ["window": window, "reading": test.reading, "above_target": "1"],
                        count: aboveTarget),
                    RowReference(
                        "exception", ["window": window, "reading": test.reading, "above_class": "1"],
                        count: aboveClass),
                ])
        }
        let names = excluded.map { assessment.panel.states[$0]?.name ?? $0.text }
        return VerdictSentence(parts, separator: "; ") { "Of the pairs with \(listed(names)), \($0)." }
    }

    /// Where the pairs of a state that the claim leaves out stand among those of every state.
    var exceptionalStates: VerdictSentence? {
        let parts = primaryExceptions.flatMap { test in
            test.states.filter(\.isExcluded).compactMap { state -> VerdictSentence? in
                guard let mean = state.meanRank, let place = test.place(of: state) else { return nil }
                let name = assessment.panel.states[state.state]?.name ?? state.state.text
                return VerdictSentence(
                    "\(name)'s have mean rank \(short(mean)) on \(test.reading), the "
                        + "\(place == 1 ? "" : "\(ordinal(place)) ")best of the \(test.states.count) states",
                    rows: [
                        RowReference(
                            "exception-states",
                            [
                                "window": test.window.id, "reading": test.reading, "state": state.state.text,
                            ]),
                        RowReference(
                            "exception-states", ["window": test.window.id, "reading": test.reading],
                            count: test.states.count),
                    ])
            }
        }
        return VerdictSentence(parts, separator: "; ") { "Of all pairs, \($0)." }
    }

    /// The rank in every other class on the primary readings, with everything fitted again.
    var classes: VerdictSentence? {
        let readings = assessment.primaryFindings.map(\.subject.id)
        let found = assessment.tests.classes.filter {
            $0.window.id == assessment.mainWindow && readings.contains($0.reading)
        }
        var ids: [String] = []
        for item in found where item.id != "claim" && !ids.contains(item.id) { ids.append(item.id) }
        let parts = ids.compactMap { id -> VerdictSentence? in
            let own = found.filter { $0.id == id }
            guard let first = own.first else { return nil }
            let ranks = own.map { item in
                (try? item.refitted.get()).map { ordinal($0.rank) + ($0.isTied ? " (tied)" : "") }
                    ?? "not assessable"
            }
            let size = first.size.map { " (\($0))" } ?? ""
            return VerdictSentence(
                "\(first.title)\(size): \(ranks.joined(separator: " and "))",
                rows: own.map {
                    RowReference("classes", ["window": $0.window.id, "class": id, "reading": $0.reading])
                })
        }
        return VerdictSentence(parts, separator: "; ") {
            "Its rank on \(readings.joined(separator: " and ")) in other classes, with everything fitted again: \($0)."
        }
    }

    /// The exception on the primary readings in the main window.
    private var primaryExceptions: [ExceptionTest] {
        let readings = assessment.primaryFindings.map(\.subject.id)
        return assessment.tests.exceptions.filter {
            $0.window.id == assessment.mainWindow && readings.contains($0.reading)
        }
    }
}
