import Diagnostics
import Testing

@testable import Batch

struct TolerancesTests {
    @Test func areSharesOfTheLargerNumber() {
        #expect(Tolerances.agree(1_000_000, 1_000_001, within: 1e-6))
        #expect(!Tolerances.agree(1_000_000, 1_000_002, within: 1e-6))
        #expect(Tolerances.agree(-2, -2.001, within: 1e-3))
        #expect(!Tolerances.agree(2, -2, within: 1))
    }

    @Test func takeWhatRoundingLeavesOfZeroForZeroUnlessTheyAreZero() {
        #expect(Tolerances.agree(0, -3e-17, within: 1e-6))
        #expect(!Tolerances.agree(0, 1e-11, within: 1e-6))
        #expect(!Tolerances.agree(0, -3e-17, within: 0))
        #expect(Tolerances.agree(0.5, 0.5, within: 0))
    }

    @Test func ofAColumnOfOneFileComeFirst() throws {
        let tolerances = try Tolerances(general: 0.1, columns: ["score=0.2", "scores.csv:score=0.3"])
        #expect(tolerances.tolerance(of: "score", in: "scores.csv") == 0.3)
        #expect(tolerances.tolerance(of: "score", in: "years.csv") == 0.2)
        #expect(tolerances.tolerance(of: "value", in: "scores.csv") == 0.1)
    }

    @Test(arguments: [
        "score", "=1", "score=", "score=-1", "score=nan", "score=inf", "score=1=2", "score=1e999",
    ])
    func ofAnotherFormAreRefused(text: String) {
        #expect(throws: Diagnostic.self) { try Tolerances(columns: [text]) }
    }

    @Test(arguments: [-1, Double.nan, Double.infinity])
    func mustBeNumbersNotBelowZero(general: Double) {
        #expect(throws: Diagnostic.self) { try Tolerances(general: general) }
    }

    @Test func ofOneColumnTwiceAreRefused() {
        #expect(throws: Diagnostic.self) { try Tolerances(columns: ["score=1", "score=2"]) }
    }
}
