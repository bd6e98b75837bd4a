import Dyads
import DyadicModels
import Foundation
import Testing

@testable import ClaimTesting

/// The class's three states have six permutations, which permute the three pairs in all ways.
struct AssociationWiringTests {
    typealias Plan = AssessmentPlan.AssociationPlan

    static func assessment(
        _ associations: Plan, covariates: Covariates? = Fixture.covariates
    ) throws -> Assessment {
        let plan = AssessmentPlan(
            windows: Fixture.plan.windows, minimumCoveredYears: 2, dimensions: Fixture.plan.dimensions,
            readings: Fixture.plan.readings, specification: Fixture.plan.specification, variants: [],
            alternatives: [], yearly: nil, shownBeside: [],
            tests: DoubtTests.plan { $0.associations = associations })
        return assess(
            try #require(Fixture.claim()), plan: plan, panel: Fixture.panel(), covariates: covariates)
    }

    static let correlations = Plan(
        permutations: 100, correlated: [.score("d-talks"), .score("d-pacts")],
        correlatedWith: [.covariate(.logPopulation), .covariate(.logDistance)], regressions: [])

    /// Talks are (1, 1/4, 0) and pacts (0, 1, 0): r = -1/6 over the root of 13/24 x 2/3, which is -1 over the root of 13.
    /// The one pact falls on each pair in two of six permutations; on the 1 or the 1/4 in four.
    @Test func aCorrelationByHand() throws {
        let tests = try #require(try Self.assessment(Self.correlations).tests.associations)
        let first = tests.correlations[0]
        #expect(first.first == "d-talks" && first.second == "d-pacts")
        let correlation = try first.outcome.get()
        #expect(abs(correlation.test.observed + 1 / 13.0.squareRoot()) < 1e-12)
        #expect(correlation.pairs == 3 && correlation.test.isExact && correlation.test.defined == 6)
        #expect(correlation.test.atLeast == 4 && correlation.test.atMost == 4)
        #expect(correlation.test.pAbsolute == 1 && correlation.test.pAbsoluteError == 0)
    }

    @Test func pairsOfVariablesComeInOrder() {
        #expect(
            Self.correlations.correlations.map { "\($0.first.name) \($0.second.name)" } == [
                "d-talks d-pacts", "d-talks log-population", "d-talks log-distance",
                "d-pacts log-population", "d-pacts log-distance",
            ])
    }

    /// Populations 4, 1 and 9: logarithms of the roots of 4, 36 and 9.
    @Test func aCovariateIsTakenByPairs() throws {
        let tests = try #require(try Self.assessment(Self.correlations).tests.associations)
        let x: [Double] = [1, 0.25, 0]
        let y: [Double] = [4, 36, 9].map { Foundation.log($0) / 2 }
        func centred(_ values: [Double]) -> [Double] {
            let mean = values.reduce(0, +) / 3
            return values.map { $0 - mean }
        }
        func product(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).map(*).reduce(0, +) }
        let (u, v) = (centred(x), centred(y))
        let r = product(u, v) / (product(u, u) * product(v, v)).squareRoot()
        #expect(abs(try tests.correlations[1].outcome.get().test.observed - r) < 1e-12)
    }

    @Test func whatIsNotThereIsAnAbsence() throws {
        let tests = try #require(try Self.assessment(Self.correlations).tests.associations)
        #expect(throws: Absence.self) { try tests.correlations[2].outcome.get() }
        let without = try #require(
            try Self.assessment(Self.correlations, covariates: nil).tests.associations)
        let absence = #expect(throws: Absence.self) { try without.correlations[1].outcome.get() }
        #expect(absence?.reason == "log-population needs covariates")
        #expect((try? without.correlations[0].outcome.get()) != nil)
    }

    /// Three pairs leave no degree of freedom for two predictors; with one, the slope of pacts on talks is -1/6 over
    /// 13/24.
    @Test func regressionsOfScores() throws {
        let plan = Plan(
            permutations: 100, correlated: [], correlatedWith: [],
            regressions: [
                .init(id: "one", outcome: .score("d-pacts"), predictors: [.score("d-talks")]),
                .init(
                    id: "two", outcome: .score("d-pacts"),
                    predictors: [.score("d-talks"), .covariate(.logPopulation)]),
            ])
        let tests = try #require(try Self.assessment(plan).tests.associations)
        let one = try tests.regressions[0].outcome.get()
        #expect(abs(one.coefficients[0].estimate + 4.0 / 13) < 1e-12)
        #expect(abs(one.rSquared.observed - 1.0 / 13) < 1e-12)
        #expect(throws: Absence.self) { try tests.regressions[1].outcome.get() }
    }

    @Test func covariatesAreAskedForWhereTheyAreNamed() throws {
        #expect(Self.correlations.needsCovariates)
        #expect(try Self.assessment(Self.correlations).plan.needsCovariates)
        let scores = Plan(
            permutations: 100, correlated: [.score("d-talks"), .score("two")], correlatedWith: [],
            regressions: [])
        #expect(!scores.needsCovariates)
        #expect(try !Self.assessment(scores).plan.needsCovariates)
    }

    @Test func aReadingThatIsNotThere() throws {
        let plan = Plan(
            permutations: 100, correlated: [.score("two"), .score("four")], correlatedWith: [],
            regressions: [])
        let tests = try #require(try Self.assessment(plan).tests.associations)
        #expect(throws: Absence.self) { try tests.correlations[0].outcome.get() }
    }
}
