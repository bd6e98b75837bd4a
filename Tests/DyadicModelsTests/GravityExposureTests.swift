import Dyads
import Foundation
import LinearAlgebra
import Testing

@testable import DyadicModels

struct GravityExposureTests {
    /// With effects of years the class's expected values sum to its observed values: sums over all, shares to 1.
    @Test func expectedAndObservedHaveTheSameTotal() throws {
        let fixture = try GravityFixture()
        for yearOperator in [Indicator.YearOperator.sum, .mean, .shareOfYear] {
            let exposure = try fixture.exposure(try fixture.column(yearOperator))
            let members = zip(fixture.states.dyads, exposure.outcomes)
                .filter { fixture.referenceClass.contains($0.0) }.compactMap { $0.1.comparison }
            #expect(members.count == 21)
            let expected = members.reduce(0) { $0 + $1.expected }
            let observed = members.reduce(0) { $0 + $1.observed }
            #expect(abs(expected / observed - 1) < 1e-10)
            if yearOperator == .shareOfYear { #expect(abs(observed - 1) < 1e-12) }
        }
    }

    /// Where no covariate is missing, the observed value is the window value itself.
    @Test(arguments: [Indicator.YearOperator.sum, .mean, .shareOfYear, .snapshot])
    func observedIsTheWindowValue(yearOperator: Indicator.YearOperator) throws {
        let fixture = try GravityFixture()
        let column = try fixture.column(yearOperator)
        let exposure = try fixture.exposure(column)
        let values = try #require(
            column.values(
                in: 2000...2005, dyads: fixture.states.dyads, referenceClass: fixture.referenceClass,
                minimumYears: 1
            ).values)
        for (outcome, value) in zip(exposure.outcomes, values) {
            let (observed, direct) = (try #require(outcome.comparison).observed, try #require(value))
            #expect(abs(observed - direct) <= 1e-12 * direct)
        }
        #expect(exposure.report.leftOut.isEmpty)
        #expect(exposure.report.isCrossSection == (yearOperator == .snapshot))
        #expect(exposure.report.observations == (yearOperator == .snapshot ? 21 : 126))
    }

    @Test(arguments: [Indicator.YearOperator.sum, .shareOfYear, .snapshot])
    func unitsDoNotMatter(yearOperator: Indicator.YearOperator) throws {
        let (fixture, scaled) = (try GravityFixture(), try GravityFixture(scale: 1000))
        let first = try fixture.exposure(try fixture.column(yearOperator))
        let second = try scaled.exposure(try fixture.column(yearOperator, unit: 1e-6))
        for (a, b) in zip(first.outcomes, second.outcomes) {
            let (a, b) = (try #require(a.comparison), try #require(b.comparison))
            #expect(abs(a.ratio - b.ratio) <= 1e-8 * a.ratio)
            #expect(abs(a.interval.upperBound - b.interval.upperBound) <= 1e-7 * a.interval.upperBound)
        }
    }

    /// The delta method against numerical derivatives of log(expected) in every coefficient, with the same covariance.
    @Test func deltaMethodAgainstNumericalDerivatives() throws {
        let fixture = try GravityFixture()
        let column = try fixture.column(.shareOfYear)
        let exposure = try fixture.exposure(column)
        let dyads = fixture.states.dyads
        let data = try GravityObservations(
            of: column, window: 2000...2005, dyads: dyads, referenceClass: fixture.referenceClass,
            minimumYears: 1, undetermined: .counted, covariates: fixture.covariates)
        let rows = data.members
        let model = try PoissonPseudoMaximumLikelihood(
            outcome: rows.map(\.value),
            design: Matrix(rows: rows.count, columns: data.columnNames.count) {
                data.element(of: rows[$0], column: $1)
            })
        let covariance = try model.dyadicRobustCovariance(dyads: rows.map { dyads[$0.dyad] })
        try #require(model.keptColumns.count == data.columnNames.count)
        let coefficients = model.coefficients.compactMap { $0 }
        func logExpected(_ dyad: Int, _ coefficients: [Double]) -> Double {
            func mean(_ row: GravityObservations.Row) -> Double {
                exp(
                    coefficients.indices.reduce(0) {
                        $0 + data.element(of: row, column: $1) * coefficients[$1]
                    })
            }
            let own = (rows + data.others).filter { $0.dyad == dyad }
            return log(
                own.reduce(0) { sum, row in
                    sum + mean(row) / rows.filter { $0.year == row.year }.reduce(0) { $0 + mean($1) }
                } / Double(own.count))
        }
        for dyad in [0, 6, 12, 27] {  // 6 (AAA-HHH) and 27 (GGG-HHH) are outside the class
            let gradient = coefficients.indices.map { index in
                let step = 1e-5
                var (up, down) = (coefficients, coefficients)
                up[index] += step
                down[index] -= step
                return (logExpected(dyad, up) - logExpected(dyad, down)) / (2 * step)
            }
            let comparison = try #require(exposure.outcomes[dyad].comparison)
            #expect(abs(comparison.expected / exp(logExpected(dyad, coefficients)) - 1) < 1e-10)
            let expected = covariance.variance(of: gradient).squareRoot()
            #expect(abs(comparison.standardErrorOfLog / expected - 1) < 1e-5)
            #expect(comparison.interval.contains(comparison.ratio))
        }
    }

    /// CCC has no GDP in 2000: its seven pairs lose that year on both sides, and the report counts them.
    @Test func yearsWithoutCovariatesAreInNeitherSide() throws {
        let fixture = try GravityFixture(missing: "CCC")
        let column = try fixture.column(.mean)
        let exposure = try fixture.exposure(column)
        #expect(exposure.report.leftOut.count == 7)
        #expect(exposure.report.leftOut.allSatisfy { $0.year == 2000 && $0.reason == "GDP is missing" })
        #expect(exposure.report.observations == 126 - 6)
        let place = try #require(fixture.states.dyads.firstIndex { "\($0)" == "AAA-CCC" })
        let comparison = try #require(exposure.outcomes[place].comparison)
        #expect(comparison.years == Array(2001...2005))
        let direct = try #require(
            column.values(
                in: 2001...2005, dyads: fixture.states.dyads, referenceClass: fixture.referenceClass,
                minimumYears: 1
            ).values?[place])
        #expect(abs(comparison.observed / direct - 1) < 1e-12)
    }

    @Test func reasonsInsteadOfNumbers() throws {
        let fixture = try GravityFixture()
        #expect(throws: Absence("2 covered years in the window, 5 needed")) {
            try fixture.exposure(try fixture.column(.mean), window: 2004...2010, minimumYears: 5)
        }
        #expect(throws: Absence("gravity: \(PoissonFailure.allZero)")) {
            try fixture.exposure(try fixture.column(.mean, unit: 0))
        }
        #expect(throws: Absence("gravity: \(PoissonFailure.negativeOutcome(observation: 0))")) {
            try fixture.exposure(try fixture.column(.mean, unit: -1))
        }
    }

    /// Only pairs with a land border have anything: contiguity tells the others apart from every value above zero.
    @Test func separatedPairsHaveAReasonInsteadOfARatio() throws {
        let fixture = try GravityFixture()
        let dyads = fixture.states.dyads
        let isLand = dyads.map { fixture.covariates.contiguity(of: $0, in: 2000) == .land }
        let coverage = Coverage(years: 2000...2005, silence: .zero)
        let records = dyads.indices.filter { isLand[$0] }.flatMap { index in
            (2000...2005).map {
                DyadYearSeries.Record(dyad: dyads[index], year: $0, value: Double(1 + (index * $0) % 7))
            }
        }
        let column = Panel.Column(
            indicator: GravityFixture.indicator(.sum, coverage),
            data: .series(
                DyadYearSeries(
                    records: records, states: fixture.states, coverage: coverage, sourcesByYear: [:])))
        let exposure = try fixture.exposure(column)
        let members = dyads.indices.filter { fixture.referenceClass.contains(dyads[$0]) }
        let landMembers = members.filter { isLand[$0] }
        try #require(landMembers.count >= 4)
        #expect(exposure.report.separated.count == 6 * (members.count - landMembers.count))
        #expect(exposure.report.coefficients.last?.estimate == nil)
        for index in dyads.indices {
            let isMember = fixture.referenceClass.contains(dyads[index])
            switch exposure.outcomes[index] {
            case .comparison(let comparison): #expect(isLand[index] && comparison.ratio > 0)
            case .missing(let reason):
                #expect(!isLand[index])
                #expect(
                    reason
                        == (isMember
                            ? "the expected value is zero: every observation is separated"
                            : "the class does not identify a covariate of this pair"))
            }
        }
    }

    @Test func datedCountsAreACrossSection() throws {
        let fixture = try GravityFixture()
        var records: [DatedRecords.Record] = []
        for (index, dyad) in fixture.states.dyads.enumerated() {
            records += (0..<(index % 4)).map { .init(dyad: dyad, dating: .year(2000 + $0)) }
        }
        let coverage = Coverage(years: 2000...2005, silence: .zero)
        let column = Panel.Column(
            indicator: GravityFixture.indicator(.datedCount, coverage), data: .dated(DatedRecords(records)))
        let exposure = try fixture.exposure(column)
        #expect(exposure.report.isCrossSection && exposure.report.observations == 21)
        #expect(exposure.report.coefficients.first?.name == "constant")
        let counts = exposure.outcomes.compactMap { $0.comparison?.observed }
        #expect(counts == (0..<28).map { Double($0 % 4) })
        #expect(exposure.outcomes[0].comparison?.interval == 0...0)
    }
}

struct SizeExposureTests {
    /// Means 2 and 8 over the two years in which both are known; their geometric mean is 4.
    @Test func geometricMeanOfMeans() throws {
        let (a, b) = (try #require(StateCode("AAA")), try #require(StateCode("BBB")))
        let covariates = Covariates(
            gdp: [a: [2000: 1, 2001: 3, 2002: 100], b: [2000: 6, 2001: 10]], population: [a: [2000: 5]],
            distance: [:],
            contiguity: [:], lastYearOfContiguity: 2016)
        let dyad = try #require(Dyad(a, b))
        let exposure = try SizeExposure.gdp.exposure(
            of: dyad, years: [2000, 2001, 2002], covariates: covariates)
        #expect(abs(exposure - 4) < 1e-14)
        #expect(throws: Absence("no year in which the population of both states is known")) {
            try SizeExposure.population.exposure(of: dyad, years: [2000], covariates: covariates)
        }
    }
}
