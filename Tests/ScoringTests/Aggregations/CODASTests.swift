import TestSupport
import Testing

@testable import Scoring

struct CODASTests {
    /// Badi, Shetwan & Abdulshahed (2017), by pymcdm's case 8, printed with 4 decimals.
    @Test func badiShetwanAndAbdulshahed2017() throws {
        let published = try PymcdmCase(8)
        let scores = try aggregate(.codas, published.normalised(shareOfBest), weights: published.weights)
        #expect(published.agrees(try scores.numbers(), decimals: 4))
    }

    @Test(arguments: [0.0, 0.02, 0.2, 10])
    func agreesWithADirectComputation(threshold: Double) throws {
        var generator = SplitMix(seed: 16)
        let rows = randomRows(10, 3, using: &generator)
        let weights = [0.5, 0.3, 0.2]
        let scores = try aggregate(
            .codas, rows, weights: weights, ["threshold": .number(threshold)]
        ).numbers()
        let distances = rows.map { row -> (euclidean: Double, taxicab: Double) in
            var (squares, sum) = (0.0, 0.0)
            for k in 0..<3 {
                let part = weights[k] * row[k] - weights[k] * (rows.map { $0[k] }.sorted()[0])
                squares += part * part
                sum += part
            }
            return (euclidean: squares.squareRoot(), taxicab: sum)
        }
        for (i, own) in distances.enumerated() {
            var expected = 0.0
            for other in distances {
                expected += own.euclidean - other.euclidean
                if abs(own.euclidean - other.euclidean) >= threshold {
                    expected += own.taxicab - other.taxicab
                }
            }
            #expect(abs(scores[i] - expected) < 1e-12)
        }
        #expect(abs(scores.reduce(0, +)) < 1e-12)
    }
}
