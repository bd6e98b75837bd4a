import Dyads
import LinearAlgebra
import TestSupport
import Testing

@testable import DyadicModels

/// Yearly values against the window values that they stand behind.
struct YearlyValuesTests {
    /// Three pairs over ten years, of which three in ten values are open.
    func column(_ yearOperator: Indicator.YearOperator, seed: UInt64) throws -> Panel.Column {
        var generator = SplitMix(seed: seed)
        var records: [(String, Int, Double?)] = []
        for dyad in WindowValuesTests.states.dyads {
            for year in 1995...2004 {
                let value = (generator.uniform() * 9).rounded()
                records.append((dyad.description, year, generator.uniform() < 0.3 ? nil : value))
            }
        }
        return try WindowValuesTests.column(yearOperator, years: 1995...2004, records: records)
    }

    func pair(
        _ yearOperator: Indicator.YearOperator, _ seed: UInt64, in window: ClosedRange<Int> = 1997...2020
    ) throws -> (window: [Double?], yearly: YearlyValues) {
        let column = try column(yearOperator, seed: seed)
        let dyads = WindowValuesTests.states.dyads
        let values = column.values(
            in: window, dyads: dyads, referenceClass: WindowValuesTests.everyone, minimumYears: 1)
        return (
            try #require(values.values),
            try #require(
                column.yearlyValues(in: window, dyads: dyads, referenceClass: WindowValuesTests.everyone))
        )
    }

    /// Drawing every year once gives the window values, and departures from them cancel: to 1e-12 of the sums.
    @Test(
        arguments: [Indicator.YearOperator.shareOfYear, .mean, .sum], [UInt64(1), 2, 3])
    func everyYearOnceGivesTheWindowValue(yearOperator: Indicator.YearOperator, seed: UInt64) throws {
        let (window, yearly) = try pair(yearOperator, seed)
        #expect(yearly.years == Array(1997...2004))
        let again = yearly.resampled(by: [Double](repeating: 1, count: 8), window: window)
        let sums = yearly.departures(from: window).transposedTimes([Double](repeating: 1, count: 8))
        for (unit, value) in window.enumerated() {
            #expect((again[unit] == nil) == (value == nil))
            #expect(abs((again[unit] ?? 0) - (value ?? 0)) < 1e-12)
            #expect(abs(sums[unit]) < 1e-12 * 8 * 9 * 8)
        }
    }

    /// 4 and 8 in two of four years: mean 6, sum 12. Years 1 and 3 are open.
    @Test func departuresByHand() throws {
        for (yearOperator, expected) in [
            (Indicator.YearOperator.mean, [0.0, -4, 0, 4]), (.sum, [0, -8, 0, 8]),
        ] {
            let column = try WindowValuesTests.column(
                yearOperator, years: 2000...2003, silence: .missing,
                records: [("AAA-BBB", 2001, 4), ("AAA-BBB", 2003, 8)])
            let yearly = try #require(
                column.yearlyValues(
                    in: 2000...2003, dyads: WindowValuesTests.states.dyads,
                    referenceClass: WindowValuesTests.everyone))
            let value: Double = yearOperator == .sum ? 12 : 6
            #expect(yearly.departures(from: [value, nil, nil]).column(0) == expected)
            #expect(yearly.departures(from: [value, nil, nil]).column(1) == [0, 0, 0, 0])
            // The last year twice and once another: 8 is drawn twice, 4 never; then no observed year at all.
            let resampled = [[1.0, 0, 1, 2], [2, 0, 2, 0]].map {
                yearly.resampled(by: $0, window: [value, nil, nil])
            }
            #expect(resampled.map { $0[0] } == [yearOperator == .sum ? 16 : 8, value])
            #expect(resampled.allSatisfy { $0[1] == nil && $0[2] == nil })
        }
    }

    /// A year in which the class has nothing says nothing about shares.
    @Test func aYearWithoutTotalIsMissing() throws {
        let column = try WindowValuesTests.column(
            .shareOfYear, years: 2000...2001, records: [("AAA-BBB", 2001, 3), ("AAA-CCC", 2001, 1)])
        let yearly = try #require(
            column.yearlyValues(
                in: 1992...2022, dyads: WindowValuesTests.states.dyads,
                referenceClass: WindowValuesTests.everyone))
        #expect(yearly.observed.row(0) == [0, 0, 0] && yearly.observed.row(1) == [1, 1, 1])
        #expect(yearly.values.row(1) == [0.75, 0.25, 0])
    }

    @Test func snapshotsAndUncoveredWindowsHaveNone() throws {
        for (yearOperator, window) in [
            (Indicator.YearOperator.snapshot, 1990...2020), (.mean, 2010...2020),
        ] {
            #expect(
                try column(yearOperator, seed: 1).yearlyValues(
                    in: window, dyads: WindowValuesTests.states.dyads,
                    referenceClass: WindowValuesTests.everyone) == nil)
        }
    }
}
