import Dyads
import DyadicModels
import Scoring
import Testing
import Uncertainty

@testable import ClaimTesting

/// The tests of a claim on the fixture: talks and pacts on [0, 1] are (1, 0), (0.25, 1) and (0, 0) for AAA-BBB, AAA-CCC
/// and BBB-CCC.
struct DoubtTests {
    static func plan(_ change: (inout AssessmentPlan.TestPlan) -> Void) -> AssessmentPlan.TestPlan {
        var plan = AssessmentPlan.TestPlan(seed: 7)
        change(&plan)
        return plan
    }

    static func assessment(_ tests: AssessmentPlan.TestPlan?, target: String = "AAA-BBB") throws -> Assessment
    {
        let plan = AssessmentPlan(
            windows: Fixture.plan.windows, minimumCoveredYears: Fixture.plan.minimumCoveredYears,
            dimensions: Fixture.plan.dimensions, readings: Fixture.plan.readings,
            specification: Fixture.plan.specification, variants: Fixture.plan.variants,
            alternatives: Fixture.plan.alternatives, yearly: nil, shownBeside: [], tests: tests)
        return assess(
            try #require(Fixture.claim(target: target)), plan: plan, panel: Fixture.panel())
    }

    /// AAA-BBB leads when w > 0.25 w + (1 - w), that is w > 4/7: with w uniform, in 3/7 of the draws.
    @Test func theShareOfFirstPlacesIsThatOfTheWeights() throws {
        let draws = 20_000
        let assessment = try Self.assessment(Self.plan { $0.weightDraws = draws })
        let acceptability = try #require(assessment.tests.acceptability(of: "two"))
        let ranking = try #require(assessment.result("two", in: "main")?.ranking)
        let target = try #require(ranking.dyads.firstIndex(of: assessment.claim.target))
        let share = try #require(acceptability.firstPlace(of: target))
        #expect(abs(share.value - 3.0 / 7) < 4 * (3.0 / 7 * 4 / 7 / Double(draws)).squareRoot())
        let item = try #require(assessment.result("two", in: "main"))
        #expect(assessment.evidence(on: item).weights == share.value)
        #expect(assessment.evidence(on: item).specifications == nil)
    }

    /// Min-max: 0.5 against 0.625. z-scores keep AAA-CCC ahead too: its lead on pacts is wider than the target's on talks.
    @Test func theShareOfSpecificationsIsCounted() throws {
        let space = try MultiverseSpace([
            .methods(.normalisation, [.unitRange, .zScore])
        ])
        let assessment = try Self.assessment(Self.plan { $0.space = space })
        let item = try #require(assessment.result("two", in: "main"))
        #expect(assessment.evidence(on: item).specifications == 0)
        #expect(assessment.tests.explored.map(\.reading) == ["two", "three"])
        #expect(assessment.tests.weights.isEmpty)
    }

    /// The fixture's years do not differ, so that its ranks are known: the target is second.
    @Test func theRankSetReachesTheDecisionRule() throws {
        #expect(try Self.assessment(Self.plan { $0.influence = true }).tests.sampling.isEmpty)
        let assessment = try Self.assessment(
            Self.plan { $0.sampling = .init(draws: 100, replicates: 9) })
        #expect(assessment.tests.sampling.map(\.reading) == ["two", "three"])
        let item = try #require(assessment.result("two", in: "main"))
        #expect(assessment.evidence(on: item).rankSet == 2...2)
        // `works` has two years only.
        #expect(assessment.tests.samplingError(of: "two")?.fixedWeight == 0)
        #expect(abs((assessment.tests.samplingError(of: "three")?.fixedWeight ?? 0) - 1.0 / 3) < 1e-12)
    }

    @Test func recordsAreTestedOnlyWhereAskedFor() throws {
        #expect(try Self.assessment(nil).tests.records.isEmpty)
        let tests = try Self.assessment(
            Self.plan { $0.influence = true }
        ).tests.records
        #expect(tests.map(\.reading) == ["two", "three"])
        // Influence on the primary reading alone: 16 years, two indicators, two rivals, one state.
        #expect(tests[0].influences.count == 16 + 2 + 2 + 1 && tests[1].influences.isEmpty)
        #expect(tests.allSatisfy { $0.tippingPoint == nil })
        #expect(tests[0].bounds?.missing == 0)
    }

    /// Without BBB-CCC the two left each lead on one indicator and tie; without AAA-CCC no pacts tell pairs apart.
    @Test func rivalsThatAreLeftOut() throws {
        let tests = try Self.assessment(
            Self.plan { ($0.influence, $0.tippingPoint) = (true, true) }
        ).tests.records
        func without(_ name: String) throws -> Result<Standing, Absence> {
            try #require(
                tests[0].influences.first { $0.omission.kind == "rival" && $0.omission.name == name }
            ).standing
        }
        let tied = try without("BBB-CCC").get()
        #expect(tied.rank == 1 && tied.tieSize == 2)
        #expect(throws: Absence.self) { try without("AAA-CCC").get() }
        #expect(tests[0].tippingPoint != nil)
    }
}
