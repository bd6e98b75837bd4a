import ClaimTesting
import Tabular

extension FindingSentences {
    /// Whether the dyads outside the class stand above it, which tests the claim's exception.
    public var exception: String? {
        let claim = assessment.claim
        let parts = primaryExceptions.map { test in
            "on \(test.reading) \(test.excluded.count { $0.isAboveTarget == true }) of \(test.excluded.count) "
                + "score above the target and \(test.excluded.count { $0.isAboveClass == true }) above the "
                + "whole class"
        }
        let excluded = claim.referenceClass.excludedStates.sorted()
        guard !excluded.isEmpty, !parts.isEmpty else { return nil }
        let names = excluded.map { assessment.panel.states[$0]?.name ?? $0.text }.joined(separator: " and ")
        return "Of the pairs with \(names), \(parts.joined(separator: "; "))."
    }

    /// How many states have pairs that stand as high on average as those of a state that the claim leaves out.
    public var exceptionalStates: String? {
        let parts = primaryExceptions.flatMap { test in
            test.states.filter(\.isExcluded).compactMap { state -> String? in
                guard let mean = state.meanRank, let share = state.shareAtLeastAsHigh else { return nil }
                let compared = test.states.count { $0.meanRank != nil }
                let place = Int((share * Double(compared)).rounded())
                let name = assessment.panel.states[state.state]?.name ?? state.state.text
                let others = place == 1 ? "none" : "\(place - 1)"
                return
                    "\(name)'s have mean rank \(formatted(mean, significantDigits: 3)) on \(test.reading), "
                    + "matched by \(others) of the \(compared - 1) other states"
            }
        }
        return parts.isEmpty ? nil : "Of all pairs, \(parts.joined(separator: "; "))."
    }

    /// The rank in every other class on the primary readings, with everything fitted again.
    public var classes: String? {
        let readings = assessment.primaryFindings.map(\.subject.id)
        let found = assessment.tests.classes.filter {
            $0.window.id == assessment.mainWindow && readings.contains($0.reading)
        }
        var ids: [String] = []
        for item in found where item.id != "claim" && !ids.contains(item.id) { ids.append(item.id) }
        let parts = ids.compactMap { id -> String? in
            let own = found.filter { $0.id == id }
            guard let first = own.first else { return nil }
            let ranks = own.map { item in
                (try? item.refitted.get()).map { ordinal($0.rank) + ($0.isTied ? " (tied)" : "") }
                    ?? "not assessable"
            }
            let size = first.size.map { " (\($0))" } ?? ""
            return "\(first.title)\(size): \(ranks.joined(separator: " and "))"
        }
        guard !parts.isEmpty else { return nil }
        return "Its rank on \(readings.joined(separator: " and ")) in other classes, with everything fitted "
            + "again: \(parts.joined(separator: "; "))."
    }

    /// The exception on the primary readings in the main window.
    private var primaryExceptions: [ExceptionTest] {
        let readings = assessment.primaryFindings.map(\.subject.id)
        return assessment.tests.exceptions.filter {
            $0.window.id == assessment.mainWindow && readings.contains($0.reading)
        }
    }
}
