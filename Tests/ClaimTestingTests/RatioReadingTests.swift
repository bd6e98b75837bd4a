import Dyads
import DyadicModels
import Testing

@testable import ClaimTesting

/// Conversion and efficiency on the fixture, where talks are 9, 3, 1 and the class's mean is 13/3.
struct RatioReadingTests {
    func assessed(
        _ reading: AssessmentPlan.Reading, variants: [AssessmentPlan.Variant] = []
    ) throws -> Assessment {
        assess(
            try #require(Fixture.claim()), plan: Fixture.plan(readings: [reading], variants: variants),
            panel: Fixture.panel())
    }

    func score(_ dyad: String, _ item: Assessment.Scored?) throws -> Double? {
        let ranking = try #require(item?.ranking)
        return ranking.scores[try #require(ranking.dyads.firstIndex { "\($0)" == dyad })]
    }

    /// Pacts and works per talk: 2/9 and 1/9, 8/3 and 5/3, 2 and 1. AAA-CCC makes most of both. Scaled to one talk
    /// it makes 4/3 of BBB-CCC's pacts (5/3 of its works), scaled to nine 12 times AAA-BBB's pacts; without it,
    /// BBB-CCC scaled to three talks makes 6/8 of its pacts and 3/5 of its works, so that its score is 5/3.
    @Test func efficiencyByHand() throws {
        let assessment = try assessed(Fixture.efficiency(["pacts", "works"]))
        let item = try #require(assessment.result("efficiency", in: "main"))
        for (dyad, expected) in [("AAA-CCC", 5.0 / 3), ("BBB-CCC", 0.75), ("AAA-BBB", 1.0 / 12)] {
            #expect(abs(try #require(try score(dyad, item)) - expected) < 1e-9, "\(dyad)")
        }
        #expect(item.standing?.rank == 3 && item.standing?.classSize == 3)
        #expect(item.standing?.leaders.map(\.description) == ["AAA-CCC"])
        // Outside the class: talks without output are no efficiency at all, output without talks is none to name.
        #expect(try score("AAA-DDD", item) == 0)
        #expect(try score("BBB-DDD", item) == nil)
        #expect(item.scores == nil)
    }

    /// AAA-CCC leads: the highest raw rate (8 / (9/13)), and more talks than BBB-CCC to believe it by; AAA-BBB has the
    /// lowest rate and the most talks.
    @Test func conversionByHand() throws {
        let assessment = try assessed(Fixture.conversion(["pacts"]))
        let item = try #require(assessment.result("conversion", in: "main"))
        guard case .scored(let scored, let standing) = item.outcome,
            case .conversion(let scores) = scored.evidence
        else {
            Issue.record("not a conversion")
            return
        }
        #expect(standing.rank == 3 && standing.leaders.map(\.description) == ["AAA-CCC"])
        guard case .gamma(let prior) = scores.conversion.priors[0] else {
            Issue.record("rates of 0.96 and 11.6 are not one rate")
            return
        }
        for (dyad, talks, pacts) in [("AAA-BBB", 9.0, 2.0), ("AAA-CCC", 3, 8), ("BBB-CCC", 1, 2)] {
            let expected = (pacts + prior.shape) / (talks * 3 / 13 + prior.rate)
            #expect(abs(try #require(try score(dyad, item)) - expected) < 1e-12, "\(dyad)")
        }
        let withoutTalks = try #require(scores.ranking.dyads.firstIndex { "\($0)" == "BBB-DDD" })
        #expect(
            scores.conversion.outcomes[withoutTalks]
                == .missing(reason: "an output above zero without any contact"))
    }

    /// Works are not covered in the late window.
    @Test(arguments: [Fixture.conversion(["works"]), Fixture.efficiency(["pacts", "works"])])
    func anOutputWithoutCoverageIsNotAssessable(reading: AssessmentPlan.Reading) throws {
        let item = try #require(try assessed(reading).result(reading.id, in: "late"))
        guard case .notAssessable(let reason) = item.outcome else {
            Issue.record("scored")
            return
        }
        #expect(reason == "an output is missing (works: no covered year in the window)")
    }

    /// With works in the place of pacts: 1/9, 5/3 and 1 per talk.
    @Test func aVariantReplacesAnOutput() throws {
        let reading = Fixture.efficiency(["pacts"])
        let assessment = try assessed(
            reading,
            variants: [
                .init(
                    id: "works", title: "Works", removed: ["pacts"],
                    added: [.init(indicator: "works", dimension: "d-pacts")]),
                .init(id: "none", title: "None", removed: ["pacts"], added: []),
                .init(id: "no-talks", title: "None", removed: ["talks"], added: []),
            ])
        #expect(
            assessment.comparisons.filter { $0.window.id == "main" }.map(\.id) == [
                "works", "none", "no-talks",
            ])
        let found = assessment.comparisons
        let standing = try #require(found[0].standing)
        #expect(abs(standing.score - 1.0 / 15) < 1e-9)
        #expect(abs(standing.margin - (1.0 / 15 - 5.0 / 3)) < 1e-9)
        #expect(found[1].standing == nil && found[1].reason == "an output is missing")
        #expect(found[2].standing == nil && found[2].reason == "no indicator enters")
    }

    @Test func alternativesOfMethodConcernCompositesOnly() throws {
        let assessment = assess(
            try #require(Fixture.claim()),
            plan: Fixture.plan(
                readings: [Fixture.two, Fixture.conversion(["pacts"])],
                alternatives: [.init(id: "z", title: "z", changes: .init(normalisation: .zScore))]),
            panel: Fixture.panel())
        #expect(Set(assessment.comparisons.map(\.reading)) == ["two"])
    }

    @Test func onlyEfficienciesThatAskForIntervalsHaveThem() throws {
        #expect(try assessed(Fixture.efficiency(["pacts"])).efficiencyIntervals.isEmpty)
        let found = try assessed(Fixture.efficiency(["pacts"], replicates: 20)).efficiencyIntervals
        #expect(found.map(\.window.id) == ["main", "late"])
        let intervals = try #require(try found.first?.intervals.get())
        // One a measured dyad: the four with talks (CCC-DDD and BBB-DDD have none and so no interval).
        #expect(intervals.count { $0 != nil } == 3)
        for interval in intervals.compactMap({ $0 }) { #expect(interval.lower <= interval.upper) }
    }
}
