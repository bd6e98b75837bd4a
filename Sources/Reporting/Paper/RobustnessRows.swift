import ClaimTesting
import DyadicModels
import Tabular
import Uncertainty

/// The target's ranks on some readings under every change, in the order of a paper.
struct RobustnessRows {
    struct Change {
        let id: String
        let title: String
        /// One a reading.
        let ranks: [FoundRank]
    }

    struct Doubt {
        let id: String
        let title: String?
        let changes: [Change]
    }

    let assessment: Assessment
    let readings: [String]

    /// The default first; only doubts that were tested.
    var doubts: [Doubt] {
        [
            Doubt(
                id: "default", title: nil,
                changes: [change("default", "Default specification") { FoundRank(standing($0)) }]),
            Doubt(id: "indicators", title: "Other indicators", changes: comparisons(.indicators)),
            Doubt(id: "method", title: "Other methods", changes: comparisons(.method)),
            Doubt(
                id: "undetermined", title: "Rows without a certain date", changes: comparisons(.undetermined)),
            Doubt(id: "classes", title: "Other classes, everything fitted again", changes: classes),
            Doubt(
                id: "influence", title: "One thing left out (ranks over all of its kind)", changes: influences
            ),
            Doubt(id: "measurement", title: "Errors of measurement", changes: measurement),
            Doubt(id: "missing", title: "Missing values", changes: missing),
            Doubt(id: "weights", title: "Random weights (middle 95 % of ranks)", changes: weights),
            Doubt(
                id: "specifications", title: "All specifications, and all doubts at once",
                changes: specifications),
            Doubt(id: "sampling", title: "Years as a sample", changes: sampling),
        ].filter { !$0.changes.isEmpty }
    }

    private func change(_ id: String, _ title: String, rank: (String) -> FoundRank) -> Change {
        Change(id: id, title: title, ranks: readings.map(rank))
    }

    /// The same where some reading has a rank.
    private func known(_ id: String, _ title: String, ranks: (String) -> ClosedRange<Int>?) -> Change? {
        let found = readings.map(ranks)
        guard found.contains(where: { $0 != nil }) else { return nil }
        return Change(id: id, title: title, ranks: found.map { FoundRank($0) })
    }

    private func standing(_ reading: String) -> Standing? {
        assessment.result(reading, in: assessment.mainWindow)?.standing
    }

    private func comparisons(_ kind: Assessment.Comparison.Kind) -> [Change] {
        let all = assessment.comparisons.filter {
            $0.kind == kind && $0.window.id == assessment.mainWindow && readings.contains($0.reading)
        }
        return all.map(\.id).unique.map { id in
            let own = all.filter { $0.id == id }
            return change(id, own.first?.title ?? id) { reading in
                FoundRank(own.first { $0.reading == reading }?.standing)
            }
        }
    }

    private var classes: [Change] {
        let all = assessment.tests.classes.filter {
            $0.window.id == assessment.mainWindow && $0.id != "claim" && readings.contains($0.reading)
        }
        return all.map(\.id).unique.map { id in
            let own = all.filter { $0.id == id }
            let size = own.first?.size.map { " (N = \($0))" } ?? ""
            return change(id, (own.first?.title ?? id) + size) { reading in
                FoundRank(own.first { $0.reading == reading }.flatMap { try? $0.refitted.get() })
            }
        }
    }

    private var influences: [Change] {
        let found = assessment.tests.records.flatMap(\.influences)
        return found.map(\.omission.kind).unique.compactMap { kind in
            let count = found.filter { $0.omission.kind == kind }.map(\.omission.name).unique.count
            let words = kind == "states" ? "two states" : "one \(kind)"
            return known("without-\(kind)", "Without \(words) (\(count) cases)") { reading in
                let ranks =
                    assessment.tests.records.first { $0.reading == reading }?.influences
                    .filter { $0.omission.kind == kind }.compactMap { try? $0.standing.get().rank } ?? []
                return range(ranks)
            }
        }
    }

    private var measurement: [Change] {
        let draws = assessment.tests.measurement?.readings.compactMap { try? $0.ranks.get().draws }.max() ?? 0
        return [
            known("reporting-errors", "Errors as large as sources disagree (\(draws) draws, middle 95 %)") {
                assessment.tests.measurement?.ranks(on: $0).flatMap { middle(of: $0) }
            }
        ].compactMap(\.self)
    }

    private var missing: [Change] {
        [
            known("gaps-completed", "Completed for and against the pair") { reading in
                assessment.tests.records.first { $0.reading == reading }?.bounds.flatMap {
                    range([$0.best.rank, $0.worst.rank])
                }
            },
            known("imputations", "Imputed (\(assessment.plan.imputation?.count ?? 0) completed tables)") {
                reading in
                let item = assessment.imputations.first {
                    $0.reading == reading && $0.window.id == assessment.mainWindow
                }
                guard case .success(let found)? = item?.outcome, let unit = target(on: reading) else {
                    return nil
                }
                return range(found.rankCounts(of: unit).enumerated().filter { $1 > 0 }.map { $0.offset + 1 })
            },
        ].compactMap(\.self)
    }

    private var weights: [Change] {
        let tests = assessment.tests.weights
        return tests.map(\.space).unique.compactMap { space in
            let title = tests.first { $0.space == space }.map { $0.isUniform ? "All weights" : $0.plan.title }
            return known(space, title ?? space) { reading in
                guard let test = tests.first(where: { $0.space == space && $0.reading == reading }),
                    let unit = target(on: reading)
                else { return nil }
                return (try? test.outcome.get())?.rankAcceptabilities(of: unit)?.map(\.count).middleRanks()
            }
        }
    }

    private var specifications: [Change] {
        [
            known("multiverse", "Admissible specifications (middle 95 %)") { reading in
                assessment.tests.explored.first { $0.reading == reading }?.rankCounts.middleRanks()
            },
            known("joint", "Joint draws over all doubts (middle 95 %)") { reading in
                assessment.tests.joint.first { $0.reading == reading }?.finding.flatMap {
                    middle(of: $0.ranks)
                }
            },
        ].compactMap(\.self)
    }

    private var sampling: [Change] {
        let level = formatted(
            100 * (assessment.plan.tests?.sampling?.confidence ?? 0.95), significantDigits: 3)
        return [
            known("rank-confidence", "Marginal \(level) % confidence set") {
                assessment.tests.samplingError(of: $0)?.rankSet(of: assessment.claim.target)
            },
            known("bootstrap", "Middle \(level) % over resampled years") { reading in
                assessment.tests.samplingError(of: reading)?.dyads.first {
                    $0.dyad == assessment.claim.target
                }?.bootstrap
            },
        ].compactMap(\.self)
    }

    private func target(on reading: String) -> Int? {
        assessment.result(reading, in: assessment.mainWindow)?.ranking?.dyads.firstIndex(
            of: assessment.claim.target)
    }

    private func middle(of ranks: DyadRankCounts) -> ClosedRange<Int>? {
        guard let unit = ranks.dyads.firstIndex(of: assessment.claim.target),
            let low = ranks.quantile(of: unit, 0.025), let high = ranks.quantile(of: unit, 0.975)
        else { return nil }
        return low...high
    }

    private func range(_ ranks: [Int]) -> ClosedRange<Int>? {
        guard let low = ranks.min(), let high = ranks.max() else { return nil }
        return low...high
    }
}

extension Array where Element: Hashable {
    /// Every element once, in the order of first occurrence.
    fileprivate var unique: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
