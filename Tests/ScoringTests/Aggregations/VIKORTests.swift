import TestSupport
import Testing

@testable import Scoring

/// The published Q is lower for better units; the score is 1 - Q.
struct VIKORTests {
    /// Opricovic & Tzeng (2004) and Yang & Wu (2020), by pymcdm's cases 31 and 32, printed with 1 and 4 decimals.
    @Test(arguments: [(31, 1), (32, 4)])
    func published(number: Int, decimals: Int) throws {
        let published = try PymcdmCase(number)
        let output = try aggregate(
            .vikor, published.rows.map { zip($0, published.signs).map { $0 * $1 } },
            weights: published.weights, ["v": .number(0.5)])
        #expect(published.agrees(try output.numbers().map { 1 - $0 }, decimals: decimals))
        #expect(published.agrees(try output.detail("Q").map { try #require($0) }, decimals: decimals))
    }

    /// Yang & Wu's table by hand for unit 1: deficits 7/81, 0, 66/97 and 91/91, each with weight 1/4.
    @Test func sumAndLargestDeficitByHand() throws {
        let published = try PymcdmCase(32)
        let output = try aggregate(.vikor, published.rows, weights: published.weights)
        let sum = (7.0 / 81 + 0 + 66.0 / 97 + 1) / 4
        #expect(abs(try #require(try output.detail("S")[0]) - sum) < 1e-14)
        #expect(try output.detail("R")[0] == 0.25)
    }

    @Test func agreesWithADirectComputation() throws {
        var generator = SplitMix(seed: 5)
        let rows = randomRows(12, 3, using: &generator)
        let (weights, v) = ([0.5, 0.3, 0.2], 0.7)
        let scores = try aggregate(.vikor, rows, weights: weights, ["v": .number(v)]).numbers()
        let deficits = rows.map { row in
            (0..<3).map { k in
                let column = rows.map { $0[k] }.sorted()
                return weights[k] * (column[11] - row[k]) / (column[11] - column[0])
            }
        }
        let sums = deficits.map { $0[0] + $0[1] + $0[2] }
        let largest = deficits.map { $0.sorted()[2] }
        let (s, r) = (sums.sorted(), largest.sorted())
        for i in rows.indices {
            let q = v * (sums[i] - s[0]) / (s[11] - s[0]) + (1 - v) * (largest[i] - r[0]) / (r[11] - r[0])
            #expect(abs(scores[i] - (1 - q)) < 1e-13)
        }
    }

    /// With v = 1 the order is that of the arithmetic mean of min-max values.
    @Test func allOnTheSumIsTheArithmeticMean() throws {
        var generator = SplitMix(seed: 6)
        let rows = randomRows(12, 3, using: &generator)
        let columns = (0..<3).map { k in minMax(rows.map { $0[k] }, true) }
        let mean = try aggregate(.arithmetic, rows.indices.map { i in columns.map { $0[i] } }).numbers()
        #expect(ranks(try aggregate(.vikor, rows, ["v": .number(1)]).numbers()) == ranks(mean))
    }

    @Test func whatDoesNotDifferCountsForNothing() throws {
        #expect(try aggregate(.vikor, [[1, 5], [2, 5], [3, 5]]).numbers() == [0, 0.5, 1])
        #expect(try aggregate(.vikor, [[1, 5], [1, 5]]).numbers() == [1, 1])
    }
}
