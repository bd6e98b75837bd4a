import Foundation
import TestSupport
import Testing

@testable import Scoring

struct PROMETHEETests {
    /// Zhao, Peng & Li (2013), by pymcdm's case 24: usual criterion, printed with 1 decimal.
    @Test func zhaoPengAndLi2013() throws {
        let published = try PymcdmCase(24)
        let output = try aggregate(.prometheeII, published.rows, weights: published.weights)
        #expect(published.agrees(try output.numbers(), decimals: 1))
        for (score, expected) in zip(try output.numbers(), published.expected) {
            #expect(abs(score - expected) < 1e-14)
        }
    }

    /// Brans, Vincke & Mareschal (1986), six power plants, one criterion of each type, equal weights. The flows are the
    /// row and column means of their printed preference indices (three decimals, quoted from memory and confirmed by
    /// recomputation). A flow is the weighted mean of the flows by single criteria, so each criterion can have its own
    /// function here.
    @Test func bransVinckeAndMareschal1986() throws {
        let criteria: [(values: [Double], sign: Double, given: [String: MethodArgument])] = [
            (
                values: [80, 65, 83, 40, 52, 94], sign: -1,
                given: ["function": .word("u-shape"), "q": .number(10)]
            ),
            (
                values: [90, 58, 60, 80, 72, 96], sign: 1,
                given: ["function": .word("v-shape"), "p": .number(30)]
            ),
            (
                values: [6, 2, 4, 10, 6, 7], sign: -1,
                given: ["function": .word("linear"), "q": .number(0.5), "p": .number(5)]
            ),
            (
                values: [5.4, 9.7, 7.2, 7.5, 2, 3.6], sign: -1,
                given: ["function": .word("level"), "q": .number(1), "p": .number(6)]
            ),
            (values: [8, 1, 4, 7, 3, 5], sign: -1, given: ["function": .word("usual")]),
            (
                values: [5, 1, 7, 10, 8, 6], sign: 1,
                given: ["function": .word("gaussian"), "s": .number(5)]
            ),
        ]
        let printed = [
            [0, 0.296, 0.250, 0.268, 0.100, 0.185], [0.462, 0, 0.389, 0.333, 0.296, 0.500],
            [0.236, 0.180, 0, 0.333, 0.056, 0.429], [0.399, 0.505, 0.305, 0, 0.223, 0.212],
            [0.444, 0.515, 0.487, 0.380, 0, 0.448], [0.286, 0.399, 0.250, 0.432, 0.133, 0],
        ]
        var (positive, negative) = ([Double](repeating: 0, count: 6), [Double](repeating: 0, count: 6))
        for criterion in criteria {
            let output = try aggregate(
                .prometheeII, criterion.values.map { [criterion.sign * $0] }, criterion.given)
            for unit in 0..<6 {
                positive[unit] += try #require(try output.detail("positive_flow")[unit]) / 6
                negative[unit] += try #require(try output.detail("negative_flow")[unit]) / 6
            }
        }
        for unit in 0..<6 {
            #expect(abs(positive[unit] - printed[unit].reduce(0, +) / 5) <= 0.001)
            #expect(abs(negative[unit] - printed.reduce(0) { $0 + $1[unit] } / 5) <= 0.001)
        }
    }

    /// At the ends and in the middle of each function, worked by hand from its definition; all are 0 at and below zero.
    @Test func theSixFunctions() {
        let half = 1 - exp(-0.5)
        for (function, cases) in [
            (PreferenceFunction.usual, [(0.1, 1.0)]),
            (.uShape(q: 1), [(1, 0), (1.5, 1)]),
            (.vShape(p: 2), [(1, 0.5), (2, 1), (3, 1)]),
            (.level(q: 1, p: 2), [(1, 0), (2, 0.5), (2.5, 1)]),
            (.linear(q: 1, p: 3), [(1, 0), (2, 0.5), (3, 1), (4, 1)]),
            (.gaussian(s: 2), [(2, half)]),
        ] as [(PreferenceFunction, [(Double, Double)])] {
            for (difference, expected) in cases + [(0, 0), (-1, 0)] {
                #expect(abs(function(difference) - expected) < 1e-15, "\(function) at \(difference)")
            }
        }
    }

    @Test func usualFlowsAreBordaCounts() throws {
        var generator = SplitMix(seed: 7)
        let rows = randomRows(9, 4, steps: 4, using: &generator)
        let weights = [4.0, 3, 2, 1]
        let flows = try aggregate(.prometheeII, rows, weights: weights).numbers()
        let borda = try aggregate(.borda, rows, weights: weights).numbers()
        for (flow, count) in zip(flows, borda) { #expect(abs(flow - (2 * count / 8 - 1)) < 1e-13) }
        #expect(abs(flows.reduce(0, +)) < 1e-13)
    }

    @Test func thresholdsMustFitTheFunction() {
        for given in [
            ["function": .word("u-shape")], ["function": .word("usual"), "q": .number(1)],
            ["function": .word("linear"), "q": .number(2), "p": .number(1)],
            ["function": .word("gaussian"), "p": .number(1)],
        ] as [[String: MethodArgument]] {
            #expect(throws: MethodChoiceError.self) {
                try MethodChoice(Aggregation.prometheeII.description, given)
            }
        }
    }

    @Test func oneUnitHasNoFlow() throws {
        #expect(try aggregate(.prometheeII, [[1, 2]]).numbers() == [0])
    }
}
