import Foundation
import Testing

@testable import LinearAlgebra

/// Every instruction set of this machine against direct computations, and bit for bit against the plainest.
struct LaneKernelsTests {
    static let lanes = LaneKernels.lanes

    /// columns x 256 uniforms.
    static func scores(columns: Int, seed: UInt64) -> [Double] {
        let generator = Philox(seed: seed, stream: 1)
        return (0..<UInt64(columns * lanes)).map { generator.uniform(at: $0) }
    }

    @Test func thePlainPathIsAlwaysThere() {
        #expect(LaneKernels.all.first?.name == "plain")
        #expect(LaneKernels.all.map(\.name).contains(LaneKernels.best.name))
    }

    /// Exponential spacings of the uniforms that `Philox` gives one by one (itself checked against the known answers of
    /// Random123), with the C library's logarithm, to 4e-16 of the share.
    @Test(arguments: LaneKernels.all.indices, [1, 2, 3, 11, 12])
    func spacingsAreLogarithmsOfPhilox(_ level: Int, _ width: Int) {
        let generator = Philox(seed: 0x1234_5678_9ABC_DEF0, stream: 0xFEDC_BA98_7654_3210)
        let position: UInt64 = 1 << 33 - 1 << 10
        var shares = [Double](repeating: 0, count: width * Self.lanes)
        var plain = shares
        shares.withUnsafeMutableBufferPointer {
            LaneKernels.all[level].spacings(of: generator, from: position, width: width, into: $0)
        }
        plain.withUnsafeMutableBufferPointer {
            LaneKernels.all[0].spacings(of: generator, from: position, width: width, into: $0)
        }
        #expect(shares == plain)
        for draw in 0..<Self.lanes {
            let logs = (0..<width).map {
                -log(generator.uniform(at: position + UInt64(draw * width + $0)))
            }
            let sum = logs.reduce(0, +)
            for k in 0..<width {
                let share = logs[k] / sum
                #expect(abs(shares[k * Self.lanes + draw] - share) <= 4 * share.ulp)
            }
        }
    }

    /// Sorted columns, and their counts, are those of the standard library wherever a draw is called clean; draws with a
    /// tie or no range never are.
    @Test(arguments: LaneKernels.all.indices, [1, 2, 3, 16, 17, 33, 49, 91, 130, 200, 512])
    func sortingOrdersEveryCleanDraw(_ level: Int, _ columns: Int) {
        let kernels = LaneKernels.all[level]
        var scores = Self.scores(columns: columns, seed: 5)
        let share = 1e-9
        if columns > 1 {
            scores[3] = scores[Self.lanes + 3]  // draw 3: the first two tie
            for column in 0..<columns { scores[column * Self.lanes + 20] = 0.25 }  // draw 20: no range
            for column in 0..<columns { scores[column * Self.lanes + 40] += 1e9 }  // draw 40: a far offset
        }
        let (highest, lowest) = extremes(scores, columns: columns, kernels)
        var clean = 0
        var counts = [UInt32](repeating: 0, count: columns * columns)
        var expected = counts
        for first in stride(from: 0, to: Self.lanes, by: LaneKernels.sortedLanes) {
            var keys = [UInt32](repeating: 0, count: LaneKernels.keyCount(columns))
            let sorted = sort(scores, columns, first, highest, lowest, share, kernels, &keys)
            var plain = keys
            #expect(sorted == sort(scores, columns, first, highest, lowest, share, .all[0], &plain))
            #expect(keys == plain)
            keys.withUnsafeBufferPointer { keys in
                counts.withUnsafeMutableBufferPointer {
                    kernels.countPlaces(keys, columns: columns, clean: sorted, into: $0)
                }
            }
            let mask = UInt32(1) << UInt32(LaneKernels.columnBits(columns)) - 1
            for lane in 0..<LaneKernels.sortedLanes where sorted >> UInt32(lane) & 1 == 1 {
                clean += 1
                let own = (0..<columns).map { scores[$0 * Self.lanes + first + lane] }
                let order = (0..<columns).sorted { own[$0] > own[$1] }
                #expect((0..<columns).map { Int(keys[$0 * LaneKernels.sortedLanes + lane] & mask) } == order)
                for (place, column) in order.enumerated() { expected[place * columns + column] += 1 }
            }
            if columns > 1 {
                for draw in [3, 20, 40] where (first..<(first + LaneKernels.sortedLanes)).contains(draw) {
                    #expect(sorted >> UInt32(draw - first) & 1 == 0)
                }
            }
        }
        #expect(counts == expected)
        // Of 512 columns about a tenth of the draws have two within three of the 2^23 steps of a key.
        #expect(columns == 1 || clean > Self.lanes * 7 / 10)
        #expect(clean < Self.lanes)
    }

    private func sort(
        _ scores: [Double], _ columns: Int, _ first: Int, _ highest: [Double], _ lowest: [Double],
        _ share: Double, _ kernels: LaneKernels, _ keys: inout [UInt32]
    ) -> UInt32 {
        scores.withUnsafeBufferPointer { scores in
            highest.withUnsafeBufferPointer { highest in
                lowest.withUnsafeBufferPointer { lowest in
                    keys.withUnsafeMutableBufferPointer {
                        kernels.sort(
                            scores, columns: columns, first: first, highest: highest, lowest: lowest,
                            share: share, into: $0)
                    }
                }
            }
        }
    }

    private func extremes(
        _ scores: [Double], columns: Int, _ kernels: LaneKernels
    ) -> (highest: [Double], lowest: [Double]) {
        var highest = [Double](repeating: 0, count: Self.lanes)
        var lowest = highest
        scores.withUnsafeBufferPointer { scores in
            highest.withUnsafeMutableBufferPointer { highest in
                lowest.withUnsafeMutableBufferPointer { lowest in
                    kernels.extremes(of: scores, columns: columns, highest: highest, lowest: lowest)
                }
            }
        }
        return (highest, lowest)
    }

    /// The highest, the lowest, who leads alone and who is ahead of a score, draw by draw.
    @Test(arguments: LaneKernels.all.indices, [1, 2, 9, 91])
    func leadersAndExtremesAreThoseOfEachDraw(_ level: Int, _ columns: Int) {
        let kernels = LaneKernels.all[level]
        let scores = Self.scores(columns: columns, seed: 9)
        let tolerance = (0..<Self.lanes).map { $0 % 3 == 0 ? 0.05 : 0 }
        let score = (0..<Self.lanes).map { Double($0) / 256 }
        let (highest, lowest) = extremes(scores, columns: columns, kernels)
        var leaders = [Int32](repeating: 7, count: Self.lanes)
        var ahead = leaders
        scores.withUnsafeBufferPointer { scores in
            tolerance.withUnsafeBufferPointer { tolerance in
                leaders.withUnsafeMutableBufferPointer {
                    kernels.leaders(of: scores, columns: columns, tolerance: tolerance, into: $0)
                }
                score.withUnsafeBufferPointer { score in
                    ahead.withUnsafeMutableBufferPointer {
                        kernels.ahead(
                            in: scores, columns: columns, tolerance: tolerance, of: score, into: $0)
                    }
                }
            }
        }
        for draw in 0..<Self.lanes {
            let own = (0..<columns).map { scores[$0 * Self.lanes + draw] }
            #expect(highest[draw] == own.max() && lowest[draw] == own.min())
            let near = own.indices.filter { highest[draw] - own[$0] <= tolerance[draw] }
            #expect(leaders[draw] == (near.count == 1 ? Int32(near[0]) : -1))
            #expect(Int(ahead[draw]) == own.count { $0 - score[draw] > tolerance[draw] })
        }
    }

    /// Wins of chosen rows, with ties counting for neither.
    @Test(arguments: LaneKernels.all.indices, [1, 31, 32, 91])
    func winsAreCountedPairByPair(_ level: Int, _ columns: Int) {
        let stride = (columns + 31) / 32 * 32
        let draws = 200
        var cursor = RandomCursor(Philox(seed: 3, stream: 3))
        let places = (0..<(draws * stride)).map { _ in UInt16(cursor.nextInteger(below: 40)) }
        let rows = [Int32(columns - 1), 0]
        var wins = [Int32](repeating: 1, count: rows.count * columns)
        places.withUnsafeBufferPointer { places in
            rows.withUnsafeBufferPointer { rows in
                wins.withUnsafeMutableBufferPointer {
                    LaneKernels.all[level].countWins(
                        places, draws: draws, of: rows, columns: columns, stride: stride, into: $0)
                }
            }
        }
        for (place, row) in rows.enumerated() {
            for column in 0..<columns {
                let won = (0..<draws).count { places[$0 * stride + Int(row)] < places[$0 * stride + column] }
                #expect(Int(wins[place * columns + column]) == won + 1)
            }
        }
    }
}
