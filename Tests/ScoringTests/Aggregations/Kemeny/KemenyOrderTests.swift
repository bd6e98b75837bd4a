import LinearAlgebra
import TestSupport
import Testing

@testable import Scoring

struct KemenyOrderTests {
    static func matrix(_ rows: [[Double]], weights: [Double]? = nil) throws -> OutrankingMatrix {
        let count = rows[0].count
        return try OutrankingMatrix(
            .init(
                values: .init(rows: rows.count, columns: count) { rows[$0][$1] },
                weights: weights ?? Array(repeating: 1 / Double(count), count: count),
                isReference: rows.map { _ in true }, names: (0..<count).map { "i\($0)" }))
    }

    static func permutations(_ items: [Int]) -> [[Int]] {
        guard items.count > 1 else { return [items] }
        return items.flatMap { first in
            permutations(items.filter { $0 != first }).map { [first] + $0 }
        }
    }

    /// Every order of up to seven units, listed: best score, mean places over the best orders, and their range.
    @Test(arguments: 1...7, [2, 3, 5])
    func agreesWithAllPermutations(units: Int, indicators: Int) throws {
        var generator = SplitMix(seed: UInt64(100 * units + indicators))
        for round in 0..<(units < 7 ? 12 : 3) {
            let rows = randomRows(units, indicators, steps: round % 2 == 0 ? 3 : 50, using: &generator)
            let matrix = try Self.matrix(rows)
            let scored = Self.permutations(Array(0..<units)).map {
                (order: $0, score: KemenyOrder.score(of: $0, support: matrix.support))
            }
            let best = try #require(scored.map(\.score).max())
            let optimal = scored.filter { $0.score > best - 1e-9 }.map(\.order)
            let result = KemenyOrder(matrix)
            #expect(abs(result.score - best) < 1e-9)
            #expect(optimal.contains(result.order))
            #expect(result.upperBound > best - 1e-9)
            for unit in 0..<units {
                let places = optimal.compactMap { $0.firstIndex(of: unit) }
                let behind = Double(places.reduce(0) { $0 + units - 1 - $1 }) / Double(places.count)
                #expect(abs(result.unitsBehind[unit] - behind) < 1e-9)
                #expect(result.bestPlaces[unit] == places.min().map { $0 + 1 })
                #expect(result.worstPlaces[unit] == places.max().map { $0 + 1 })
            }
        }
    }

    /// Orders by pieces and at once agree: twelve units whole against their cycles.
    @Test func cyclesAreSolvedByThemselves() throws {
        var generator = SplitMix(seed: 18)
        for _ in 0..<5 {
            let matrix = try Self.matrix(randomRows(10, 3, steps: 6, using: &generator))
            let margins = Matrix(rows: 10, columns: 10) {
                $0 == $1 ? 0 : matrix.margin($0, overMemberAt: $1)
            }
            let whole = KemenySubsets(margins)
            let pieces = KemenyOrder(matrix)
            for unit in 0..<10 {
                #expect(abs(whole.unitsBehind[unit] - pieces.unitsBehind[unit]) < 1e-9)
                #expect(whole.bestPlaces[unit] == pieces.bestPlaces[unit])
            }
        }
    }

    /// Against the definition: sets of units that reach one another by majorities or ties.
    @Test func cyclesAreTheSetsThatReachOneAnother() throws {
        var generator = SplitMix(seed: 19)
        for _ in 0..<20 {
            let matrix = try Self.matrix(randomRows(9, 3, steps: 9, using: &generator))
            let margins = Matrix(rows: 9, columns: 9) {
                $0 == $1 ? 0 : matrix.margin($0, overMemberAt: $1)
            }
            var reach = (0..<9).map { a in (0..<9).map { margins[a, $0] >= 0 } }
            for via in 0..<9 {
                for a in 0..<9 { for b in 0..<9 where reach[a][via] && reach[via][b] { reach[a][b] = true } }
            }
            let cycles = MajorityCycles(margins).cycles
            #expect(cycles.flatMap { $0 }.sorted() == Array(0..<9))
            for (place, cycle) in cycles.enumerated() {
                for a in cycle {
                    let mutual = (0..<9).filter { b in reach[a][b] && reach[b][a] }
                    #expect(cycle == mutual)
                    for later in cycles[(place + 1)...] {
                        for b in later { #expect(margins[a, b] > 0) }
                    }
                }
            }
        }
    }

    @Test func unanimousIndicatorsReachTheUpperBound() throws {
        let values = (0..<40).map { Double($0 * 7 % 40) }
        let order = KemenyOrder(try Self.matrix(values.map { [$0, $0] }))
        #expect(order.score == 780)
        #expect(order.upperBound == 780)
        #expect(!order.isExact.contains(false))
        #expect(order.unitsBehind == values)
    }
}

struct KemenySearchTests {
    static func margins(_ units: Int, _ indicators: Int, _ generator: inout SplitMix) throws -> Matrix {
        let matrix = try KemenyOrderTests.matrix(randomRows(units, indicators, using: &generator))
        return Matrix(rows: units, columns: units) { $0 == $1 ? 0 : matrix.margin($0, overMemberAt: $1) }
    }

    /// Twelve units, fifty tables: never above the exact score, at it in most, and within 2 % of the upper bound below.
    @Test func comesCloseToTheExactOrder() throws {
        var generator = SplitMix(seed: 20)
        var hits = 0
        for _ in 0..<50 {
            let margins = try Self.margins(9, 3, &generator)
            let found = KemenyOrder.score(of: KemenySearch(margins).order, support: margins)
            let best = KemenyOrder.score(of: KemenySubsets(margins).order, support: margins)
            #expect(found <= best + 1e-9)
            #expect(found >= best - 0.02 * 36)
            if found > best - 1e-9 { hits += 1 }
        }
        #expect(hits >= 45)
    }

    /// In a class of forty no single move gains.
    @Test func noMoveOfOneUnitGains() throws {
        var generator = SplitMix(seed: 21)
        let margins = try Self.margins(40, 5, &generator)
        let order = KemenySearch(margins).order
        #expect(order.sorted() == Array(0..<40))
        let score = KemenyOrder.score(of: order, support: margins)
        for from in order.indices {
            var rest = order
            let unit = rest.remove(at: from)
            for target in 0...rest.count {
                var moved = rest
                moved.insert(unit, at: target)
                #expect(KemenyOrder.score(of: moved, support: margins) <= score + 3e-9)
            }
        }
    }

    @Test func equalUnitsTieAndStayTogether() throws {
        var generator = SplitMix(seed: 22)
        let rows = randomRows(25, 3, using: &generator)
        let matrix = try KemenyOrderTests.matrix(rows + [rows[3], rows[3]])
        let result = KemenyOrder(matrix, exactLimit: 2)
        #expect(result.unitsBehind[3] == result.unitsBehind[25])
        #expect(result.unitsBehind[3] == result.unitsBehind[26])
        #expect(!result.isExact[3])
        #expect(result.bestPlaces[3] == nil)
        let pairs = result.unitsBehind.reduce(0, +)
        #expect(abs(pairs - 351) < 1e-9)
    }
}
