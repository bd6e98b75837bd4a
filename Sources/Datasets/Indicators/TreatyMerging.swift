import Diagnostics
import Dyads
import Files

extension DatasetFolder {
    /// The treaties of several collections as records, each treaty once.
    ///
    /// - Throws: `Diagnostic` when a collection is missing or malformed, or when some list dyads and others parties.
    func treatyRecords(
        _ source: TreatySource, states: StateSystem, years: [Int]
    ) throws(Diagnostic) -> [DyadYearSeries.Record] {
        let listingParties = source.collections.keys.filter {
            exists("\(path)/\($0)/treaty-parties.csv")
        }
        guard listingParties.isEmpty else {
            guard listingParties.count == source.collections.count else {
                throw Diagnostic(
                    at: SourceLocation(path: path),
                    rule: "collections of treaties that are merged must all list dyads, or all parties",
                    found: "parties in \(listingParties.sorted().joined(separator: ", "))",
                    remedy: "import all of them for the same states")
            }
            return try treatyPartyRecords(source, states: states, years: years)
        }
        var entries: [TreatyEntry] = []
        for collection in source.collections.keys.sorted() { entries += try treatyEntries(of: collection) }
        return TreatyEntry.merged(TreatyEntry.withCommonPartyNumbers(entries), by: source.identity)
            .filter { source.counts(treatiesWith: $0.parties) }
            .map {
                .init(dyad: $0.dyad, year: $0.year, value: source.value(ofTreatyWith: $0.parties))
            }
    }

    private func treatyEntries(of collection: String) throws(Diagnostic) -> [TreatyEntry] {
        var reader = try table("dyad-treaties", of: collection)
        let (dyad, id, year, begin, parties) = (
            try reader.column("dyad"), try reader.column("treaty_id"), try reader.column("year"),
            try reader.column("begin"), try reader.column("parties")
        )
        var entries: [TreatyEntry] = []
        while let row = try reader.next() {
            entries.append(
                TreatyEntry(
                    collection: collection, dyad: try row.dyad(dyad), id: try row.requiredText(id),
                    year: try row.year(year), begin: row.text(begin), parties: try row.count(parties)))
        }
        return entries
    }
}

/// A treaty of a dyad as one collection records it.
struct TreatyEntry: Equatable {
    let collection: String
    let dyad: Dyad
    let id: String
    var year: Int
    /// The beginning as written: a day, a month or a year.
    let begin: String
    var parties: Int

    /// What entries of one dyad must share to be one treaty.
    static func key(of id: String, by identity: TreatySource.Identity) -> String {
        identity == .identicalID ? id : untagged(id)
    }

    /// The identifier without a bracketed tag: `BLR-UKR_2001A` for `BLR-UKR[DRS]_2001A`.
    private static func untagged(_ id: String) -> String {
        guard let open = id.firstIndex(of: "["), let close = id[open...].firstIndex(of: "]") else {
            return id
        }
        return String(id[..<open] + id[id.index(after: close)...])
    }

    /// The entries with one number of parties for each identifier: the largest that any collection gives, so
    /// that a treaty weighs the same in all its dyads.
    static func withCommonPartyNumbers(_ entries: [TreatyEntry]) -> [TreatyEntry] {
        let largest = Dictionary(entries.map { ($0.id, $0.parties) }, uniquingKeysWith: max)
        return entries.map { entry in
            var entry = entry
            entry.parties = largest[entry.id] ?? entry.parties
            return entry
        }
    }

    /// One entry a treaty: of entries that are the same treaty the first is kept, with the earliest year.
    static func merged(_ entries: [TreatyEntry], by identity: TreatySource.Identity) -> [TreatyEntry] {
        var merged: [TreatyEntry] = []
        // Where in `merged` an identifier stands, by dyad: entries of other dyads are never compared.
        var places: [String: [Int]] = [:]
        for entry in entries {
            let key = "\(entry.dyad) \(key(of: entry.id, by: identity))"
            if let place = places[key]?.first(where: { merged[$0].isSameTreaty(as: entry, by: identity) }) {
                merged[place].year = min(merged[place].year, entry.year)
            } else {
                places[key, default: []].append(merged.count)
                merged.append(entry)
            }
        }
        return merged
    }

    private func isSameTreaty(as other: TreatyEntry, by identity: TreatySource.Identity) -> Bool {
        guard id != other.id else { return true }
        // Inside one collection the tag tells different treaties of a year apart.
        guard identity == .matchingID, collection != other.collection, parties == other.parties else {
            return false
        }
        return begin.hasPrefix(other.begin) || other.begin.hasPrefix(begin)
    }
}
