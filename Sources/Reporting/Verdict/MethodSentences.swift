import ClaimTesting
import Dyads
import DyadicModels
import Tabular
import Uncertainty

extension FindingSentences {
    /// The rank with each variant of the indicators, on the primary readings in the main window.
    var variants: VerdictSentence? {
        let readings = assessment.primaryFindings.map(\.subject.id)
        let parts = assessment.plan.variants.map { variant in
            let ranks = readings.map { reading in
                assessment.comparisons.first {
                    $0.id == variant.id && $0.reading == reading && $0.window.id == assessment.mainWindow
                }?.standing.map { ordinal($0.rank) + ($0.isTied ? " (tied)" : "") } ?? "not assessable"
            }
            return VerdictSentence(
                "\(variant.title): \(ranks.joined(separator: " and "))",
                rows: readings.map {
                    RowReference(
                        "comparisons",
                        ["window": assessment.mainWindow, "reading": $0, "id": variant.id])
                })
        }
        return VerdictSentence(parts, separator: "; ") {
            "Its rank on \(readings.joined(separator: " and ")) with changed indicators: \($0)."
        }
    }

    /// How often the target is first under random weights, and who else is most often.
    var weights: VerdictSentence? {
        let parts = assessment.primaryFindings.compactMap { item -> VerdictSentence? in
            guard let acceptability = assessment.tests.acceptability(of: item.subject.id),
                let ranking = item.ranking,
                let target = ranking.dyads.firstIndex(of: assessment.claim.target),
                let first = acceptability.firstPlace(of: target)
            else { return nil }
            func row(_ unit: Int) -> RowReference {
                RowReference(
                    "first-places",
                    ["reading": item.subject.id, "space": "uniform", "dyad": "\(ranking.dyads[unit])"])
            }
            let best = ranking.dyads.indices.filter { ranking.isInClass[$0] && $0 != target }
                .map { (unit: $0, share: acceptability.firstPlace(of: $0)?.value ?? 0) }
                .max { a, b in a.share != b.share ? a.share < b.share : a.unit > b.unit }
            let rival = best.map { " (\(name(of: ranking.dyads[$0.unit])) \(percent($0.share)))" } ?? ""
            return VerdictSentence(
                "on \(item.subject.id) in \(percent(first.value))\(rival)",
                rows: [row(target)] + (best.map { [row($0.unit)] } ?? []))
        }
        guard let draws = assessment.plan.tests?.weightDraws else { return nil }
        return VerdictSentence(parts, separator: ", and ") {
            "Under \(draws) random weights it is first \($0)."
        }
    }

    /// In how many specifications the target is first, and how many dyads do as well.
    var specifications: VerdictSentence? {
        let parts = assessment.primaryFindings.compactMap { item -> VerdictSentence? in
            guard let multiverse = assessment.tests.explored.first(where: { $0.reading == item.subject.id }),
                let share = multiverse.shareFirst, let median = multiverse.medianRank
            else { return nil }
            let others = multiverse.jointTests.first.flatMap { test -> String? in
                guard let own = test.test.medians[test.test.target] else { return nil }
                let count = test.test.atLeastAsGood
                return "; on the claim's own class \(short(own)), where "
                    + (count == 1
                        ? "no other pair does as well"
                        : "\(count) pairs, with it, do at least as well")
            }
            return VerdictSentence(
                "on \(item.subject.id) it is first in \(percent(share)) of \(multiverse.rows.count) "
                    + "admissible specifications (median rank \(short(median))\(others ?? ""))",
                rows: [RowReference("multiverse-summary", ["reading": item.subject.id])])
        }
        return VerdictSentence(parts, separator: ", and ") { capitalised($0) + "." }
    }

    /// Whether contacts, or whatever a regression names first, go with a primary reading beside its other predictors.
    var associations: VerdictSentence? {
        let primary = assessment.primaryFindings.map(\.subject.id)
        let parts = (assessment.tests.associations?.regressions ?? []).compactMap {
            item -> VerdictSentence? in
            let outcome = item.plan.outcome.name
            guard primary.contains(outcome), let found = try? item.outcome.get(),
                let first = found.coefficients.first
            else { return nil }
            let others = found.coefficients.dropFirst().map(\.name)
            let beside = others.isEmpty ? "" : ", with \(listed(others)) held"
            return VerdictSentence(
                "\(outcome) changes by \(short(first.estimate)) a unit of \(first.name)\(beside) (two-sided p "
                    + "\(short(first.test.pAbsolute)))",
                rows: [
                    RowReference(
                        "associations",
                        [
                            "kind": "coefficient", "id": item.plan.id, "outcome": outcome,
                            "predictor": first.name,
                        ])
                ])
        }
        return VerdictSentence(parts, separator: "; ") { "Against permuted states, \($0)." }
    }
}
