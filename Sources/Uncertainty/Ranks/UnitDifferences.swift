internal import LinearAlgebra

/// The differences of one unit from all others in all draws, studentised once for several families of tests of the unit.
struct UnitDifferences {
    /// Beyond this many numbers (128 MB) differences are studentised again for every family.
    private static let mostNumbers = 1 << 24

    private let unit: Int
    private let draws: DifferenceDraws
    /// Others x draws, the others in their order; empty if there are too many.
    private let table: [Double]

    /// - Parameter total: the number of units.
    init(of unit: Int, among total: Int, in draws: DifferenceDraws) {
        self.unit = unit
        self.draws = draws
        let tests = PairTest.family(for: [unit], among: total, bounds: .twoSided)
        let count = draws.draws
        guard tests.count * count <= Self.mostNumbers else {
            table = []
            return
        }
        var table = [Double](repeating: 0, count: tests.count * count)
        table.withUnsafeMutableBufferPointer { table in
            for (row, test) in tests.enumerated() where draws.standardErrors[test.first, test.second] > 0 {
                draws.studentised(
                    test,
                    into: UnsafeMutableBufferPointer(rebasing: table[(row * count)..<((row + 1) * count)]))
            }
        }
        self.table = table
    }

    /// As `DifferenceDraws.maxima`, for tests of the unit.
    func maxima(over tests: [PairTest]) -> [Double] {
        guard !table.isEmpty else { return draws.maxima(over: tests) }
        let count = draws.draws
        var largest = [Double](repeating: -.infinity, count: count)
        largest.withUnsafeMutableBufferPointer { largest in
            table.withUnsafeBufferPointer { table in
                for test in tests {
                    let other = test.first == unit ? test.second : test.first
                    let row = (other < unit ? other : other - 1) * count
                    test.raise(largest, to: UnsafeBufferPointer(rebasing: table[row..<(row + count)]))
                }
            }
        }
        return largest
    }
}
