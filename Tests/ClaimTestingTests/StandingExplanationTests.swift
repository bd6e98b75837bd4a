import Dyads
import DyadicModels
import Scoring
import Testing

@testable import ClaimTesting

/// Explanations on the fixture. Composite `two`: AAA-BBB 0.5, AAA-CCC 0.625, BBB-CCC 0; outside the class AAA-DDD 1.02
/// and BBB-DDD 0.52.
struct StandingExplanationTests {
    func explained(
        _ dyad: String, on subject: String = "two", window: Int = 0, plan: AssessmentPlan = Fixture.plan,
        claim: Claim? = Fixture.claim()
    ) throws -> StandingExplanation {
        try StandingExplanation(
            of: try #require(Dyad(dyad)), on: subject, in: plan.windows[window],
            claim: try #require(claim), plan: plan, panel: Fixture.panel(), covariates: Fixture.covariates)
    }

    func needs(_ explanation: StandingExplanation) -> [String: Double?] {
        Dictionary(uniqueKeysWithValues: explanation.needs.map { ($0.indicator, $0.needed) })
    }

    /// Talks are the highest already: more of them lowers AAA-CCC's 0.625 towards 0.5, never below. With 4 pacts it has
    /// (1 + 2/6) / 2 = 0.667, with 3 0.583.
    @Test func whatTheSecondNeeds() throws {
        let explanation = try explained("AAA-BBB")
        #expect(!explanation.isLeader && explanation.rival.description == "AAA-CCC")
        #expect(needs(explanation) == ["talks": nil, "pacts": 4])
        #expect(explanation.needs.map(\.classHighest) == [9, 8])
        #expect(explanation.needs.map(\.beyondAnyPair) == [false, false])
        #expect(explanation.lines.map(\.contribution) == [0.5, 0])
        #expect(explanation.lines.map(\.rivalContribution) == [0.125, 0.5])
    }

    /// What is printed is enough, and one less is not.
    @Test func theSuppositionsLeadAtTheValueNamed() throws {
        let plan = Fixture.plan
        let scoring = WindowScoring(
            panel: Fixture.panel(), claim: try #require(Fixture.claim()), window: plan.windows[0],
            minimumYears: 2)
        for dyad in ["AAA-BBB", "BBB-CCC", "BBB-DDD"] {
            let explanation = try explained(dyad)
            for need in explanation.needs {
                guard let needed = need.needed else { continue }
                func leads(_ value: Double) throws -> Bool {
                    try scoring.supposing(value, of: need.indicator, unit: explanation.unit)
                        .scored(Fixture.two, plan: plan).get().ranking.leadsAlone(explanation.unit)
                }
                #expect(try leads(needed) && !leads(needed - 1), "\(dyad) \(need.indicator) \(needed)")
            }
        }
    }

    /// With fewer talks it falls to 0.5 at the least, where it shares the first place with AAA-BBB. With 2 pacts all
    /// have the same and there is nothing to score; with 1 it has the fewest.
    @Test func whatTheLeaderMayLose() throws {
        let explanation = try explained("AAA-CCC")
        #expect(explanation.isLeader && explanation.rival.description == "AAA-BBB")
        #expect(needs(explanation) == ["talks": nil, "pacts": 1])
    }

    @Test func aSharedFirstPlaceIsAFirstPlace() throws {
        var tied = Fixture.method
        tied.normalisation = .rankNormalisation
        let plan = Fixture.plan(readings: [Fixture.two], method: tied)
        // Ranks 1, 2, 3 of talks and 2.5, 1, 2.5 of pacts: AAA-CCC leads; on works alone two share the last place.
        let explanation = try explained("BBB-CCC", on: "d-works", plan: plan)
        #expect(!explanation.isLeader)
        #expect(needs(explanation) == ["works": 6])
    }

    /// AAA-DDD is ahead of the class: (14 talks - 1) / 8 - 1/3 over 2 is 0.646, with 13 it is 0.583. BBB-DDD needs
    /// more than 1.67 talks.
    @Test func pairsOutsideTheClass() throws {
        let ahead = try explained("AAA-DDD")
        #expect(ahead.isLeader && ahead.ranking.classRanking.ranks[ahead.unit] == nil)
        #expect(needs(ahead) == ["talks": 13, "pacts": nil])
        let behind = try explained("BBB-DDD")
        #expect(!behind.isLeader && behind.rival.description == "AAA-CCC")
        #expect(try #require(needs(behind)["talks"]) == 2)
    }

    @Test func contributionsSumToTheScore() throws {
        for dyad in ["AAA-BBB", "AAA-CCC", "BBB-CCC", "AAA-DDD"] {
            let explanation = try explained(dyad, on: "three")
            let sum = explanation.lines.compactMap(\.contribution).reduce(0, +)
            let score = try #require(explanation.ranking.scores[explanation.unit])
            #expect(explanation.lines.count == 3 && abs(sum - score) < 1e-12)
        }
    }

    /// A geometric mean's contributions add up to its logarithm, a majority's to nothing.
    @Test(arguments: ["geometric", "copeland"])
    func scoresThatAreNoSumsHaveNoContributions(aggregation: String) throws {
        let description = try #require(
            MethodTable.descriptions(of: .aggregation).first { $0.id == aggregation })
        var method = Fixture.method
        method.normalisation = try #require(MethodChoice.minMax(1, 100))
        method.aggregations = [try MethodChoice(description)]
        let explanation = try explained(
            "AAA-BBB", plan: Fixture.plan(readings: [Fixture.two], method: method), claim: Fixture.wideClaim)
        #expect(explanation.lines.allSatisfy { $0.contribution == nil && $0.rivalContribution == nil })
    }

    @Test(arguments: [Fixture.conversion(["pacts"]), Fixture.efficiency(["pacts"])])
    func outputsAloneAreTriedForRatios(reading: AssessmentPlan.Reading) throws {
        let plan = Fixture.plan(readings: [reading])
        let explanation = try explained("AAA-BBB", on: reading.id, plan: plan)
        #expect(explanation.lines.map(\.indicator) == ["talks", "pacts"])
        #expect(explanation.lines.allSatisfy { $0.contribution == nil })
        #expect(explanation.needs.map(\.indicator) == ["pacts"])
        #expect(explanation.moves.map(\.id) == ["without-talks"])
        if reading.id == "efficiency" {
            // More than 8/3 pacts for each of nine talks: 25 (24 would share the first place).
            #expect(explanation.needs[0].needed == 25)
            // The class has 8 pacts at most, BBB-DDD outside it 9.
            #expect(explanation.needs[0].beyondAnyPair)
        }
    }

    @Test func movesComeByTheNumberOfPlaces() throws {
        let explanation = try explained("AAA-BBB")
        #expect(
            explanation.moves.map(\.id) == ["no-pacts", "without-talks", "without-pacts", "z"]
                || explanation.moves.map { abs($0.gain ?? 0) }
                    == explanation.moves.map { abs($0.gain ?? 0) }.sorted(by: >)
        )
        #expect(explanation.moves.first { $0.id == "no-pacts" }?.rank == 1)
        #expect(explanation.moves.first { $0.id == "no-pacts" }?.gain == 1)
    }

    /// A dimension takes no part in a variant that makes a new one; a reading does.
    @Test func aNewDimensionIsNoMoveOfADimension() throws {
        let plan = Fixture.plan(
            readings: [Fixture.two],
            variants: [
                .init(
                    id: "new", title: "New", removed: [],
                    added: [.init(indicator: "works", dimension: "new-dimension")])
            ])
        #expect(try explained("AAA-BBB", plan: plan).moves.contains { $0.id == "new" })
        #expect(try !explained("AAA-BBB", on: "d-talks", plan: plan).moves.contains { $0.id == "new" })
    }

    @Test func whatCannotBeExplainedIsAReason() throws {
        #expect(throws: Absence("no indicator of d-works enters (works: no covered year in the window)")) {
            try explained("AAA-BBB", on: "three", window: 1)
        }
        // CCC-DDD and BBB-DDD have no talks: no efficiency.
        #expect(throws: Absence("BBB-DDD has no score on efficiency")) {
            try explained(
                "BBB-DDD", on: "efficiency", plan: Fixture.plan(readings: [Fixture.efficiency(["pacts"])]))
        }
    }
}
