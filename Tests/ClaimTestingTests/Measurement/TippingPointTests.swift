import Dyads
import DyadicModels
import Scoring
import Testing

@testable import ClaimTesting

/// On the fixture: talks 9, 3, 1 and pacts 2, 8, 2 of AAA-BBB, AAA-CCC, BBB-CCC, each scaled to 0-1 and averaged.
struct TippingPointTests {
    func tippingPoint(_ target: String, _ dimensions: [String]?) throws -> TippingPoint {
        let assessment = assess(
            try #require(Fixture.claim(target: target)), plan: Fixture.plan, panel: Fixture.panel())
        return try assessment.tippingPoint(on: "two", in: Fixture.plan.windows[0], dimensions: dimensions)
    }

    /// (1 + (2 f - 2) / 6) / 2 exceeds 0.625 beyond f = 1.75; there the two tie.
    @Test func aFactorByHand() throws {
        let found = try tippingPoint("AAA-BBB", ["d-pacts"])
        #expect(found.indicators == ["pacts"])
        guard case .first(let factor) = found.outcome else {
            Issue.record("\(found.outcome)")
            return
        }
        #expect(factor > 1.75 && factor < 1.75 * (1 + 1.1e-4))
        let tie = try #require(found.curve.first { $0.factor == 1.75 })
        #expect(tie.rank == 1 && tie.isTied)
        #expect(found.curve.map(\.factor) == TippingPoint.standardGrid)
        #expect(found.curve[0].rank == 2 && found.curve.last?.rank == 1)
    }

    /// Talks are the target's best already: rivals fall towards 0, and AAA-CCC keeps 0.5 from pacts and a little more.
    @Test func noFactorIsEnough() throws {
        guard case .never(let reason) = try tippingPoint("AAA-BBB", ["d-talks"]).outcome else {
            Issue.record("reached")
            return
        }
        #expect(
            reason == "no factor up to 1000.0 makes it first and alone; the best rank is 2, at 1.0")
    }

    /// AAA-CCC leads until its talks, 3 f, are no more than 1, the fewest.
    @Test func aLeadIsLost() throws {
        guard case .isFirst(let lostAt) = try tippingPoint("AAA-CCC", nil).outcome else {
            Issue.record("not first")
            return
        }
        #expect(abs(try #require(lostAt) * 3 - 1) < 1.1e-4)
    }

    @Test func zerosStayZeros() throws {
        var study = ReportingErrorTests.study([0, 1, 2])
        guard
            case .never(let reason) = try study.assessment.tippingPoint(on: "all", in: study.window).outcome
        else {
            Issue.record("reached")
            return
        }
        #expect(reason == "all recorded values of AAA-BBB under doubt are zero or missing")
        // A status is not recorded in part.
        study.columns[0].kind = .binary
        let found = try study.assessment.tippingPoint(on: "all", in: study.window)
        #expect(found.indicators.isEmpty)
        #expect(found.outcome == .never(reason: "no indicator of these dimensions counts anything"))
    }

    /// Output per contact needs whole counts, which are rounded after multiplication.
    @Test func conversionTakesWholeCounts() throws {
        var study = TinyStudy(states: 4, columns: [])
        let dyads = study.dyads
        study.columns = [
            .init(id: "talks", records: dyads.map { ($0, 2000, 10) }),
            .init(id: "works", records: zip(dyads, [2.0, 30, 1, 4, 9, 2]).map { ($0, 2000, $1) }),
        ]
        study.columns[0].records[5].value = 11
        study.readings = [
            .init(
                id: "rate", title: "Rate", kind: .conversion(contacts: "d-talks", outputs: ["works"]),
                isPrimary: true)
        ]
        let found = try study.assessment.tippingPoint(on: "rate", in: study.window, dimensions: ["d-works"])
        guard case .first(let factor) = found.outcome else {
            Issue.record("\(found.outcome)")
            return
        }
        // 2 f rounds to 31 from 15.25 on.
        #expect(abs(factor - 15.25) < 15.25 * 1.1e-4)
    }
}
