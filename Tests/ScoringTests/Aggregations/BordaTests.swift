import TestSupport
import Testing

@testable import Scoring

struct BordaTests {
    /// 3 > 2 = 2 > 1 and 1 < 4 = 4 = 4 with weights 1/4 and 3/4: unit 1 has (1 + 1/2) / 4 + 3 (1 + 1) / 4.
    @Test func tiesCountHalf() throws {
        let scores = try aggregate(.borda, [[3, 1], [2, 4], [2, 4], [1, 4]], weights: [1, 3]).numbers()
        #expect(scores == [0.75, 1.875, 1.875, 1.5])
    }

    @Test func agreesWithPlaces() throws {
        var generator = SplitMix(seed: 9)
        let rows = randomRows(11, 4, steps: 5, using: &generator)
        let weights = [0.1, 0.2, 0.3, 0.4]
        let scores = try aggregate(.borda, rows, weights: weights).numbers()
        for (i, row) in rows.enumerated() {
            var expected = 0.0
            for k in 0..<4 {
                let column = rows.map { $0[k] }.sorted()
                let first = try #require(column.firstIndex(of: row[k]))
                let last = try #require(column.lastIndex(of: row[k]))
                expected += weights[k] * Double(first + last) / 2
            }
            #expect(abs(scores[i] - expected) < 1e-13)
        }
    }
}
