import Foundation
import Testing

@testable import Scoring

/// Methods with names of their own that are the arithmetic or the geometric mean of values normalised in their way, up to
/// a constant; they have no entry in the table of methods.
struct MethodsThatAreMeansTests {
    static func mean(_ aggregation: Aggregation, _ rows: [[Double]], _ weights: [Double]) throws -> [Double] {
        try aggregate(aggregation, rows, weights: weights).numbers()
    }

    /// WSM, pymcdm's case 35 (3 decimals): `arithmetic` on sum-normalised values. Its weights sum to two.
    @Test func weightedSumModel() throws {
        let published = try PymcdmCase(35)
        let scores = try Self.mean(.arithmetic, published.normalised(shareOfSum), published.weights)
        #expect(published.agrees(scores.map { 2 * $0 }, decimals: 3))
    }

    /// WPM, pymcdm's case 34 (3 decimals): `geometric` on sum-normalised values; weights that sum to two square it.
    @Test func weightedProductModel() throws {
        let published = try PymcdmCase(34)
        let scores = try Self.mean(.geometric, published.normalised(shareOfSum), published.weights)
        #expect(published.agrees(scores.map { $0 * $0 }, decimals: 3))
    }

    /// MOORA, Siregar et al. (2021), pymcdm's case 20 (4 decimals): `arithmetic` on x over the length of the column,
    /// with its sign turned where less is better.
    @Test func moora() throws {
        let published = try PymcdmCase(20)
        let scores = try Self.mean(.arithmetic, published.normalised(shareOfLength), published.weights)
        #expect(published.agrees(scores, decimals: 4))
    }

    /// ARAS, Stanujkic et al. (2015), pymcdm's case 1 (2 decimals): `arithmetic` on shares of a sum that includes the
    /// best values, over that of the best values.
    @Test func aras() throws {
        let published = try PymcdmCase(1)
        let normalised = published.signs.indices.map { k -> [Double] in
            let column = published.rows.map { $0[k] }
            return shareOfSum(column + [column.max() ?? 0], true)
        }
        let rows = (0...published.rows.count).map { unit in normalised.map { $0[unit] } }
        let scores = try Self.mean(.arithmetic, rows, published.weights)
        let best = try #require(scores.last)
        #expect(published.agrees(scores.dropLast().map { $0 / best }, decimals: 2))
    }

    /// MABAC, Pamučar & Ćirović (2015), pymcdm's case 17 (4 decimals): `arithmetic` on min-max values, plus one less the
    /// sum over indicators of the geometric mean of w (x + 1), the same for every unit.
    @Test func mabac() throws {
        let published = try PymcdmCase(17)
        let rows = published.normalised(minMax)
        let border = published.weights.indices.reduce(0) { sum, k in
            sum + exp(rows.reduce(0) { $0 + log(published.weights[k] * ($1[k] + 1)) } / Double(rows.count))
        }
        let scores = try Self.mean(.arithmetic, rows, published.weights)
        let total = published.weights.reduce(0, +)
        #expect(published.agrees(scores.map { total * $0 + total - border }, decimals: 4))
    }

    /// MAIRCA, Aksoy (2021), pymcdm's case 18 (4 decimals): one less `arithmetic` on min-max values, over the number of
    /// units; lower is better there.
    @Test func mairca() throws {
        let published = try PymcdmCase(18)
        let scores = try Self.mean(.arithmetic, published.normalised(minMax), published.weights)
        let count = Double(published.rows.count)
        #expect(published.agrees(scores.map { (1 - $0) / count }, decimals: 4))
    }

    /// MARCOS, Ulutaş et al. (2020), pymcdm's case 19 (4 decimals): `arithmetic` on x / max, min / x where less is
    /// better, times a constant: with a the score of the worst values and 1 that of the best, the utility degrees are
    /// S / a and S, and f = (S / a + S) / (1 + a + 1 / a).
    @Test func marcos() throws {
        let published = try PymcdmCase(19)
        let rows = published.normalised(shareOfBest)
        let worst = published.signs.indices.map { k in rows.map { $0[k] }.min() ?? 0 }
        let scores = try Self.mean(.arithmetic, rows + [worst], published.weights)
        let a = try #require(scores.last)
        let utilities = scores.dropLast().map { score in (score / a + score) / (1 + a + 1 / a) }
        #expect(published.agrees(utilities, decimals: 4))
    }

    /// SPOTIS, Dezert et al. (2020), pymcdm's case 28 (4 decimals): one less `arithmetic` on values scaled to given
    /// bounds, that is by goalposts; lower is better there.
    @Test func spotis() throws {
        let published = try PymcdmCase(28)
        let bounds = [(-5.0, 12.0), (-6, 10), (-8, 5)]
        let rows = published.rows.map { row in
            row.indices.map { k in
                let share = (row[k] - bounds[k].0) / (bounds[k].1 - bounds[k].0)
                return published.signs[k] > 0 ? share : 1 - share
            }
        }
        let scores = try Self.mean(.arithmetic, rows, published.weights)
        #expect(published.agrees(scores.map { 1 - $0 }, decimals: 4))
    }
}
