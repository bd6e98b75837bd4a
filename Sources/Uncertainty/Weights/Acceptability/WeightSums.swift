internal import LinearAlgebra
internal import WorkPieces

/// Sums of weights and of their squares in whole multiples of a small unit, so that parts add up to the same in any
/// order.
struct WeightSums: Sendable {
    /// How fine the sums are.
    struct Scale: Hashable, Sendable {
        /// The smallest power of two that no weight exceeds.
        let largest: Double
        /// Units in that.
        let units: Double

        /// - Parameters:
        ///   - largest: no weight is larger; above zero.
        ///   - draws: no more weights are added up.
        init(largest: Double, draws: Int) {
            // 2^61 units at most in all; of a single weight at most 2^50, which `whole` takes.
            let bits = Int.bitWidth - draws.leadingZeroBitCount
            let exponent = largest.exponent + (largest.significand > 1 ? 1 : 0)
            self.largest = Double(sign: .plus, exponent: exponent, significand: 1)
            units = Double(sign: .plus, exponent: min(50, 61 - bits), significand: 1)
        }
    }

    private(set) var sums: [Int]
    private(set) var squares: [Int]

    init(count: Int) {
        sums = Array(repeating: 0, count: count)
        squares = sums
    }

    mutating func add(_ other: WeightSums) {
        sums.add(other.sums)
        squares.add(other.squares)
    }

    /// The sum at a place.
    func sum(_ place: Int, _ scale: Scale) -> Double { Double(sums[place]) / scale.units * scale.largest }

    /// The sum of squares at a place.
    func sumOfSquares(_ place: Int, _ scale: Scale) -> Double {
        Double(squares[place]) / scale.units * scale.largest * scale.largest
    }

    /// Adds the weights of one draw of a block, K x 256, to the K places from `start`.
    mutating func add(
        _ weights: UnsafeBufferPointer<Double>, lane: Int, indicators: Int, from start: Int, _ scale: Scale
    ) {
        let (units, inverse, lanes) = (scale.units, 1 / scale.largest, LaneKernels.lanes)
        sums.withUnsafeMutableBufferPointer { sums in
            squares.withUnsafeMutableBufferPointer { squares in
                for k in 0..<indicators {
                    let weight = weights[k &* lanes &+ lane] * inverse
                    sums[start &+ k] &+= Self.whole(weight * units)
                    squares[start &+ k] &+= Self.whole(weight * weight * units)
                }
            }
        }
    }

    /// The nearest whole number to one in [0, 2^51): the low bits of its sum with 2^52.
    private static func whole(_ value: Double) -> Int {
        Int(truncatingIfNeeded: (value + 0x1p52).bitPattern &- 0x1p52.bitPattern)
    }
}

extension WeightSums: Storable {
    func write(to bytes: inout PieceWriter) {
        sums.write(to: &bytes)
        squares.write(to: &bytes)
    }

    init(from bytes: inout PieceReader) throws(PieceDamage) {
        sums = try [Int](from: &bytes)
        squares = try [Int](from: &bytes)
    }
}
