import TestSupport
import Testing

@testable import Scoring

struct TOPSISTests {
    /// Opricovic & Tzeng (2004), the mountain climber, by pymcdm's case 30 on min-max values, printed with 3 decimals.
    @Test func opricovicAndTzeng2004() throws {
        let published = try PymcdmCase(30)
        let scores = try aggregate(.topsis, published.normalised(minMax), weights: published.weights)
        #expect(published.agrees(try scores.numbers(), decimals: 3))
    }

    /// Hwang & Yoon (1981), selection of a fighter aircraft: vector-normalised values, printed with 3 decimals (quoted
    /// from memory and confirmed by recomputation). The book rounds on the way: unrounded, 0.613 is 0.6135.
    @Test func hwangAndYoon1981() throws {
        let columns: [(values: [Double], moreIsBetter: Bool)] = [
            ([2, 2.5, 1.8, 2.2], true), ([1500, 2700, 2000, 1800], true),
            ([20000, 18000, 21000, 20000], true), ([5.5, 6.5, 4.5, 5], false), ([5, 3, 7, 5], true),
            ([9, 5, 7, 5], true),
        ].map { (values: $0.0, moreIsBetter: $0.1) }
        let normalised = columns.map { shareOfLength($0.values, $0.moreIsBetter) }
        let output = try aggregate(
            .topsis, (0..<4).map { unit in normalised.map { $0[unit] } },
            weights: [0.2, 0.1, 0.1, 0.1, 0.2, 0.3])
        for (score, printed) in zip(try output.numbers(), [0.643, 0.268, 0.613, 0.312]) {
            #expect(abs(score - printed) <= 0.001)
        }
        for (distance, printed) in zip(try output.detail("d_plus"), [0.0545, 0.1197, 0.0580, 0.1009]) {
            #expect(abs(try #require(distance) - printed) <= 0.0001)
        }
    }

    @Test func agreesWithADirectComputation() throws {
        var generator = SplitMix(seed: 4)
        let rows = randomRows(15, 4, using: &generator)
        let weights = [0.4, 0.3, 0.2, 0.1]
        let scores = try aggregate(.topsis, rows, weights: weights).numbers()
        for (i, row) in rows.enumerated() {
            var (plus, minus) = (0.0, 0.0)
            for k in 0..<4 {
                let column = rows.map { $0[k] }
                let (best, worst) = (try #require(column.max()), try #require(column.min()))
                plus += weights[k] * weights[k] * (best - row[k]) * (best - row[k])
                minus += weights[k] * weights[k] * (row[k] - worst) * (row[k] - worst)
            }
            let expected = minus.squareRoot() / (plus.squareRoot() + minus.squareRoot())
            #expect(abs(scores[i] - expected) < 1e-13)
        }
    }

    @Test func theUnitThatIsBestOnAllScoresOneAndTheWorstZero() throws {
        #expect(try aggregate(.topsis, [[3, 3], [1, 1], [2, 2]]).numbers() == [1, 0, 0.5])
    }

    @Test func identicalUnitsScoreOneHalf() throws {
        #expect(try aggregate(.topsis, [[3, 4], [3, 4]]).numbers() == [0.5, 0.5])
    }
}
