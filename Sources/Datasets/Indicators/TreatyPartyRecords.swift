import Diagnostics
import Dyads

/// A treaty as one collection records it, with its parties: the form of the tables `treaties` and `treaty-parties`.
struct TreatyMembership {
    let collection: String
    let id: String
    let year: Int
    let begin: String
    let parties: Int
    /// The states that are parties, in ISO order, with the latest year that the state's rows give.
    var members: [(state: StateCode, recordedYear: Int)] = []

    /// One entry a pair of members that were states in the earlier of their recorded years.
    func entries(in states: StateSystem) -> [TreatyEntry] {
        var entries: [TreatyEntry] = []
        forEachDyad(in: states) { dyad in
            entries.append(
                TreatyEntry(
                    collection: collection, dyad: dyad, id: id, year: year, begin: begin, parties: parties))
        }
        return entries
    }

    /// The pairs of members that were states in the earlier of their recorded years, in ISO order.
    func forEachDyad(in states: StateSystem, _ body: (Dyad) -> Void) {
        for (place, first) in members.enumerated() {
            for second in members[(place + 1)...] {
                guard let dyad = Dyad(first.state, second.state),
                    states.exists(dyad, in: min(first.recordedYear, second.recordedYear))
                else { continue }
                body(dyad)
            }
        }
    }
}

extension DatasetFolder {
    /// The treaties of a collection with those of their parties that are among the states.
    ///
    /// - Throws: `Diagnostic` when a table is missing or malformed, or a party has no treaty.
    func treatyMemberships(
        of collection: String, states: StateSystem
    ) throws(Diagnostic) -> [TreatyMembership] {
        var reader = try table("treaties", of: collection)
        let columns = try reader.columns(["treaty_id", "year", "begin", "parties"])
        var memberships: [TreatyMembership] = []
        var places: [String: Int] = [:]
        while let row = try reader.next() {
            let id = try row.requiredText(columns[0])
            guard places.updateValue(memberships.count, forKey: id) == nil else {
                throw row.wrong(columns[0], "a treaty may occur once")
            }
            memberships.append(
                TreatyMembership(
                    collection: collection, id: id, year: try row.year(columns[1]),
                    begin: row.text(columns[2]), parties: try row.count(columns[3])))
        }
        var parties = try table("treaty-parties", of: collection)
        let partyColumns = try parties.columns(["treaty_id", "iso3", "recorded_year"])
        while let row = try parties.next() {
            guard let place = places[row.text(partyColumns[0])] else {
                throw row.wrong(partyColumns[0], "the treaty of a party must be in the table 'treaties'")
            }
            guard let state = row.stateByCode(partyColumns[1], in: states) else { continue }
            if let last = memberships[place].members.last, last.state >= state.code {
                throw row.wrong(partyColumns[1], "the parties of a treaty must be in order, each once")
            }
            memberships[place].members.append((state.code, try row.year(partyColumns[2])))
        }
        return memberships
    }

    /// The treaties of collections of parties as records, each treaty once: what a pair has of the treaties of a year is one
    /// record.
    ///
    /// Only treaties with the same key can be one, so they are merged key by key; where a key has one treaty, as most
    /// have, its pairs are added without being listed.
    ///
    /// - Throws: `Diagnostic` when a collection is missing or malformed.
    func treatyPartyRecords(
        _ source: TreatySource, states: StateSystem, years: [Int]
    ) throws(Diagnostic) -> [DyadYearSeries.Record] {
        var byKey: [String: [TreatyMembership]] = [:]
        for collection in source.collections.keys.sorted() {
            for treaty in try treatyMemberships(of: collection, states: states) {
                byKey[TreatyEntry.key(of: treaty.id, by: source.identity), default: []].append(treaty)
            }
        }
        var sums: [DyadYear: Double] = [:]
        func add(_ dyad: Dyad, _ year: Int, parties: Int) {
            sums[DyadYear(dyad: dyad, year: year), default: 0] += source.value(ofTreatyWith: parties)
        }
        let firstYear = years.first ?? 0
        for (_, treaties) in byKey.sorted(by: { $0.key < $1.key }) {
            if treaties.count == 1 {
                let treaty = treaties[0]
                guard source.counts(treatiesWith: treaty.parties), treaty.year >= firstYear else { continue }
                treaty.forEachDyad(in: states) { add($0, treaty.year, parties: treaty.parties) }
            } else {
                let entries = TreatyEntry.withCommonPartyNumbers(treaties.flatMap { $0.entries(in: states) })
                for treaty in TreatyEntry.merged(entries, by: source.identity)
                where source.counts(treatiesWith: treaty.parties) {
                    add(treaty.dyad, treaty.year, parties: treaty.parties)
                }
            }
        }
        return sums.sorted { $0.key < $1.key }.map {
            .init(dyad: $0.key.dyad, year: $0.key.year, value: $0.value)
        }
    }
}

extension TreatySource {
    /// Whether treaties with this number of parties are counted.
    func counts(treatiesWith number: Int) -> Bool { parties == .two ? number == 2 : number >= 3 }

    /// What a treaty with this number of parties adds to each of its pairs.
    func value(ofTreatyWith number: Int) -> Double { weight == .one ? 1 : 1 / Double(number - 1) }
}
