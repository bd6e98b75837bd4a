import DyadicModels
import LinearAlgebra

/// Tries what becomes of the target's standing without sets of records.
struct RemovalTrials: Sendable {
    let cells: RemovableCells
    let reading: AssessmentPlan.Reading
    let plan: AssessmentPlan
    /// With all records.
    let recorded: Standing
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
                records: set, standing: standing, lowerBound: cells.areOfWholeClass ? lowerBound : 1,
                singles: sufficient.count,
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

        let ways: [(Standing) -> [RemovableRecord]] = [{ _ in Array(pool) }, recordsInFront]
        let grown = zip(Progress.allCases, ways).compactMap { progress, candidates -> [RemovableRecord]? in
            let (set, tried) = self.grown(
                to: search.greatestSize, from: recorded, by: progress, candidates: candidates)
            scorings += tried
            guard let set else { return nil }
            let (needed, spared) = withoutSpares(set)
            scorings += spared
            return needed
        }
        guard let smallest = grown.min(by: { $0.count < $1.count }) else {
            return result(nil, nil, lowerBound: lowerBound)
        }
        scorings += 1
        return result(smallest, standing(without: smallest), lowerBound: lowerBound)
    }

    /// What a growing set gets nearer to. Neither way is always better: the next rank can be far while the leader is near,
    /// and the other way round.
    enum Progress: CaseIterable {
        /// The rank, then the margin.
        case rank
        /// The margin over the best rival alone.
        case margin
    }

    /// The records of the target and of the dyads that lead.
    func recordsInFront(_ standing: Standing) -> [RemovableRecord] {
        let dyads = [cells.target] + standing.leaders
        return cells.records.filter { dyads.contains($0.dyad) }
    }

    /// A set that grows from nothing by the candidate that gets furthest; nil where none of at most `greatestSize` is
    /// enough.
    func grown(
        to greatestSize: Int, from recorded: Standing, by progress: Progress,
        candidates: (Standing) -> [RemovableRecord]
    ) -> (set: [RemovableRecord]?, tried: Int) {
        var (set, standing, tried): ([RemovableRecord], Standing, Int) = ([], recorded, 0)
        while set.count < greatestSize {
            let next = candidates(standing).filter { !set.contains($0) }.map { set + [$0] }
            let found = standings(without: next)
            tried += next.count
            guard let best = order(of: found, by: progress).first, let reached = found[best] else { break }
            (set, standing) = (next[best], reached)
            if isChanged(standing) { return (set, tried) }
        }
        return (nil, tried)
    }

    /// Puts back, one after the other, what is not needed for the change, until every record that is left is.
    func withoutSpares(_ set: [RemovableRecord]) -> (needed: [RemovableRecord], tried: Int) {
        var (needed, tried, before) = (set, 0, 0)
        repeat {
            before = needed.count
            for record in needed where needed.count > 1 {
                let rest = needed.filter { $0 != record }
                tried += 1
                if standing(without: rest).map(isChanged) ?? false { needed = rest }
            }
        } while needed.count < before
        return (needed, tried)
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
    private func order(of standings: [Standing?], by progress: Progress = .rank) -> [Int] {
        let keys = standings.map { standing in
            standing.map { standing -> (rank: Int, margin: Double) in
                let margin = standing.scoreRange > 0 ? standing.margin / standing.scoreRange : 0
                let rank = progress == .rank ? standing.rank : 0
                return goesUp ? (rank, -margin) : (-rank, margin)
            }
        }
        return standings.indices.filter { keys[$0] != nil }.sorted { a, b in
            guard let left = keys[a], let right = keys[b], left != right else { return a < b }
            return left < right
        }
    }
}
