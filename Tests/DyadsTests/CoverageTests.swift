import Dyads
import Testing

/// peacesciencer's changelog: zeros filled outside the data's years, and not filled inside them.
@Suite struct CoverageTests {
    private func series(
        _ records: [(String, Int, Double?)], coverage: Coverage
    ) throws -> DyadYearSeries {
        let list = try records.map { dyad, year, value in
            DyadYearSeries.Record(dyad: try #require(Dyad(dyad)), year: year, value: value)
        }
        return DyadYearSeries(
            records: list, states: try sampleStates(), coverage: coverage, sourcesByYear: [:])
    }

    private func dyad(_ text: String) throws -> Dyad { try #require(Dyad(text)) }

    @Test func aCountWithoutRecordIsZeroInsideCoverageAndMissingOutside() throws {
        let coverage = Coverage(
            years: 1991...1995, excludedStates: [try #require(StateCode("LVA"))], silence: .zero)
        let series = try series([("AZE-KAZ", 1993, 2)], coverage: coverage)
        #expect(series[try dyad("AZE-KAZ"), 1993] == 2)
        #expect(series[try dyad("AZE-KAZ"), 1994] == 0)
        // Before the states existed, and outside the years.
        #expect(series[try dyad("AZE-KAZ"), 1991] == nil)
        #expect(series[try dyad("AZE-KAZ"), 1996] == nil)
        // A state that the source does not cover: Georgia in GDELT.
        #expect(series[try dyad("KAZ-LVA"), 1994] == nil)
    }

    @Test func silenceOfAListIsMissing() throws {
        let series = try series(
            [("AZE-KAZ", 1993, 2)], coverage: Coverage(years: 1992...1995, silence: .missing))
        #expect(series[try dyad("AZE-KAZ"), 1993] == 2)
        #expect(series[try dyad("AZE-KAZ"), 1994] == nil)
    }

    @Test func anOpenValueIsMissingAlsoWhereSilenceIsZero() throws {
        let series = try series(
            [("AZE-KAZ", 1993, nil)], coverage: Coverage(years: 1992...1995, silence: .zero))
        #expect(series[try dyad("AZE-KAZ"), 1993] == nil)
        #expect(series[try dyad("AZE-KAZ"), 1992] == 0)
    }

    @Test func recordsOutsideAreLeftOut() throws {
        let coverage = Coverage(
            years: 1992...1995, excludedStates: [try #require(StateCode("LVA"))], silence: .zero)
        let series = try series([("AZE-KAZ", 1999, 5), ("KAZ-LVA", 1993, 5)], coverage: coverage)
        #expect(series[try dyad("AZE-KAZ"), 1999] == nil)
        #expect(series[try dyad("KAZ-LVA"), 1993] == nil)
    }

    @Test func eventsOfOneDyadYearAddUp() throws {
        let series = try series(
            [("AZE-KAZ", 1993, 1), ("AZE-KAZ", 1993, 0.5)],
            coverage: Coverage(years: 1992...1995, silence: .zero))
        #expect(series[try dyad("AZE-KAZ"), 1993] == 1.5)
    }

    @Test func yearsAreSortedAndOnce() {
        #expect(Coverage(years: [2005, 1995, 2005, 2000], silence: .missing).years == [1995, 2000, 2005])
    }
}
