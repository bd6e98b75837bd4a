import TestSupport
import Testing

@testable import Scoring

/// COINr 1.1.14 on the first eight normalised ASEM indicators, equal weights: 51 countries, exactly.
struct COINrASEMCopelandTests {
    @Test func outrankingMatrixAndScores() throws {
        let normalised = try ReferenceTable("coinr-asem/stage_Normalised.csv")
        let names = normalised.header.dropFirst().prefix(8)
        let columns = try names.map { try normalised.numbers($0).map { try #require($0) } }
        let rows = normalised.rows.indices.map { unit in columns.map { $0[unit] } }

        let expected = try ReferenceTable("coinr-asem/outrank_first8_normalised.csv")
        let input = Aggregation.Input(
            values: .init(rows: 51, columns: 8) { rows[$0][$1] }, weights: Array(repeating: 0.125, count: 8),
            isReference: rows.map { _ in true }, names: Array(names))
        let support = try OutrankingMatrix(input).support
        for (place, name) in expected.header.enumerated() {
            #expect(try support.column(place) == expected.numbers(name).map { try #require($0) })
        }

        let printed = try ReferenceTable("coinr-asem/copeland_first8.csv")
        #expect(try printed.text("uCode") == normalised.text("uCode"))
        #expect(try aggregate(.copeland, rows).scores == printed.numbers("copeland"))
    }
}

struct CopelandTests {
    /// Unit 0 wins with 0.6 against 1, loses to 2 with 0.4, and ties with 3, which it beats on one half.
    @Test func winsTiesAndLosses() throws {
        let rows = [[2.0, 2, 2], [1, 3, 1], [3, 1, 3], [1, 2, 3]]
        let output = try aggregate(.copeland, rows, weights: [0.3, 0.4, 0.3])
        #expect(try output.numbers()[0] == 0)
        #expect(try output.detail("wins")[0] == 1)
        #expect(try output.detail("ties")[0] == 1)
        #expect(try output.detail("losses")[0] == 1)
    }

    /// 0.1 + 0.2 + 0.2 is not 0.5 in binary numbers; the majority is still none.
    @Test func roundingMakesNoMajority() throws {
        let rows = [[1.0, 1, 1, 0, 0, 0], [0.0, 0, 0, 1, 1, 1]]
        #expect(try aggregate(.copeland, rows, weights: [0.1, 0.2, 0.2, 0.3, 0.1, 0.1]).numbers() == [0, 0])
    }

    @Test func agreesWithADirectCount() throws {
        var generator = SplitMix(seed: 8)
        let rows = randomRows(14, 5, steps: 3, using: &generator)
        let weights = [1, 2, 3, 4, 5]
        let scores = try aggregate(.copeland, rows, weights: weights.map(Double.init)).numbers()
        for (i, a) in rows.enumerated() {
            var score = 0
            for b in rows {
                let lead = (0..<5).reduce(0) {
                    $0 + (a[$1] > b[$1] ? weights[$1] : a[$1] < b[$1] ? -weights[$1] : 0)
                }
                score += lead.signum()
            }
            #expect(scores[i] == Double(score))
        }
    }
}
