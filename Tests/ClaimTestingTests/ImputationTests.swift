import Dyads
import DyadicModels
import Testing

@testable import ClaimTesting

struct ImputationTests {
    func imputations(gap: String?, claim: Claim?) throws -> [Assessment.ImputedScores] {
        assess(
            try #require(claim),
            plan: Fixture.plan(
                readings: [Fixture.two, Fixture.conversion(["pacts"])], imputation: .init(count: 5, seed: 7)),
            panel: Fixture.panel(gap: gap)
        ).imputations
    }

    @Test func withoutGapsNothingIsImputed() throws {
        #expect(try imputations(gap: nil, claim: Fixture.wideClaim).isEmpty)
    }

    @Test func aGapOutsideTheClassIsNone() throws {
        #expect(try imputations(gap: "AAA-DDD", claim: Fixture.claim()).isEmpty)
    }

    @Test func gapsAreImputedForCompositesOnly() throws {
        let found = try imputations(gap: "AAA-CCC", claim: Fixture.wideClaim)
        #expect(found.map(\.reading) == ["two", "two"] && found.map(\.window.id) == ["main", "late"])
        let imputation = try #require(try found.first?.outcome.get())
        #expect(imputation.scores.count == 5)
        // The scores of the pair with the gap differ, and each imputation ranks all six pairs.
        let place = try #require(Fixture.states.dyads.firstIndex { "\($0)" == "AAA-CCC" })
        #expect(Set(imputation.scores.map { $0[place] }).count > 1)
        #expect(imputation.rankCounts.map { $0.reduce(0, +) } == Array(repeating: 5, count: 6))
    }

    @Test func tooFewPairsAreAReason() throws {
        let found = try imputations(gap: "BBB-CCC", claim: Fixture.claim())
        guard case .failure(let absence)? = found.first?.outcome else {
            Issue.record("imputed from three pairs")
            return
        }
        #expect(absence.reason.contains("4 units"), "\(absence.reason)")
    }

    @Test func withoutAPlanForThemThereAreNone() throws {
        let assessment = assess(
            try #require(Fixture.wideClaim), plan: Fixture.plan(readings: [Fixture.two]),
            panel: Fixture.panel(gap: "AAA-CCC"))
        #expect(assessment.imputations.isEmpty)
    }
}
