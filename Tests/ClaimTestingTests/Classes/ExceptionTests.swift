import Dyads
import DyadicModels
import Scoring
import TestSupport
import Testing

@testable import ClaimTesting

struct ExceptionTests {
    /// Scores on talks and pacts: AAA-DDD 1.02, AAA-CCC 0.625, BBB-DDD 0.521, target AAA-BBB 0.5, BBB-CCC 0, CCC-DDD
    /// -0.23; DDD is left out.
    @Test func theFixtureByHand() throws {
        let assessment = assess(try #require(Fixture.claim()), plan: Fixture.plan, panel: Fixture.panel())
        let test = try #require(
            assessment.tests.exceptions.first { $0.reading == "two" && $0.window.id == "main" })
        #expect(test.excluded.map(\.dyad.description) == ["AAA-DDD", "BBB-DDD", "CCC-DDD"])
        #expect(test.excluded.map(\.overallRank) == [1, 3, 6])
        #expect(test.excluded.map(\.placeInClass) == [1, 2, 4])
        #expect(test.excluded.map(\.isAboveTarget) == [true, true, false])
        #expect(test.excluded.map(\.isAboveClass) == [true, false, false])
        #expect(test.states.map(\.isExcluded) == [false, false, false, true])
        #expect(test.states.map(\.dyads) == [3, 3, 3, 3])
        let means: [Double?] = [7.0 / 3, 4, 13.0 / 3, 10.0 / 3]
        #expect(test.states.map(\.meanRank) == means)
        #expect(test.states.map(\.aboveTarget) == [2, 1, 1, 2])
        // Without AAA the best is BBB-DDD, which AAA-CCC and AAA-DDD pass; without DDD it is AAA-CCC.
        #expect(test.states.map(\.aboveClass) == [2, 0, 0, 1])
        #expect(test.states.map(\.shareAtLeastAsHigh) == [0.25, 0.75, 1, 0.5])
    }

    /// One indicator, by hand: an excluded pair that ties with the target, or within the tolerance, is not above it.
    @Test(arguments: [(5.0, false), (5 + 1e-12, false), (5.001, true)])
    func aTieIsNotAbove(value: Double, isAbove: Bool) throws {
        var study = TinyStudy(states: 4, columns: [], excluded: ["DDD"])
        let values = [5, 3, value, 1, 0, 0]
        study.columns = [
            .init(id: "a", records: zip(study.dyads, values).map { ($0, 2000, $1) })
        ]
        let test = try #require(study.assessment.tests.exceptions.first)
        #expect(test.excluded[0].dyad.description == "AAA-DDD")
        #expect(test.excluded[0].isAboveTarget == isAbove && test.excluded[0].isAboveClass == isAbove)
        #expect(test.states.last?.aboveTarget == (isAbove ? 1 : 0))
    }

    /// Another order of the states gives every state the same figures, and each rank is counted for two states.
    @Test(arguments: 1...4)
    func namesOfStatesDoNotMatter(seed: Int) throws {
        let study = ClassStandingTests.study(seed: UInt64(seed))
        let test = try #require(study.assessment.tests.exceptions.first)
        // The letters in reverse: AAA is FFF, and the target AAA-DDD is CCC-FFF.
        let letters = Array("ABCDEF")
        func renamed(_ code: StateCode) -> StateCode? {
            code.text.first.flatMap { letters.firstIndex(of: $0) }.flatMap {
                StateCode(String(repeating: letters[5 - $0], count: 3))
            }
        }
        func renamed(_ dyad: Dyad) throws -> Dyad {
            let (first, second) = (try #require(renamed(dyad.first)), try #require(renamed(dyad.second)))
            return try #require(Dyad(first, second))
        }
        var other = study
        other.classes = []
        other.excluded = ["AAA"]
        other.target = try #require(study.dyads.firstIndex(of: renamed(study.dyads[study.target])))
        for k in other.columns.indices {
            other.columns[k].records = try study.columns[k].records.map {
                (try renamed($0.dyad), $0.year, $0.value)
            }
        }
        let mirrored = try #require(other.assessment.tests.exceptions.first)
        let reversed = Array(mirrored.states.reversed())
        #expect(test.states.map(\.meanRank) == reversed.map(\.meanRank))
        #expect(test.states.map(\.aboveTarget) == reversed.map(\.aboveTarget))
        #expect(test.states.map(\.aboveClass) == reversed.map(\.aboveClass))
        #expect(test.states.map(\.shareAtLeastAsHigh) == reversed.map(\.shareAtLeastAsHigh))

        let ranking = try #require(study.assessment.result("all", in: "main")?.ranking)
        let sum = ranking.overallRanking.ranks.compactMap(\.self).reduce(0, +)
        let ofStates = test.states.reduce(0.0) { $0 + ($1.meanRank ?? 0) * Double($1.dyads) }
        #expect(abs(ofStates - Double(2 * sum)) < 1e-9)
        #expect(test.states.contains { $0.shareAtLeastAsHigh == 1 })
    }

    /// Margins expect nothing of pairs outside the class: they have no score, and their state no mean.
    @Test func pairsWithoutScoresAreNotCompared() throws {
        var study = ClassStandingTests.study(seed: 5)
        study.specification.exposure = .margins
        study.specification.method = ScoringMethod(normalisation: .zScore)
        let test = try #require(study.assessment.tests.exceptions.first)
        #expect(test.excluded.count == 5)
        #expect(test.excluded.allSatisfy { $0.score == nil && $0.isAboveTarget == nil })
        let state = try #require(test.states.last)
        #expect(state.isExcluded && state.dyads == 0 && state.meanRank == nil)
        #expect(state.shareAtLeastAsHigh == nil)
        #expect(test.states.dropLast().allSatisfy { $0.dyads == 4 })
    }

    @Test func aClaimWithoutExceptionHasNothingToTest() throws {
        let assessment = assess(
            try #require(Fixture.wideClaim), plan: Fixture.plan, panel: Fixture.panel())
        #expect(assessment.tests.exceptions.isEmpty)
    }
}
