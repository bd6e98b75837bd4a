import Dyads
import DyadicModels
import Testing

@testable import ClaimTesting

/// Which tests of records are run on which reading.
struct RecordTestsTests {
    static func records(_ change: (inout AssessmentPlan.TestPlan) -> Void) throws -> [RecordTests] {
        try DoubtTests.assessment(DoubtTests.plan(change)).tests.records
    }

    /// On the primary reading: 1 and 0.25 of talks and pacts; AAA-CCC has 0.25 and 1. See `TippingPointTests` for factors.
    @Test func tippingPointsOfEveryDimension() throws {
        let found = try Self.records { $0.tippingPoint = true }
        #expect(found[0].tippingPoints.map(\.dimension) == [nil, "d-talks", "d-pacts"])
        #expect(
            found[0].tippingPoints.map(\.found.indicators) == [["talks", "pacts"], ["talks"], ["pacts"]])
        #expect(found[0].singleChanges.isEmpty && found[0].removal == nil)
        guard case .first(let factor) = found[0].tippingPoints[2].found.outcome else {
            Issue.record("\(found[0].tippingPoints[2].found.outcome)")
            return
        }
        #expect(abs(factor - 1.75) < 1.75 * 1.1e-4)
    }

    @Test func changesAndRemovalsOnThePrimaryReading() throws {
        let found = try Self.records { $0.influence = true }
        #expect(Set(found[0].singleChanges.map(\.indicator)) == ["talks", "pacts"])
        // Two pacts of two to eight give 0; with p of them 1/2 + (p - 2) / 12 exceeds 0.625 beyond 3.5; whole
        // values need a whole one.
        let pacts = found[0].singleChanges[0]
        #expect(pacts.indicator == "pacts" && pacts.value == 2)
        #expect(pacts.needed == 4)
        #expect(try #require(found[0].removal).get().candidates == 3 * 16)
        #expect(found[1].singleChanges.isEmpty && found[1].removal == nil)
    }
}
