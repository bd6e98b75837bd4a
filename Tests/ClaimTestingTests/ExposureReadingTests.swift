import Dyads
import DyadicModels
import Scoring
import Testing

@testable import ClaimTesting

/// What values are measured against, from the plan to the score.
struct ExposureReadingTests {
    func assessed(
        _ alternatives: [AssessmentPlan.Alternative], covariates: Covariates? = Fixture.covariates
    ) throws -> Assessment {
        assess(
            try #require(Fixture.claim()),
            plan: Fixture.plan(readings: [Fixture.two], alternatives: alternatives), panel: Fixture.panel(),
            covariates: covariates)
    }

    /// Sizes 2, 6 and 3. Talks over size 9/2, 1/2, 1/3, on [0, 1]: 1, 0.04, 0; pacts 1, 4/3, 2/3: 0.5, 1, 0.
    /// The means are 0.75, 0.52 and 0: what was second is first.
    @Test func anAlternativeThatChangesOnlyTheExposure() throws {
        let assessment = try assessed([Fixture.exposed("population", .population)])
        #expect(assessment.result("two", in: "main")?.standing?.rank == 2)
        let standing = try #require(assessment.comparisons.first?.standing)
        #expect(standing.rank == 1)
        #expect(abs(standing.score - 0.75) < 1e-15 && abs(standing.margin - 0.23) < 1e-15)
        // Expectations are kept for every indicator and window that has values.
        #expect(assessment.expectations.map(\.exposure).allSatisfy { $0 == .population })
        #expect(
            assessment.expectations.map { "\($0.window.id) \($0.indicator.id)" } == [
                "main talks", "main pacts", "main works", "late talks", "late pacts",
            ])
    }

    /// A reading's exposure holds for the reading alone, and an alternative's replaces it.
    @Test func aReadingWithAnExposureOfItsOwn() throws {
        var changes = Specification.Changes()
        changes.exposure = .population
        let reading = AssessmentPlan.Reading(
            id: "sized", title: "Sized",
            kind: .composite(dimensions: ["d-talks", "d-pacts"], changes: changes), isPrimary: true)
        let assessment = assess(
            try #require(Fixture.claim()),
            plan: Fixture.plan(
                readings: [Fixture.two, reading], alternatives: [Fixture.exposed("none", .none)]),
            panel: Fixture.panel(), covariates: Fixture.covariates)
        #expect(assessment.result("sized", in: "main")?.standing?.rank == 1)
        #expect(assessment.result("two", in: "main")?.standing?.rank == 2)
        let found = assessment.comparisons.filter { $0.window.id == "main" }
        #expect(found.map(\.reading) == ["two", "sized"] && found.allSatisfy { $0.standing?.rank == 2 })
    }

    @Test(arguments: [Covariates?.none, Fixture.covariates])
    func gravityThatCannotBeFittedIsAReasonAndNoNumber(covariates: Covariates?) throws {
        let assessment = try assessed([Fixture.exposed("gravity", .gravity)], covariates: covariates)
        #expect(assessment.expectations.isEmpty)
        let found = try #require(assessment.comparisons.first)
        #expect(found.standing == nil)
        let reason = try #require(found.reason)
        #expect(reason.hasPrefix("no indicator of d-talks enters (talks: "), "\(reason)")
        if covariates == nil { #expect(reason.contains("needs the sizes of states"), "\(reason)") }
    }

    /// Three states have as many factors as pairs: the totals explain every value.
    @Test func marginsOfThreeStatesTellNothing() throws {
        let found = try #require(
            try assessed([Fixture.exposed("margins", .margins)], covariates: nil).comparisons.first)
        #expect(found.standing == nil)
        #expect(try #require(found.reason).contains("the same value for every dyad of the class"))
    }

    @Test func thePlanNamesItsExposuresOnce() {
        let plan = Fixture.plan(
            readings: [Fixture.two],
            alternatives: [
                Fixture.exposed("m", .margins), Fixture.exposed("g", .gdp), Fixture.exposed("n", .none),
                Fixture.exposed("g2", .gdp),
            ])
        #expect(plan.exposures == [.gdp, .margins] && plan.needsCovariates)
        #expect(!Fixture.plan(readings: [Fixture.two]).needsCovariates)
        #expect(
            !Fixture.plan(readings: [Fixture.two], alternatives: [Fixture.exposed("m", .margins)])
                .needsCovariates)
    }
}
