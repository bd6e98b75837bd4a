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
        private let inverse: Double

        /// - Parameters:
        ///   - largest: no weight is larger; above zero.
        ///   - draws: no more weights are added up.
        init(largest: Double, draws: Int) {
            // 2^61 units at most in all; of a single weight at most 2^50, which `nearest` takes.
            let bits = Int.bitWidth - draws.leadingZeroBitCount
            let exponent = largest.exponent + (largest.significand > 1 ? 1 : 0)
            self.largest = Double(sign: .plus, exponent: exponent, significand: 1)
            // Exact, as is multiplying by it.
            inverse = Double(sign: .plus, exponent: -exponent, significand: 1)
            units = Double(sign: .plus, exponent: min(50, 61 - bits), significand: 1)
        }

        /// A weight, and its square, in whole units.
        func whole(_ weight: Double) -> (weight: Int, square: Int) {
            let share = weight * inverse
            return (Self.nearest(share * units), Self.nearest(share * share * units))
        }

        /// The nearest whole number to one in [0, 2^51): the low bits of its sum with 2^52.
        private static func nearest(_ value: Double) -> Int {
            Int(truncatingIfNeeded: (value + 0x1p52).bitPattern &- 0x1p52.bitPattern)
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

    /// Adds sums of what `Scale.whole` gives, place by place.
    mutating func add(sums more: UnsafeMutableBufferPointer<Int>, squares: UnsafeMutableBufferPointer<Int>) {
        sums.add(more)
        self.squares.add(squares)
    }

    /// The sum at a place.
    func sum(_ place: Int, _ scale: Scale) -> Double { Double(sums[place]) / scale.units * scale.largest }

    /// The sum of squares at a place.
    func sumOfSquares(_ place: Int, _ scale: Scale) -> Double {
        Double(squares[place]) / scale.units * scale.largest * scale.largest
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
