import Dyads
import Testing

@testable import Datasets

/// Collections overlap: one treaty in two of them must count once, and two treaties must not become one.
@Suite struct TreatyMergingTests {
    private func entry(
        _ collection: String, _ id: String, _ begin: String, dyad: String = "ARM-EST", parties: Int = 2
    ) throws -> TreatyEntry {
        TreatyEntry(
            collection: collection, dyad: try #require(Dyad(dyad)), id: id,
            year: try #require(UncertainDate(begin)?.year), begin: begin, parties: parties)
    }

    private func count(_ entries: [TreatyEntry], _ identity: TreatySource.Identity) -> Int {
        TreatyEntry.merged(entries, by: identity).count
    }

    @Test func theSameIdentifierIsOneTreatyWithItsEarliestYear() throws {
        let entries = [
            try entry("ggo", "T_1973A", "1994-01-01"), try entry("ieadb", "T_1973A", "1973-03-03"),
        ]
        for identity in TreatySource.Identity.allCases {
            let merged = TreatyEntry.merged(entries, by: identity)
            #expect(merged.map(\.id) == ["T_1973A"])
            #expect(merged.map(\.year) == [1973])
        }
    }

    /// DESTA writes ARM-EST[NA]_2002O with a year, GGO ARM-EST_2002O with a day: 45 identifiers of ours.
    @Test func aTagAndAVaguerDateDoNotMakeAnotherTreaty() throws {
        let entries = [
            try entry("desta", "ARM-EST[NA]_2002O", "2002"), try entry("ggo", "ARM-EST_2002O", "2002-11-18"),
        ]
        #expect(count(entries, .matchingID) == 1)
        #expect(count(entries.reversed(), .matchingID) == 1)
        #expect(count(entries, .identicalID) == 2)
    }

    @Test func insideOneCollectionTheTagTellsTreatiesApart() throws {
        let entries = [
            try entry("ieadb", "BLR-UKR[DRS]_2001A", "2001"),
            try entry("ieadb", "BLR-UKR[ABC]_2001A", "2001"),
        ]
        #expect(count(entries, .matchingID) == 2)
    }

    @Test func otherDatesPartiesOrDyadsAreOtherTreaties() throws {
        let first = try entry("desta", "X[NA]_2002O", "2002-11-18")
        #expect(count([first, try entry("ggo", "X_2002O", "2002-11-19")], .matchingID) == 2)
        #expect(count([first, try entry("ggo", "X_2002O", "2003")], .matchingID) == 2)
        #expect(count([first, try entry("ggo", "X_2002O", "2002-11-18", parties: 3)], .matchingID) == 2)
        #expect(count([first, try entry("ggo", "X_2002O", "2002-11-18", dyad: "ARM-LVA")], .matchingID) == 2)
        #expect(
            count([first, try entry("desta", "X[NA]_2002O", "2002-11-18", dyad: "ARM-LVA")], .identicalID)
                == 2)
    }

    /// A treaty weighs the same in all its dyads: the largest number of parties that any collection gives.
    @Test func anIdentifierHasOneNumberOfParties() throws {
        let entries = TreatyEntry.withCommonPartyNumbers([
            try entry("ggo", "T", "1995", parties: 11), try entry("ieadb", "T", "1995", parties: 12),
            try entry("ieadb", "T", "1995", dyad: "ARM-LVA", parties: 12),
            try entry("ggo", "U", "1995", parties: 3),
        ])
        #expect(entries.map(\.parties) == [12, 12, 12, 3])
    }

    @Test(arguments: [
        ("1995", 1995, "year", false), ("1995-04", 1995, "month", false), ("1995-04-30", 1995, "day", false),
        ("1995?", 1995, "year", true), ("1995~", 1995, "year", true),
        ("1995-01-01..1996-12-31", 1995, "day", true),
        ("1995..1996?", 1995, "year", true),
    ])
    func dates(text: String, year: Int, precision: String, isUncertain: Bool) throws {
        let date = try #require(UncertainDate(text))
        #expect(date.year == year)
        #expect(date.precision.rawValue == precision)
        #expect(date.isUncertain == isUncertain)
    }

    @Test(arguments: [
        "", "95", "1995-13", "1995-02-30", "1995..", "..1995", "?", "1995-1-1", "May 1995", "0000",
    ])
    func areNoDates(text: String) {
        #expect(UncertainDate(text) == nil)
    }
}
