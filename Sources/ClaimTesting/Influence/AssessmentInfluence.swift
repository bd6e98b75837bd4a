public import Dyads
public import DyadicModels
public import WorkPieces

extension Assessment {
    /// The target's standing on a reading or dimension without each year, indicator, source and rival, and without every
    /// one and two states that are not the target's.
    ///
    /// Of a large class the rivals that are followed are left out, and no others.
    ///
    /// The class, and everything that is fitted on it, is made again for each. Years are those that an indicator of the
    /// reading covers. States outside the class are not tried, because nothing rests on them. Where no rival or no
    /// indicator of a dimension is left, the reading is not assessable, and the reason is given.
    ///
    /// With T years, K indicators, S sources, C dyads and n states in the class: T + K + S + (C - 1) + (n - 2)(n - 1) / 2
    /// scorings on all cores; 14 states and 30 years make some 210. Readings against an expectation fit it again for
    /// each.
    ///
    /// - Parameters:
    ///   - subject: the id of a reading or a dimension of the plan.
    ///   - window: one of the plan's, for which expectations were made.
    ///   - sources: what rests on each source; none are left out without it.
    ///   - covariates: for readings against an expectation that needs them.
    ///   - greatestNumberOfPairs: pairs of states are tried if they are at most this many.
    ///   - work: how the scorings are computed, each of which is a piece of the stage `omissions`.
    /// - Returns: in the order years, indicators, sources, rivals, states, pairs of states, each in its own order; nothing
    ///   in a shard.
    public func influences(
        on subject: String, in window: Window, sources: [InfluenceSource] = [], covariates: Covariates? = nil,
        greatestNumberOfPairs: Int = Assessment.mostPairsOfStates, work: Work = Work()
    ) -> [Influence] {
        let reading = plan.reading(subject)
        let scoring = scoring(in: window, of: claim)
        let ids = plan.indicators(of: reading).filter { scoring.column($0)?.column.values != nil }
        var years: Set<Int> = []
        for id in ids {
            if case .values(_, let covered)? = scoring.column(id)?.column { years.formUnion(covered) }
        }
        let referenceClass = claim.referenceClass
        let states = removableStates
        let rivals = (followed(on: subject)?.map { panel.dyads[$0] } ?? panel.dyads)
            .filter { referenceClass.contains($0) && $0 != claim.target }
        var omissions: [Omission] = years.sorted().map { .year($0) }
        omissions += ids.map { .indicator($0) }
        omissions += sources.filter { !Set($0.indicators).isDisjoint(with: ids) }.map { .source($0.id) }
        omissions += rivals.map { .rival($0) }
        omissions += states.map { .states([$0]) }
        if states.count * (states.count - 1) / 2 <= greatestNumberOfPairs {
            for i in states.indices {
                omissions += states[(i + 1)...].map { .states([states[i], $0]) }
            }
        }
        let (plan, all) = (plan, omissions)
        let standings = work.map("omissions", count: all.count) {
            scoring.leavingOut(all[$0], on: reading, plan: plan, sources: sources, covariates: covariates)
                .standing
        }
        return zip(all, standings ?? []).map { Influence(omission: $0, standing: $1) }
    }

    /// How many pairs of states are left out one after the other, at most.
    public static var mostPairsOfStates: Int { 5_000 }

    /// The states of the class that are not the target's.
    var removableStates: [StateCode] {
        panel.states.states.map(\.code).filter {
            !claim.referenceClass.excludedStates.contains($0) && !claim.target.includes($0)
        }
    }

    /// The change of one indicator alone, of the target, that makes it first (if it leads: no longer first and alone).
    ///
    /// As `StandingExplanation.Need`, found by search with everything scored again; the change is also given in standard
    /// deviations of the class's recorded values (n - 1), by which indicators can be compared.
    ///
    /// - Returns: every indicator, the smallest change first, those that cannot do it last.
    /// - Throws: `Absence` when the reading is not assessable.
    public func singleChanges(on subject: String, in window: Window) throws(Absence) -> [SingleChange] {
        let reading = plan.reading(subject)
        let scoring = scoring(in: window, of: claim)
        guard let unit = panel.dyads.firstIndex(of: claim.target) else {
            throw Absence("\(claim.target) is not a pair of the study")
        }
        let standing: Standing
        switch scoring.score(reading, plan: plan) {
        case .scored(_, let found): standing = found
        case .notAssessable(let reason): throw Absence(reason)
        }
        let indicators = scoring.recorded(for: reading, plan: plan)
        let isInClass = scoring.isInClass
        let needs = scoring.needs(
            of: unit, on: reading, plan: plan, isLeader: standing.rank == 1 && !standing.isTied,
            indicators: indicators)
        let changes = needs.map { need in
            let values = indicators.first { $0.indicator.id == need.indicator }?.values ?? []
            let members = zip(values, isInClass).compactMap { $1 ? $0 : nil }
            let mean = members.reduce(0) { $0 + $1 / Double(max(1, members.count)) }
            let squares = members.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            let deviation = (squares / Double(max(1, members.count - 1))).squareRoot()
            let change = need.needed.flatMap { needed in need.value.map { needed - $0 } }
            return SingleChange(
                indicator: need.indicator, value: need.value, needed: need.needed,
                changeInDeviations: deviation > 0 ? change.map { $0 / deviation } : nil)
        }
        return changes.enumerated().sorted { a, b in
            let (left, right) = (a.element.size, b.element.size)
            return left != right ? left < right : a.offset < b.offset
        }.map(\.element)
    }
}

/// A value of one indicator that changes who is first.
public struct SingleChange: Hashable, Sendable {
    public let indicator: String
    public let value: Double?
    /// Nil when no value of this indicator alone is enough, or the target has none.
    public let needed: Double?
    /// (needed - value) over the standard deviation of the class.
    public let changeInDeviations: Double?

    fileprivate var size: Double { changeInDeviations.map(abs) ?? .infinity }
}
