import Dyads
import DyadicModels
import LinearAlgebra

/// What would have to change, and what moves a dyad: the same scoring, with one thing supposed otherwise.
extension WindowScoring {
    /// An indicator of a reading with what was recorded in the window.
    struct Recorded {
        let dimension: String
        let indicator: Indicator
        let values: [Double?]
    }

    /// The indicators that enter a reading, in its order, with recorded values whatever the exposure.
    func recorded(for reading: AssessmentPlan.Reading, plan: AssessmentPlan) -> [Recorded] {
        let inputs = plan.dimensions(of: reading).flatMap { dimension in
            dimension.indicators.map { (dimension.id, $0) }
        }
        let outputs = reading.outputs.map { ("outputs", $0) }
        return (inputs + outputs).compactMap { dimension, id in
            column(id).flatMap { found in
                found.column.values.map {
                    Recorded(dimension: dimension, indicator: found.indicator, values: $0)
                }
            }
        }
    }

    /// For each indicator, the value of it alone at which the dyad would be first and alone (for the leader: no
    /// longer first, with others or alone).
    ///
    /// Everything is scored again for every value that is tried, because a value of the class moves means, spreads
    /// and ranges; expected values stay as they were fitted. Outputs alone are tried for conversion and efficiency.
    func needs(
        of unit: Int, on reading: AssessmentPlan.Reading, plan: AssessmentPlan, isLeader: Bool,
        indicators: [Recorded]
    ) -> [StandingExplanation.Need] {
        let tried: [Recorded]
        if case .composite = reading.kind {
            tried = indicators
        } else {
            tried = indicators.filter { reading.outputs.contains($0.indicator.id) }
        }
        return parallelMap(count: tried.count) { place in
            let item = tried[place]
            let members = zip(panel.dyads, item.values).compactMap {
                claim.referenceClass.contains($0) ? $1 : nil
            }
            let highest = members.max()
            func isReached(_ value: Double) -> Bool {
                guard
                    case .success(let scored) = supposing(value, of: item.indicator.id, unit: unit)
                        .scored(reading, plan: plan)
                else { return false }
                return isLeader ? !scored.ranking.isFirst(unit) : scored.ranking.leadsAlone(unit)
            }
            // A member's share of the class's total is one at most, as is what is there or not.
            let isShare =
                item.indicator.yearOperator == .shareOfYear
                && claim.referenceClass.contains(panel.dyads[unit])
            let needed = item.values[unit].flatMap { current in
                ThresholdSearch(
                    current: current, highest: highest ?? 0,
                    goesUp: (item.indicator.direction == .more) != isLeader,
                    ceiling: isShare || item.indicator.kind == .binary ? 1 : nil,
                    isWhole: item.values.allSatisfy { $0.map { $0 == $0.rounded() } ?? true },
                    isReached: isReached
                ).value
            }
            let highestOfAll = item.values.compactMap(\.self).max()
            return .init(
                indicator: item.indicator.id, value: item.values[unit], needed: needed, classHighest: highest,
                beyondAnyPair: needed.map { $0 > highestOfAll ?? 0 } ?? false)
        }
    }

    /// The same scoring with another value of a dyad on an indicator.
    func supposing(_ value: Double, of indicator: String, unit: Int) -> WindowScoring {
        var result = self
        result.supposed.append(.init(indicator: indicator, unit: unit, value: value))
        return result
    }

    /// Ranks of the dyad under every variant and alternative and without each indicator, by places moved.
    func moves(
        on reading: AssessmentPlan.Reading, plan: AssessmentPlan, unit: Int, from ranking: DyadRanking
    ) -> [StandingExplanation.Move] {
        let usual = ranking.placeInClass(of: unit)
        func move(
            _ id: String, _ title: String, variant: AssessmentPlan.Variant? = nil,
            changes: Specification.Changes? = nil
        ) -> StandingExplanation.Move {
            var rank: Int?
            if case .success(let scored) = scored(reading, plan: plan, variant: variant, changes: changes) {
                rank = scored.ranking.placeInClass(of: unit)
            }
            return .init(
                id: id, title: title, rank: rank,
                gain: usual.flatMap { usual in rank.map { usual - $0 } })
        }
        // A dimension of its own takes no part in a variant that makes a new one.
        let isReading = plan.readings.contains { $0.id == reading.id }
        let variants = plan.variants.filter { variant in
            isReading
                || variant.added.allSatisfy { added in plan.dimensions.contains { $0.id == added.dimension } }
        }
        var moves = variants.map { move($0.id, $0.title, variant: $0) }
        if case .composite = reading.kind {
            moves += plan.alternatives.map { move($0.id, $0.title, changes: $0.changes) }
        }
        for item in recorded(for: reading, plan: plan) where !reading.outputs.contains(item.indicator.id) {
            let id = "without-\(item.indicator.id)"
            guard !moves.contains(where: { $0.id == id }) else { continue }
            moves.append(
                move(
                    id, "Without \(item.indicator.id)",
                    variant: .init(id: id, title: id, removed: [item.indicator.id], added: [])))
        }
        return moves.enumerated().sorted { a, b in
            let (left, right) = (abs(a.element.gain ?? 0), abs(b.element.gain ?? 0))
            return left != right ? left > right : a.offset < b.offset
        }.map(\.element)
    }
}

extension DyadRanking {
    /// Whether a dyad is first in the class, alone or with others, or would be from outside it.
    func isFirst(_ unit: Int) -> Bool { placeInClass(of: unit) == 1 }

    /// Whether a dyad is first and no other dyad of the class ties with it.
    func leadsAlone(_ unit: Int) -> Bool {
        isFirst(unit) && ranking(joinedBy: unit).tieSizes[unit] == 1
    }
}
