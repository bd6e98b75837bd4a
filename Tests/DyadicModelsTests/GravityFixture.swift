import Dyads
import Foundation
import TestSupport
import Testing

@testable import DyadicModels

/// Eight invented states with sizes, distances and borders.
struct GravityFixture {
    let states: StateSystem
    let covariates: Covariates
    let years = 2000...2005
    let referenceClass = ReferenceClass(excludedStates: Set([StateCode("HHH")].compactMap { $0 }))

    /// - Parameters:
    ///   - scale: what GDPs, populations and distances are multiplied with.
    ///   - missing: a state without GDP in 2000.
    init(scale: Double = 1, missing: String? = nil) throws {
        let day = try #require(CalendarDay(year: 1990, month: 1, day: 1))
        let span = try #require(MembershipSpan(first: day))
        let codes = try ["AAA", "BBB", "CCC", "DDD", "EEE", "FFF", "GGG", "HHH"].map {
            try #require(StateCode($0))
        }
        states = try #require(
            StateSystem(
                codes.enumerated().map { index, code in
                    State(
                        code: code, name: code.text, cowNumber: index + 1, gleditschWardNumber: index + 1,
                        membership: span)
                }))
        var generator = SplitMix(seed: 5)
        var (gdp, population): (Covariates.StateYears, Covariates.StateYears) = ([:], [:])
        for code in codes {
            let (size, people) = (exp(2 * generator.uniform()), exp(2 * generator.uniform()))
            for year in years where !(code.text == missing && year == 2000) {
                gdp[code, default: [:]][year] =
                    scale * 1e9 * size * exp(0.05 * Double(year - 2000) + 0.1 * generator.uniform())
                population[code, default: [:]][year] = scale * 1e6 * people * (1 + 0.01 * generator.uniform())
            }
        }
        var distance: [Dyad: Double] = [:]
        var contiguity: [Dyad: [Contiguity.Spell]] = [:]
        for dyad in states.dyads {
            let draw = generator.uniform()
            distance[dyad] = scale * 1000 * exp(generator.uniform())
            let type: Contiguity? = draw < 0.25 ? .land : draw < 0.4 ? .water : nil
            if let type { contiguity[dyad] = [.init(type, years: 1990...2003)] }
        }
        covariates = Covariates(
            gdp: gdp, population: population, distance: distance, contiguity: contiguity,
            lastYearOfContiguity: 2003)
    }

    /// A column of values that follow a gravity equation, with noise.
    func column(
        _ yearOperator: Indicator.YearOperator, unit: Double = 1, years: [Int]? = nil
    ) throws -> Panel.Column {
        let coverage = Coverage(years: years ?? Array(self.years), silence: .missing)
        var generator = SplitMix(seed: 9)
        var records: [DyadYearSeries.Record] = []
        for dyad in states.dyads {
            for year in self.years {
                let noise = -log(generator.uniform())
                let gdps = [dyad.first, dyad.second].compactMap { covariates.gdp(of: $0, in: 2003) }
                let mean = (gdps[0] * gdps[1]).squareRoot() / (covariates.distance(of: dyad) ?? 1)
                let value = generator.uniform() < 0.2 ? 0 : mean * noise
                records.append(.init(dyad: dyad, year: year, value: unit * value))
            }
        }
        return Panel.Column(
            indicator: Self.indicator(yearOperator, coverage),
            data: .series(
                DyadYearSeries(records: records, states: states, coverage: coverage, sourcesByYear: [:])))
    }

    static func indicator(_ yearOperator: Indicator.YearOperator, _ coverage: Coverage) -> Indicator {
        Indicator(
            id: "x", title: "X", dimension: "d", kind: .flow, unit: "1", direction: .more,
            yearOperator: yearOperator, coverage: coverage, definition: "x", citations: [])
    }

    func exposure(
        _ column: Panel.Column, window: ClosedRange<Int> = 2000...2005, minimumYears: Int = 1
    ) throws -> GravityExposure {
        try GravityExposure(
            of: column, window: window, dyads: states.dyads, referenceClass: referenceClass,
            covariates: covariates, minimumYears: minimumYears)
    }
}
