import TestSupport
import Testing

@testable import Scoring

struct LexicographicTests {
    static let order: [String: MethodArgument] = ["order": .words(["b", "a"])]

    /// By b first: 3 (unit 2), then the three with 2, of which a puts unit 0 ahead of the equal units 1 and 3.
    @Test func theFirstDifferenceDecides() throws {
        let rows = [[5.0, 2, 9], [4.0, 2, 1], [0.0, 3, 0], [4.0, 2, 7]]
        let scores = try aggregate(.lexicographic, rows, names: ["a", "b", "c"], Self.order).numbers()
        #expect(scores == [2, 0, 3, 0])
    }

    @Test func agreesWithASortedList() throws {
        var generator = SplitMix(seed: 14)
        let rows = randomRows(20, 2, steps: 3, using: &generator)
        let scores = try aggregate(.lexicographic, rows, names: ["a", "b"], Self.order).numbers()
        for (i, row) in rows.enumerated() {
            let beaten = rows.count { $0[1] < row[1] || ($0[1] == row[1] && $0[0] < row[0]) }
            #expect(scores[i] == Double(beaten))
        }
    }

    @Test func unknownNamesAreRefused() {
        #expect(throws: ScoringFailure.self) {
            try aggregate(.lexicographic, [[1, 2]], names: ["a", "z"], Self.order)
        }
    }
}
