import Dyads
import Testing

@testable import DyadicModels

struct WindowValuesTests {
    static let states: StateSystem = {
        let span = CalendarDay(year: 1991, month: 12, day: 26).flatMap { MembershipSpan(first: $0) }
        let states = [("AAA", 1), ("BBB", 2), ("CCC", 3)].compactMap { code, number in
            StateCode(code).flatMap { code in
                span.map {
                    State(
                        code: code, name: code.text, cowNumber: number, gleditschWardNumber: number,
                        membership: $0)
                }
            }
        }
        return StateSystem(states) ?? .empty
    }()

    static let everyone = ReferenceClass(excludedStates: [])

    static func dyad(_ text: String) throws -> Dyad { try #require(Dyad(text)) }

    static func column(
        _ yearOperator: Indicator.YearOperator, years: some Sequence<Int>, silence: Coverage.Silence = .zero,
        excluded: [String] = [], records: [(String, Int, Double?)]
    ) throws -> Panel.Column {
        let coverage = Coverage(
            years: years, excludedStates: Set(excluded.compactMap { StateCode($0) }), silence: silence)
        let indicator = Indicator(
            id: "x", title: "X", dimension: "d", kind: .count, unit: "1", direction: .more,
            yearOperator: yearOperator,
            coverage: coverage, definition: "x", citations: [])
        let series = DyadYearSeries(
            records: try records.map { .init(dyad: try dyad($0.0), year: $0.1, value: $0.2) }, states: states,
            coverage: coverage, sourcesByYear: [:])
        return Panel.Column(indicator: indicator, data: .series(series))
    }

    func values(
        _ column: Panel.Column, _ window: ClosedRange<Int>, class referenceClass: ReferenceClass = everyone,
        minimum: Int = 1
    ) -> [Double?]? {
        column.values(
            in: window, dyads: Self.states.dyads, referenceClass: referenceClass, minimumYears: minimum
        ).values
    }

    @Test func shareOfTheYearIsTakenInTheClassAndThenAveraged() throws {
        // 2000: 2, 6, 0 of 8; 2001: 3, 1, 0 of 4. CCC's pairs are outside the class of the second call.
        let column = try Self.column(
            .shareOfYear, years: 2000...2001,
            records: [("AAA-BBB", 2000, 2), ("AAA-CCC", 2000, 6), ("AAA-BBB", 2001, 3), ("AAA-CCC", 2001, 1)])
        #expect(values(column, 1999...2005) == [0.5, 0.5, 0])
        let withoutC = ReferenceClass(excludedStates: Set([StateCode("CCC")].compactMap { $0 }))
        let shares = try #require(values(column, 1999...2005, class: withoutC))
        #expect(shares[0] == 1)
        #expect(try #require(shares[1]) == (3 + 1.0 / 3) / 2)
    }

    @Test func missingStatesStayMissing() throws {
        let column = try Self.column(
            .shareOfYear, years: 2000...2000, excluded: ["CCC"],
            records: [("AAA-BBB", 2000, 4), ("AAA-CCC", 2000, 9)])
        #expect(values(column, 2000...2000) == [1, nil, nil])
    }

    @Test func meanOfStatusesCountsTheYearsWithoutRecord() throws {
        let column = try Self.column(.mean, years: 2000...2003, records: [("AAA-BBB", 2003, 1)])
        #expect(values(column, 1992...2022) == [0.25, 0, 0])
    }

    @Test func meanRestsOnTheObservedYearsOnly() throws {
        let column = try Self.column(
            .mean, years: 2000...2003, silence: .missing,
            records: [("AAA-BBB", 2001, 4), ("AAA-BBB", 2003, 8)])
        #expect(values(column, 1992...2022) == [6, nil, nil])
    }

    @Test func anEmptyRecordIsMissingEvenWhereSilenceIsZero() throws {
        let column = try Self.column(
            .mean, years: 2000...2001, records: [("AAA-BBB", 2000, nil), ("AAA-BBB", 2001, 3)])
        #expect(values(column, 2000...2001) == [3, 0, 0])
    }

    @Test func flowsAddUp() throws {
        let column = try Self.column(
            .sum, years: 1992...2020,
            records: [("AAA-BBB", 1995, 1), ("AAA-BBB", 1995, 0.5), ("AAA-BBB", 2001, 1)])
        #expect(values(column, 1993...2003) == [2.5, 0, 0])
        #expect(values(column, 1996...2003) == [1, 0, 0])
    }

    @Test func fourCoveredYearsAreNotEnough() throws {
        let column = try Self.column(.mean, years: 2000...2020, records: [])
        #expect(values(column, 1993...2003, minimum: 5) == nil)
        #expect(values(column, 1993...2004, minimum: 5) != nil)
    }

    @Test func aSnapshotEntersByItsDate() throws {
        let column = try Self.column(.snapshot, years: [2014], records: [("AAA-BBB", 2014, 3)])
        #expect(values(column, 2004...2022, minimum: 5) == [3, 0, 0])
        #expect(values(column, 1993...2003, minimum: 5) == nil)
    }

    @Test func undeterminedRowsAreCountedAsAsked() throws {
        let (ab, ac) = (try Self.dyad("AAA-BBB"), try Self.dyad("AAA-CCC"))
        let records = DatedRecords([
            .init(dyad: ab, dating: .year(2000)), .init(dyad: ab, dating: .unknown),
            .init(dyad: ac, dating: .noLaterThan(2023)),
            .init(dyad: ac, dating: .year(2023)), .init(dyad: ac, dating: .noLaterThan(1990)),
        ])
        let indicator = try Self.column(.datedCount, years: [], records: []).indicator
        let column = Panel.Column(indicator: indicator, data: .dated(records))
        func counts(_ rows: UndeterminedRows) -> [Double?]? {
            column.values(
                in: 1992...2022, dyads: Self.states.dyads, referenceClass: Self.everyone, minimumYears: 5,
                undetermined: rows
            ).values
        }
        #expect(counts(.counted) == [2, 1, 0])
        #expect(counts(.leftOut) == [1, 0, 0])
        #expect(counts(.countedOnly(for: ab)) == [2, 0, 0])
        #expect(counts(.leftOutOnly(for: ab)) == [1, 1, 0])
    }
}
