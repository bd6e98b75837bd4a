import Foundation
import TestSupport
import Testing

@testable import Scoring

struct WASPASTests {
    /// Chakraborty, Zavadskas & Antucheviciene (2015), by pymcdm's case 33, printed with 4 decimals. Its weights sum to
    /// W = 1.0155 and ours to one, so their sum is W times ours and their product ours to the power W.
    @Test func chakrabortyZavadskasAndAntucheviciene2015() throws {
        let published = try PymcdmCase(33)
        let total = published.weights.reduce(0, +)
        let output = try aggregate(
            .waspas, published.normalised(shareOfBest), weights: published.weights, ["lambda": .number(0.5)])
        let (sums, products) = (
            try output.detail("weighted_sum"), try output.detail("weighted_product")
        )
        let theirs = try zip(sums, products).map { sum, product in
            0.5 * total * (try #require(sum)) + 0.5 * pow(try #require(product), total)
        }
        #expect(published.agrees(theirs, decimals: 4))
        for (score, (sum, product)) in zip(try output.numbers(), zip(sums, products)) {
            let half = (try #require(sum) + (try #require(product))) / 2
            #expect(abs(score - half) < 1e-14)
        }
    }

    @Test func theEndsAreTheArithmeticAndTheGeometricMean() throws {
        var generator = SplitMix(seed: 15)
        let rows = randomRows(10, 4, using: &generator)
        let weights = [0.4, 0.3, 0.2, 0.1]
        for (lambda, mean) in [(1.0, Aggregation.arithmetic), (0, .geometric)] {
            let scores = try aggregate(.waspas, rows, weights: weights, ["lambda": .number(lambda)]).scores
            let expected = try aggregate(mean, rows, weights: weights).scores
            #expect(try #require(largestDifference(scores, expected)) < 1e-14)
        }
    }

    @Test func valuesThatAreNotAboveZeroAreRefused() {
        #expect(throws: ScoringFailure.self) { try aggregate(.waspas, [[1, 0], [1, 1]]) }
    }
}
