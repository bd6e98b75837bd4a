import Dyads
import Testing

/// The dating rule of the register: a stated year decides, a later source bounds from above.
@Suite struct DatedRecordsTests {
    @Test(
        arguments: [
            (.year(1991), .outside), (.year(1992), .inside), (.year(2003), .inside), (.year(2004), .outside),
            (.noLaterThan(1991), .outside), (.noLaterThan(1992), .inside), (.noLaterThan(2003), .inside),
            (.noLaterThan(2024), .undetermined), (.unknown, .undetermined),
        ] as [(DatedRecords.Dating, DatedRecords.Position)])
    func positions(dating: DatedRecords.Dating, position: DatedRecords.Position) throws {
        let record = DatedRecords.Record(dyad: try #require(Dyad("AZE-KAZ")), dating: dating)
        #expect(record.position(in: 1992...2003) == position)
    }

    @Test func countsKeepInsideAndUndeterminedApart() throws {
        let (a, b) = (try #require(Dyad("AZE-KAZ")), try #require(Dyad("KAZ-UZB")))
        let records = DatedRecords([
            .init(dyad: a, dating: .year(1995)), .init(dyad: a, dating: .unknown),
            .init(dyad: a, dating: .noLaterThan(2024)), .init(dyad: b, dating: .year(2010)),
        ])
        let counts = records.counts(in: 1992...2003)
        #expect(counts[a]?.inside == 1)
        #expect(counts[a]?.undetermined == 2)
        #expect(counts[b] == nil)
    }
}
