public import DyadicModels
import LinearAlgebra

/// A small set of records without which a fact about the target's standing would be another.
public struct SmallestRemoval: Sendable {
    /// The smallest set that was found; nil when none was.
    public let records: [RemovableRecord]?
    /// The standing without them.
    public let standing: Standing?
    /// No set of fewer records changes the fact: proved by trying all; 1 where only some records of a class were tried.
    public let lowerBound: Int
    /// How many single records change it alone.
    public let singles: Int
    /// How many records could be taken away, and how many of them the search beyond single ones looked at.
    public let candidates: Int
    public let pool: Int
    /// How many times everything was scored.
    public let scorings: Int

    /// Whether it is known that no smaller set would do.
    public var isExact: Bool { records.map { $0.count == lowerBound } ?? false }
}

/// How far a search for records that matter goes.
public struct RemovalSearch: Hashable, Sendable {
    /// Pairs and larger sets are made of this many records, those that move the target most when taken away alone.
    public let pool: Int
    /// The largest set that is looked for.
    public let greatestSize: Int

    public init(pool: Int = 64, greatestSize: Int = 20) {
        self.pool = max(1, pool)
        self.greatestSize = max(1, greatestSize)
    }

    /// A search that goes a quarter as far.
    var quartered: RemovalSearch { RemovalSearch(pool: pool / 4, greatestSize: greatestSize / 4) }
}

extension Assessment {
    /// The smallest set of dyad-years and values whose removal changes a fact about the target's standing.
    ///
    /// Every single record of the class is tried, then every pair of the pool, then sets that grow by the record that
    /// moves the target furthest, from which records that turn out not to be needed are put back. A set of one is
    /// smallest; a set of two is, because no single record did; a set of three is if the pool held all records; of a
    /// larger one it is only known that it suffices, and that no record of it can be put back. Removal that leaves the
    /// reading not assessable changes nothing.
    ///
    /// In a large class records of the dyads that are followed are tried, and the pool is a quarter: a smaller set of
    /// others is then not ruled out.
    ///
    /// "Furthest" is by rank, then by the margin over the best rival in units of the class's score range. A set also grows
    /// by the margin alone, from records of the target and of the dyads that lead at each step, and the smaller of the
    /// two is given. The fact must be one that better standings have (first; among the first three), or one that they
    /// lack if `holdsWhenBetter` is false.
    ///
    /// Costs at most candidates + pool (pool - 1) / 2 + (pool + records of two dyads) greatestSize scorings on all cores,
    /// and few more: with 91 dyads and 31 years about 3,000 + 2,000 + 2,600.
    ///
    /// - Throws: `Absence` when the reading is not assessable, or is measured against an expectation, which would have to
    ///   be made again for each set.
    public func smallestRemoval(
        on subject: String, in window: Window, search: RemovalSearch = RemovalSearch(),
        holdsWhenBetter: Bool = true,
        changing fact: @escaping @Sendable (Standing) -> Bool = { $0.rank == 1 && !$0.isTied }
    ) throws(Absence) -> SmallestRemoval {
        let reading = plan.reading(subject)
        guard plan.specification(of: reading).exposure == .none else {
            throw Absence("\(subject) is measured against an expectation, which rests on all records")
        }
        let ids = plan.indicators(of: reading)
        let scoring = scoring(in: window, of: claim).holding(ids)
        let recorded: Standing
        switch scoring.score(reading, plan: plan) {
        case .scored(_, let standing): recorded = standing
        case .notAssessable(let reason): throw Absence(reason)
        }
        let trials = RemovalTrials(
            cells: RemovableCells(scoring, ids: ids, followed: followed(on: subject)), reading: reading,
            plan: plan,
            recorded: recorded, goesUp: fact(recorded) != holdsWhenBetter,
            isChanged: { fact($0) != fact(recorded) })
        return trials.search(isClassLarge ? search.quartered : search)
    }
}
