import Dyads
import DyadicModels
import Testing

@testable import ClaimTesting

struct AssessmentTests {
    let assessment: Assessment

    init() throws {
        assessment = assess(try #require(Fixture.claim()), plan: Fixture.plan, panel: Fixture.panel())
    }

    /// Class AAA-BBB, AAA-CCC, BBB-CCC. Talks on [0, 1]: 1, 0.25, 0; pacts: 0, 1, 0. Means: 0.5, 0.625, 0.
    @Test func rankAndMarginInTheClass() throws {
        let standing = try #require(assessment.result("two", in: "main")?.standing)
        #expect(standing.rank == 2 && standing.classSize == 3 && !standing.isTied)
        #expect(standing.leaders.map(\.description) == ["AAA-CCC"])
        #expect(abs(standing.margin - (0.5 - 0.625)) < 1e-15)
        #expect(standing.scoreRange == 0.625)
        #expect(assessment.result("two", in: "main")?.finding == .notFirst)
    }

    /// AAA-DDD: talks 20 is (20 - 1) / 8 = 2.375 on the class's scale, pacts 0 is -1/3: mean 1.02, above all.
    @Test func pairsOutsideTheClassAreScoredByItsScale() throws {
        let result = try #require(assessment.result("two", in: "main"))
        let scores = try #require(result.scores)
        let unit = try #require(scores.dyads.firstIndex { $0.description == "AAA-DDD" })
        let expected = (2.375 - 1.0 / 3) / 2
        let score = try #require(scores.index.scores[unit])
        #expect(abs(score - expected) < 1e-15)
        #expect(scores.classRanking.ranks[unit] == nil)
        #expect(scores.placeInClass(of: unit) == 1)
        #expect(scores.overallRanking.ranks[unit] == 1)
        // BBB-DDD: talks 0 is -1/8, pacts 9 is 7/6: mean 0.52, also above the target's 0.5.
        #expect(result.standing?.overallRank == 4)
    }

    @Test func aDimensionWithoutCoverageIsNotAssessable() throws {
        #expect(assessment.result("d-works", in: "main")?.standing != nil)
        let late = try #require(assessment.result("three", in: "late"))
        #expect(late.finding == .notAssessable)
        guard case .notAssessable(let reason) = late.outcome else {
            Issue.record("scored")
            return
        }
        #expect(reason == "no indicator of d-works enters (works: no covered year in the window)")
    }

    @Test func variantsAndAlternativesAreReportedForEachReading() throws {
        let found = assessment.comparisons.filter {
            $0.reading == "two" && $0.window == assessment.plan.windows[0]
        }
        #expect(found.map(\.id) == ["no-pacts", "z"])
        // Without pacts only talks are left, where the target leads.
        #expect(found[0].standing?.rank == 1)
        #expect(found[0].standing?.leaders.map(\.description) == ["AAA-BBB"])
    }

    /// Works are covered in 2000 and 2001 only: the composite exists in those years and in no other.
    @Test func yearsWithoutASourceAreNotAssessable() {
        let years = assessment.years.filter { $0.subject == "all" }.map(\.year)
        #expect(years == [2000, 2001])
        #expect(assessment.missingYears.filter { $0.subject == "all" }.map(\.year) == [1999, 2002, 2003])
        #expect(assessment.years.first { $0.subject == "all" }?.basis == ["talks: talks", "works: works"])
    }

    @Test func aTieForFirstIsNotALead() throws {
        let claim = try #require(Fixture.claim(target: "BBB-CCC"))
        let tied = assess(claim, plan: Fixture.plan, panel: Fixture.panel())
        let standing = try #require(tied.result("d-works", in: "main")?.standing)
        #expect(standing.rank == 2 && standing.tieSize == 2 && standing.isTied)
        #expect(standing.margin == -1)
    }

    @Test func onlyAnUntiedLeadLeavesSupportedPossible() {
        #expect(DefaultFinding.allCases.filter(\.leavesSupportedPossible) == [.firstInDefault])
    }
}
