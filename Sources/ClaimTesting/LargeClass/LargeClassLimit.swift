/// Something that is computed for some dyads of a large class only, or not at all.
public struct LargeClassLimit: Hashable, Sendable {
    /// What of the results it is about, as tables and study files name it.
    public let part: String
    /// What was done instead.
    public let treatment: String
}

extension Assessment {
    /// What the size of the class limits in this assessment; empty where every dyad is followed.
    public var largeClassLimits: [LargeClassLimit] {
        guard isClassLarge else { return [] }
        let nearest = plan.largeClass.nearest
        let some =
            "for the dyads that are followed on a reading: the target, the first leader by default, and the \(nearest) rivals whose default scores are nearest to the target's"
        var limits: [LargeClassLimit] = []
        func limit(_ part: String, _ treatment: String) {
            limits.append(LargeClassLimit(part: part, treatment: treatment))
        }
        if plan.yearly != nil { limit("years", "ranked for every dyad; written \(some)") }
        guard let tests = plan.tests else { return limits }
        if tests.weightDraws != nil {
            limit(
                "weights",
                "first places and mean ranks of every dyad; all ranks, and wins over others, \(some)")
        }
        if tests.joint != nil { limit("joint", "drawn and ranked for every dyad; ranks counted \(some)") }
        if tests.measurement != nil {
            limit("measurement", "drawn and ranked for every dyad; ranks counted \(some)")
        }
        if tests.sampling != nil {
            limit("sampling", "marginal confidence sets and differences from the target \(some)")
            limit(
                "sampling: sets for all ranks at once, sets for the best, Hsu's comparisons",
                "left out: they hold every pair of dyads against every other")
        }
        if tests.influence {
            limit("influence: rivals", "left out one by one \(some)")
            if let states = statesWithTooManyPairs {
                limit(
                    "influence: pairs of states",
                    "left out: \(states) states have more than \(Self.mostPairsOfStates) pairs")
            }
            limit(
                "smallest removal",
                "records \(some); the pool and the largest set are a quarter of those of other classes, and no smaller set is ruled out"
            )
        }
        return limits
    }

    /// The number of states that could be left out two at a time, if their pairs are too many to be tried.
    private var statesWithTooManyPairs: Int? {
        let count = removableStates.count
        return count * (count - 1) / 2 > Self.mostPairsOfStates ? count : nil
    }
}
