import Dyads
import DyadicModels

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

    /// For each indicator, the value of it alone at which the dyad would be first (for the leader: no longer).
    ///
    /// Everything is scored again for every value that is tried, because a value of the class moves means, spreads
    /// and ranges. Outputs alone are tried for conversion and efficiency.
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
        return tried.map { item in
            let members = zip(panel.dyads, item.values).compactMap {
                claim.referenceClass.contains($0) ? $1 : nil
            }
            let highest = members.max()
            func isFirst(_ value: Double) -> Bool {
                var supposing = self
                supposing.supposed.append(
                    .init(indicator: item.indicator.id, unit: unit, value: value))
                guard case .success(let scored) = supposing.scored(reading, plan: plan) else { return false }
                return scored.ranking.leads(unit)
            }
            let needed = item.values[unit].flatMap { current in
                ThresholdSearch(
                    current: current, highest: highest ?? 0,
                    goesUp: (item.indicator.direction == .more) != isLeader,
                    isBounded: item.indicator.kind == .binary,
                    isWhole: item.values.allSatisfy { $0.map { $0 == $0.rounded() } ?? true },
                    isReached: { isFirst($0) != isLeader }
                ).value
            }
            return .init(
                indicator: item.indicator.id, value: item.values[unit], needed: needed, classHighest: highest)
        }
    }

    /// Ranks of the dyad under every variant and alternative and without each indicator, by places moved.
    func moves(
        on reading: AssessmentPlan.Reading, plan: AssessmentPlan, unit: Int, from ranking: DyadRanking
    ) -> [StandingExplanation.Move] {
        func place(in ranking: DyadRanking) -> Int? {
            ranking.classRanking.ranks[unit] ?? ranking.placeInClass(of: unit)
        }
        let usual = place(in: ranking)
        func move(
            _ id: String, _ title: String, variant: AssessmentPlan.Variant? = nil,
            changes: Specification.Changes? = nil
        ) -> StandingExplanation.Move {
            var rank: Int?
            if case .success(let scored) = scored(reading, plan: plan, variant: variant, changes: changes) {
                rank = place(in: scored.ranking)
            }
            return .init(
                id: id, title: title, rank: rank,
                gain: usual.flatMap { usual in rank.map { usual - $0 } })
        }
        var moves = plan.variants.map { move($0.id, $0.title, variant: $0) }
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
    /// Whether a dyad scores higher than every other dyad of the class.
    func leads(_ unit: Int) -> Bool {
        guard let score = scores[unit] else { return false }
        return dyads.indices.allSatisfy { other in
            other == unit || !isInClass[other] || (scores[other] ?? -.infinity) < score
        }
    }
}
