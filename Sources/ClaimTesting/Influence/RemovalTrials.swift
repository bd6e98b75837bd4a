import DyadicModels
import LinearAlgebra

/// Tries what becomes of the target's standing without sets of records.
struct RemovalTrials: Sendable {
    let cells: RemovableCells
    let reading: AssessmentPlan.Reading
    let plan: AssessmentPlan
    /// Whether the target has to rise for the fact to change.
    let goesUp: Bool
    let isChanged: @Sendable (Standing) -> Bool

    /// The search that `Assessment.smallestRemoval` describes.
    func search(_ search: RemovalSearch) -> SmallestRemoval {
        let records = cells.records
        let singles = standings(without: records.map { [$0] })
        var scorings = records.count
        let order = order(of: singles)
        // A record that cannot go alone may go with another.
        let others = records.indices.filter { singles[$0] == nil }
        let pool = (order + others).prefix(search.pool).map { records[$0] }
        let sufficient = records.indices.filter { singles[$0].map(isChanged) ?? false }
        func result(
            _ set: [RemovableRecord]?, _ standing: Standing?, lowerBound: Int
        ) -> SmallestRemoval {
            SmallestRemoval(
                records: set, standing: standing, lowerBound: lowerBound, singles: sufficient.count,
                candidates: records.count, pool: pool.count, scorings: scorings)
        }
        if let first = order.first(where: { sufficient.contains($0) }) {
            return result([records[first]], singles[first], lowerBound: 1)
        }
        guard search.greatestSize > 1 else { return result(nil, nil, lowerBound: 2) }

        let pairs = pool.indices.flatMap { i in pool[(i + 1)...].map { [pool[i], $0] } }
        let ofPairs = standings(without: pairs)
        scorings += pairs.count
        if let first = self.order(of: ofPairs).first(where: { ofPairs[$0].map(isChanged) ?? false }) {
            return result(pairs[first], ofPairs[first], lowerBound: 2)
        }
        let lowerBound = pool.count == records.count ? 3 : 2

        var set: [RemovableRecord] = []
        while set.count < search.greatestSize {
            let next = pool.filter { !set.contains($0) }.map { set + [$0] }
            let found = standings(without: next)
            scorings += next.count
            guard let best = self.order(of: found).first, let standing = found[best] else { break }
            set = next[best]
            guard isChanged(standing) else { continue }
            let (needed, tried) = withoutSpares(set)
            scorings += tried + 1
            return result(needed, self.standing(without: needed), lowerBound: lowerBound)
        }
        return result(nil, nil, lowerBound: lowerBound)
    }

    /// Puts back, one after the other, what is not needed for the change.
    private func withoutSpares(_ set: [RemovableRecord]) -> (needed: [RemovableRecord], tried: Int) {
        var needed = set
        for record in set where needed.count > 1 {
            let rest = needed.filter { $0 != record }
            if standing(without: rest).map(isChanged) ?? false { needed = rest }
        }
        return (needed, set.count)
    }

    private func standings(without sets: [[RemovableRecord]]) -> [Standing?] {
        parallelMap(count: sets.count) { standing(without: sets[$0]) }
    }

    private func standing(without records: [RemovableRecord]) -> Standing? {
        guard case .scored(_, let standing) = cells.scoring(without: records).score(reading, plan: plan)
        else { return nil }
        return standing
    }

    /// Indices of standings, those that are furthest in the direction of change first; none for those without one.
    private func order(of standings: [Standing?]) -> [Int] {
        let keys = standings.map { standing in
            standing.map { standing -> (rank: Int, margin: Double) in
                let margin = standing.scoreRange > 0 ? standing.margin / standing.scoreRange : 0
                return goesUp ? (standing.rank, -margin) : (-standing.rank, margin)
            }
        }
        return standings.indices.filter { keys[$0] != nil }.sorted { a, b in
            guard let left = keys[a], let right = keys[b], left != right else { return a < b }
            return left < right
        }
    }
}
