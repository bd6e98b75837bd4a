import Dyads
import DyadicModels
import Foundation
import LinearAlgebra
import Scoring
import Testing

@testable import ClaimTesting

/// Yearly contributions to scores against derivatives written down by hand.
struct ScoreContributionsTests {
    static let years = [2000...2011, 2000...2011, 1995...2006]

    /// A mean of three values as they are moves by a third of each value's departure.
    @Test(arguments: [Indicator.YearOperator.mean, .sum])
    func aLinearCompositeMovesByItsWeights(yearOperator: Indicator.YearOperator) throws {
        let study = SamplingStudy.study(
            years: Self.years, seed: 1, operators: [yearOperator],
            specification: Specification(method: try SamplingStudy.asIs()))
        let (rescoring, series) = try SamplingStudy.parts(study.assessment)
        #expect(series.groups.map { $0.series.map(\.id) } == [["i0", "i1"], ["i2"]])
        let found = try rescoring.contributions(of: series.groups)
        #expect(found.map(\.years) == [Array(2000...2011), Array(1995...2006)])
        func value(_ column: Int, _ unit: Int, _ year: Int) -> Double {
            let dyad = study.dyads[unit]
            return study.columns[column].records.first { $0.dyad == dyad && $0.year == year }?.value ?? .nan
        }
        for (group, columns) in [(0, [0, 1]), (1, [2])] {
            for (place, year) in found[group].years.enumerated() {
                for unit in study.dyads.indices {
                    let expected = columns.reduce(0.0) { sum, column in
                        let mean =
                            found[group].years.reduce(0) { $0 + value(column, unit, $1) } / 12
                        return sum + (value(column, unit, year) - mean) / 3
                    }
                    let scale: Double = yearOperator == .sum ? 12 : 1
                    #expect(abs(found[group].values[place, unit] - scale * expected) < 1e-6)
                }
            }
        }
    }

    /// Values over the class mean, logarithms of one plus that, z-scores: u = v / m, x = log(1 + u), z = (x - mean) / s.
    /// du = d / m - v (mean of d) / m^2; dx = du / (1 + u); dz = (dx - mean of dx) / s - z sum(z dx) / (s (P - 1)).
    @Test func logarithmsOfSharesOfTheMeanAsZScores() throws {
        var method = ScoringMethod(normalisation: .zScore)
        method.scaling = .classMean
        method.transform = .log1p
        let study = SamplingStudy.study(
            years: [2000...2020], seed: 2, gaps: 0.2, specification: Specification(method: method))
        let (rescoring, series) = try SamplingStudy.parts(study.assessment)
        let found = try rescoring.contributions(of: series.groups)[0].values
        let only = series.groups[0].series[0]
        let values = only.window.compactMap(\.self)
        let count = Double(values.count)
        try #require(values.count == study.dyads.count)
        func mean(_ numbers: [Double]) -> Double { numbers.reduce(0, +) / count }
        let centre = mean(values)
        let x = values.map { log(1 + $0 / centre) }
        let spread = (x.reduce(0) { $0 + ($1 - mean(x)) * ($1 - mean(x)) } / (count - 1)).squareRoot()
        let z = x.map { ($0 - mean(x)) / spread }
        let departures = only.yearly.departures(from: only.window)
        for year in departures.rowIndices {
            let d = departures.row(year)
            let dx = zip(values, d).map { value, d in
                (d / centre - value * mean(departures.row(year)) / centre / centre) / (1 + value / centre)
            }
            let product = zip(z, dx).reduce(0) { $0 + $1.0 * $1.1 } / (count - 1)
            for unit in z.indices {
                let expected = (dx[unit] - mean(dx) - z[unit] * product) / spread
                #expect(abs(found[year, unit] - expected) < 1e-6)
            }
        }
        #expect(found.elements.contains { abs($0) > 1 })
    }

    /// Against an expectation that stays: a ratio moves by the value's departure over what is expected.
    @Test func ratiosMoveWithTheirValues() throws {
        let study = SamplingStudy.study(
            states: 5, years: [2000...2009], seed: 3,
            specification: Specification(exposure: .margins, method: try SamplingStudy.asIs()))
        let assessment = study.assessment
        let (rescoring, series) = try SamplingStudy.parts(assessment)
        let found = try rescoring.contributions(of: series.groups)[0].values
        let expected = try #require(assessment.expectations.first?.column.expected)
        let only = series.groups[0].series[0]
        let departures = only.yearly.departures(from: only.window)
        for year in departures.rowIndices {
            for unit in expected.indices {
                let ratio = departures[year, unit] / (try #require(expected[unit]))
                #expect(abs(found[year, unit] - ratio) < 1e-6)
            }
        }
    }

    /// First-order changes of all years together are no change.
    @Test(arguments: [UInt64(4), 5, 6])
    func contributionsOfAllYearsCancel(seed: UInt64) throws {
        var method = ScoringMethod(normalisation: .zScore, aggregations: [.arithmetic])
        method.transform = .log1p
        method.weighting = MethodChoice.equalByIndicator
        let study = SamplingStudy.study(
            years: Self.years, seed: seed, gaps: 0.3, operators: [.shareOfYear, .mean, .sum],
            specification: Specification(method: method))
        let (rescoring, series) = try SamplingStudy.parts(study.assessment)
        for group in try rescoring.contributions(of: series.groups) {
            #expect(group.values.elements.contains { abs($0) > 0.01 })
            for mean in group.means { #expect(abs(mean) < 1e-7) }
        }
    }

    @Test(arguments: [false, true])
    func ranksHaveNoDerivative(withTies: Bool) throws {
        var study = SamplingStudy.study(
            years: [2000...2011], seed: 7,
            specification: Specification(method: ScoringMethod(normalisation: .rankNormalisation)))
        if withTies {
            // The second pair has the first one's values in reverse: the same mean, other years.
            let (first, second) = (study.dyads[0], study.dyads[1])
            study.columns[0].records.removeAll { $0.dyad == second }
            for record in study.columns[0].records where record.dyad == first {
                study.columns[0].records.append((second, 4011 - record.year, record.value))
            }
        }
        let (rescoring, series) = try SamplingStudy.parts(study.assessment)
        let error = #expect(throws: Absence.self) { try rescoring.contributions(of: series.groups) }
        #expect(error?.reason.hasPrefix("small changes of yearly values") ?? false)
    }

    @Test(arguments: [Aggregation.copeland, .borda])
    func majoritiesHaveNoDerivative(aggregation: Aggregation) throws {
        var method = ScoringMethod(normalisation: .zScore)
        method.aggregations = [try MethodChoice(aggregation.description)]
        let study = SamplingStudy.study(
            years: Self.years, seed: 8, specification: Specification(method: method))
        let (rescoring, series) = try SamplingStudy.parts(study.assessment)
        #expect(throws: Absence.self) { try rescoring.contributions(of: series.groups) }
    }

    /// Years without departures are years without error, and no reason against one.
    @Test func constantYearsContributeNothing() throws {
        let assessment = assess(
            try #require(Fixture.claim()), plan: Fixture.plan, panel: Fixture.panel())
        let (rescoring, series) = try SamplingStudy.parts(assessment)
        let found = try rescoring.contributions(of: series.groups)
        #expect(found.allSatisfy { $0.values.elements.allSatisfy { $0 == 0 } })
    }
}
