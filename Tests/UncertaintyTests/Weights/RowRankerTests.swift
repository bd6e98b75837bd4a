import Scoring
import TestSupport
import Testing

@testable import Uncertainty

struct RowRankerTests {
    static func rows() -> [[Double]] {
        var generator = SplitMix(seed: 8)
        var rows: [[Double]] = [
            [3], [1, 1, 1], [0, -0.0], [1e-300, 0], [.leastNonzeroMagnitude, 0, 0], [1, 1 + 1e-10, 2],
        ]
        for count in [2, 7, 91, 300] {
            rows.append((0..<count).map { _ in generator.uniform() })
            // Few values, so that most tie; steps within the tolerance; one far away, so that one bucket has all others.
            rows.append((0..<count).map { _ in (generator.uniform() * 4).rounded() })
            rows.append((0..<count).map { Double($0) * 0.6e-9 + ($0 == 0 ? 1 : 0) })
            rows.append((0..<count).map { _ in generator.uniform() } + [1e9])
        }
        return rows
    }

    /// Places are the ranks of `Ranking`, less one, with the same storage row after row.
    @Test(arguments: rows()) func placesAreThoseOfRanking(_ row: [Double]) {
        for tolerance in [0, 1e-9, 0.01] {
            let ranker = RowRanker(members: row.count)
            for scores in [row, row.reversed(), row] {
                let (highest, lowest) = (scores.max() ?? 0, scores.min() ?? 0)
                scores.withUnsafeBufferPointer {
                    ranker.rank(
                        $0, highest: highest, lowest: lowest,
                        tolerance: Ranking.tolerance(highest: highest, lowest: lowest, share: tolerance))
                }
                let ranking = Ranking(
                    scores: scores, isRanked: scores.map { _ in true }, tieTolerance: tolerance)
                #expect(ranker.places.map { Int($0) + 1 } == ranking.ranks.compactMap { $0 })
                #expect(ranker.leaders == ranking.leaders.count)
            }
        }
    }
}
