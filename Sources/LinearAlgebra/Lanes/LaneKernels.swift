internal import CKernels
import Foundation

/// Loops over a block of 256 draws in the widest vectors of this processor; all instruction sets give the same bits.
///
/// A table of a block is stored column by column: column c in draw d is at c x 256 + d (`CKernels.h`).
public struct LaneKernels: Sendable {
    /// Draws of a block.
    public static let lanes = Int(DYAD_LANES)
    /// Draws that are sorted at once.
    public static let sortedLanes = Int(DYAD_SORTED_LANES)
    /// The most columns that can be sorted.
    public static let mostSorted = Int(DYAD_MOST_SORTED)

    /// Every instruction set that this processor has, the widest last.
    public static let all: [LaneKernels] = (0...2).compactMap { level in
        dyad_kernels_of_level(Int32(level)).map { LaneKernels(table: $0.pointee) }
    }

    /// The widest, or the one that the environment variable DYADSCORE_VECTORS names, if this processor has it.
    public static let best: LaneKernels = {
        let asked = ProcessInfo.processInfo.environment["DYADSCORE_VECTORS"]
        return all.first { $0.name == asked } ?? all[all.count - 1]
    }()

    // Pointers to functions without state.
    nonisolated(unsafe) private let table: dyad_kernels

    private init(table: dyad_kernels) { self.table = table }

    /// `plain`, `avx2` or `avx512`.
    public var name: String { String(cString: table.name) }

    /// Shares that sum to one in every draw, uniform on the simplex: exponential spacings (Devroye 1986, Non-uniform
    /// random variate generation, chapter V).
    ///
    /// - Parameters:
    ///   - generator: the seed and the stream of the uniforms.
    ///   - position: of the uniform for the first share of the first draw, which is even; the shares of a draw take
    ///     `width` uniforms, draw by draw.
    ///   - width: shares of a draw, at least 1.
    ///   - shares: receives width x 256.
    public func spacings(
        of generator: Philox, from position: UInt64, width: Int,
        into shares: UnsafeMutableBufferPointer<Double>
    ) {
        precondition(position % 2 == 0 && width > 0 && shares.count >= width * Self.lanes)
        withUnsafeTemporaryAllocation(of: Double.self, capacity: 16 * width) { scratch in
            table.spacings(
                generator.seed, generator.stream, position, width, shares.baseAddress, scratch.baseAddress)
        }
    }

    /// The highest and the lowest of `columns` columns in every draw; each receives 256.
    public func extremes(
        of scores: UnsafeBufferPointer<Double>, columns: Int, highest: UnsafeMutableBufferPointer<Double>,
        lowest: UnsafeMutableBufferPointer<Double>
    ) {
        precondition(columns > 0 && scores.count >= columns * Self.lanes)
        precondition(highest.count >= Self.lanes && lowest.count >= Self.lanes)
        table.extremes(scores.baseAddress, columns, highest.baseAddress, lowest.baseAddress)
    }

    /// The column of the highest score in every draw; -1 where another is within `tolerance` of it.
    public func leaders(
        of scores: UnsafeBufferPointer<Double>, columns: Int, tolerance: UnsafeBufferPointer<Double>,
        into leaders: UnsafeMutableBufferPointer<Int32>
    ) {
        precondition(columns > 0 && scores.count >= columns * Self.lanes)
        precondition(tolerance.count >= Self.lanes && leaders.count >= Self.lanes)
        table.leaders(scores.baseAddress, columns, tolerance.baseAddress, leaders.baseAddress)
    }

    /// In every draw the number of columns that are above `score` by more than `tolerance`.
    public func ahead(
        in scores: UnsafeBufferPointer<Double>, columns: Int, tolerance: UnsafeBufferPointer<Double>,
        of score: UnsafeBufferPointer<Double>, into counts: UnsafeMutableBufferPointer<Int32>
    ) {
        precondition(scores.count >= columns * Self.lanes && score.count >= Self.lanes)
        precondition(tolerance.count >= Self.lanes && counts.count >= Self.lanes)
        table.ahead(
            scores.baseAddress, columns, tolerance.baseAddress, score.baseAddress, counts.baseAddress)
    }

    /// Sorts columns in sixteen draws beginning with `first`, the highest score first.
    ///
    /// - Parameters:
    ///   - scores: columns x 256, the whole block.
    ///   - columns: 1 to `mostSorted`.
    ///   - first: the first of the sixteen draws, 0 to 240.
    ///   - highest: 256, the highest score of every draw of the block, as `extremes` gives it.
    ///   - lowest: 256, the lowest, likewise.
    ///   - share: the share of the range within which scores tie, 0 to 0.5.
    ///   - keys: receives `keyCount(columns)`, columns x 16 and what pads them; the low `columnBits(columns)` bits of a
    ///     key are a column.
    /// - Returns: bits of the draws in which no neighbours tie or are too close for a key; the keys of others are not
    ///   in order.
    public func sort(
        _ scores: UnsafeBufferPointer<Double>, columns: Int, first: Int, highest: UnsafeBufferPointer<Double>,
        lowest: UnsafeBufferPointer<Double>, share: Double, into keys: UnsafeMutableBufferPointer<UInt32>
    ) -> UInt32 {
        precondition((1...Self.mostSorted).contains(columns) && scores.count >= columns * Self.lanes)
        precondition(first >= 0 && first + Self.sortedLanes <= Self.lanes && (0...0.5).contains(share))
        precondition(highest.count >= Self.lanes && lowest.count >= Self.lanes)
        precondition(keys.count >= Self.keyCount(columns))
        return table.sort(
            scores.baseAddress, columns, first, highest.baseAddress, lowest.baseAddress, share,
            keys.baseAddress
        )
    }

    /// The keys of so many columns, in whole tiles.
    public static func keyCount(_ columns: Int) -> Int {
        let tile = Int(DYAD_SORTED_TILE)
        return (columns + tile - 1) / tile * tile * sortedLanes
    }

    /// The low bits of a key that hold a column.
    public static func columnBits(_ columns: Int) -> Int { Int(dyad_key_bits(columns)) }

    /// Adds one to counts[place x columns + column] for every place in the draws of `clean`.
    public func countPlaces(
        _ keys: UnsafeBufferPointer<UInt32>, columns: Int, clean: UInt32,
        into counts: UnsafeMutableBufferPointer<UInt32>
    ) {
        precondition(keys.count >= columns * Self.sortedLanes && counts.count >= columns * columns)
        table.count_places(keys.baseAddress, columns, clean, counts.baseAddress)
    }

    /// Adds to wins[r x columns + j] the draws in which the place of column `rows[r]` is before that of j.
    ///
    /// - Parameters:
    ///   - places: draws x stride; the places of the columns in a draw, the best 0, and what pads them.
    ///   - draws: at most 256.
    ///   - rows: the columns whose wins are counted, each 0 ..< columns.
    ///   - columns: those that they are compared with, from the first.
    ///   - stride: places from one draw to the next, a multiple of 32 and at least `columns`.
    ///   - wins: rows x columns, added to; column against itself stays as it was.
    public func countWins(
        _ places: UnsafeBufferPointer<UInt16>, draws: Int, of rows: UnsafeBufferPointer<Int32>, columns: Int,
        stride: Int, into wins: UnsafeMutableBufferPointer<Int32>
    ) {
        precondition(draws <= Self.lanes && stride >= columns && stride % 32 == 0)
        precondition(places.count >= draws * stride && wins.count >= rows.count * columns)
        precondition(rows.allSatisfy { (0..<columns).contains(Int($0)) })
        table.count_wins(
            places.baseAddress, draws, rows.baseAddress, rows.count, columns, stride, wins.baseAddress)
    }
}
