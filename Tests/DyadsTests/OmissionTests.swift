import Dyads
import Testing

struct OmissionTests {
    let series: DyadYearSeries
    let dyad: Dyad

    init() throws {
        dyad = try #require(Dyad("AZE-KAZ"))
        series = DyadYearSeries(
            records: [.init(dyad: dyad, year: 2000, value: 4), .init(dyad: dyad, year: 2002, value: 6)],
            states: try sampleStates(), coverage: Coverage(years: 2000...2002, silence: .zero),
            sourcesByYear: [2000: ["a"], 2001: ["a"], 2002: ["b"]])
    }

    @Test func yearsLeaveTheSeries() throws {
        let without = series.omitting(years: [2000, 1900])
        #expect(without.years == [2001, 2002] && without.sourcesByYear.keys.sorted() == [2001, 2002])
        #expect(without[dyad, 2000] == nil && without[dyad, 2001] == 0 && without[dyad, 2002] == 6)
        #expect(without.values(of: dyad).map(Array.init) == [0, 6])
        #expect(series.values(of: try #require(Dyad("AZE-XXX"))) == nil)
    }

    @Test func datedRowsGoWithTheirYear() {
        let records = DatedRecords([
            .init(dyad: dyad, dating: .year(2000)), .init(dyad: dyad, dating: .noLaterThan(2001)),
            .init(dyad: dyad, dating: .unknown),
        ])
        #expect(records.omitting(years: [2001]).records.map(\.dating) == [.year(2000), .unknown])
        #expect(records.omitting(years: [2000]).records.map(\.dating) == [.noLaterThan(2001), .unknown])
    }
}
