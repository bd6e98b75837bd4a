import Foundation
import TestSupport
import Testing

@testable import Scoring

struct OrderedWeightedTests {
    /// Yager (1988), section 2: W = [0.4, 0.3, 0.2, 0.1] and the arguments 0.7, 1, 0.3, 0.6 give
    /// 0.4 1 + 0.3 0.7 + 0.2 0.6 + 0.1 0.3 = 0.76.
    @Test func yager1988() throws {
        let scores = try aggregate(
            .orderedWeighted, [[0.7, 1, 0.3, 0.6]], ["weights": .numbers([0.4, 0.3, 0.2, 0.1])])
        #expect(abs(try scores.numbers()[0] - 0.76) < 1e-14)
    }

    @Test func extremePlaceWeightsAreMaximumMinimumAndMedian() throws {
        var generator = SplitMix(seed: 10)
        let rows = randomRows(8, 3, using: &generator)
        for (weights, place) in [([1.0, 0, 0], 2), ([0, 1, 0], 1), ([0, 0, 7], 0)] {
            let scores = try aggregate(.orderedWeighted, rows, ["weights": .numbers(weights)]).numbers()
            for (score, row) in zip(scores, rows) { #expect(abs(score - row.sorted()[place]) < 1e-14) }
        }
    }

    @Test func equalPlacesAreTheArithmeticMeanUnderAnyIndicatorWeights() throws {
        var generator = SplitMix(seed: 11)
        let rows = randomRows(8, 4, steps: 4, using: &generator)
        let weights = [0.4, 0.3, 0.25, 0.05]
        let mean = try aggregate(.arithmetic, rows, weights: weights).scores
        for given in [["weights": .numbers([2, 2, 2, 2])], ["exponent": .number(1)]]
            as [[String: MethodArgument]]
        {
            let scores = try aggregate(.orderedWeighted, rows, weights: weights, given).scores
            #expect(try #require(largestDifference(scores, mean)) < 1e-13)
        }
    }

    /// With equal indicator weights the weight of place j is (j / K)^a - ((j - 1) / K)^a (Yager 1996).
    @Test(arguments: [0.3, 2.0, 6.5])
    func exponentsAreAQuantifier(exponent: Double) throws {
        var generator = SplitMix(seed: 12)
        let rows = randomRows(8, 5, using: &generator)
        let scores = try aggregate(.orderedWeighted, rows, ["exponent": .number(exponent)]).numbers()
        for (score, row) in zip(scores, rows) {
            let expected = row.sorted(by: >).enumerated().reduce(0) { sum, entry in
                let (low, high) = (Double(entry.offset) / 5, Double(entry.offset + 1) / 5)
                return sum + (pow(high, exponent) - pow(low, exponent)) * entry.element
            }
            #expect(abs(score - expected) < 1e-13)
        }
    }

    /// An indicator with weight 2 counts as two equal ones.
    @Test func indicatorWeightsActLikeRepeatedIndicators() throws {
        var generator = SplitMix(seed: 13)
        let rows = randomRows(8, 3, using: &generator)
        let given: [String: MethodArgument] = ["exponent": .number(2)]
        let weighted = try aggregate(.orderedWeighted, rows, weights: [1, 2, 1], given).scores
        let repeated = try aggregate(.orderedWeighted, rows.map { [$0[0], $0[1], $0[1], $0[2]] }, given)
            .scores
        #expect(try #require(largestDifference(weighted, repeated)) < 1e-13)
    }

    @Test func oneOfTheTwoWaysMustBeGiven() {
        for given in [
            [:], ["weights": .numbers([0, 0])], ["weights": .numbers([1, 1]), "exponent": .number(2)],
        ] as [[String: MethodArgument]] {
            #expect(throws: MethodChoiceError.self) {
                try MethodChoice(Aggregation.orderedWeighted.description, given)
            }
        }
        #expect(throws: ScoringFailure.self) {
            try aggregate(.orderedWeighted, [[1, 2, 3]], ["weights": .numbers([1, 2])])
        }
    }
}
