import Foundation
import TestSupport
import Testing

@testable import Scoring

struct CoCoSoTests {
    /// Yazdani, Zarate, Zavadskas & Turskis (2019), by pymcdm's case 7, printed with 3 decimals.
    @Test func yazdaniEtAl2019() throws {
        let published = try PymcdmCase(7)
        let scores = try aggregate(.cocoso, published.normalised(minMax), weights: published.weights)
        #expect(published.agrees(try scores.numbers(), decimals: 3))
    }

    @Test func agreesWithADirectComputation() throws {
        var generator = SplitMix(seed: 17)
        let rows = randomRows(9, 3, using: &generator)
        let (weights, lambda) = ([0.5, 0.3, 0.2], 0.25)
        let scores = try aggregate(.cocoso, rows, weights: weights, ["lambda": .number(lambda)]).numbers()
        let s = rows.map { 0.5 * $0[0] + 0.3 * $0[1] + 0.2 * $0[2] }
        let p = rows.map { pow($0[0], 0.5) + pow($0[1], 0.3) + pow($0[2], 0.2) }
        let (sSorted, pSorted) = (s.sorted(), p.sorted())
        for i in rows.indices {
            let a = (s[i] + p[i]) / (s.reduce(0, +) + p.reduce(0, +))
            let b = s[i] / sSorted[0] + p[i] / pSorted[0]
            let c =
                (lambda * s[i] + (1 - lambda) * p[i])
                / (lambda * sSorted[8] + (1 - lambda) * pSorted[8])
            #expect(abs(scores[i] - (pow(a * b * c, 1.0 / 3) + (a + b + c) / 3)) < 1e-12)
        }
    }

    @Test func aUnitWithZeroOnEverythingLeavesNothingToDivideBy() {
        #expect(throws: ScoringFailure.self) { try aggregate(.cocoso, [[0, 0], [1, 1]]) }
        #expect(throws: ScoringFailure.self) { try aggregate(.cocoso, [[-1, 2], [1, 1]]) }
    }
}
