/// How often each unit has each rank over some specifications.
public struct RankCounts: Sendable {
    public let units: Int
    /// P x P: row i, column r counts the specifications in which unit i has rank r + 1.
    private let counts: [Int]

    /// - Parameter ranks: one list a specification of P ranks, 0 for a unit that is not ranked.
    public init(units: Int, ranks: [[Int32]]) {
        self.units = units
        var counts = [Int](repeating: 0, count: units * units)
        counts.withUnsafeMutableBufferPointer { counts in
            for row in ranks {
                for unit in 0..<units where row[unit] > 0 { counts[unit * units + Int(row[unit]) - 1] += 1 }
            }
        }
        self.counts = counts
    }

    /// The specifications in which a unit has rank 1, 2, ..., P.
    public func counts(of unit: Int) -> [Int] { Array(counts[unit * units..<(unit + 1) * units]) }

    /// The median rank of a unit over the specifications that rank it, the mean of the middle two for an even
    /// number; nil when none does.
    public func median(of unit: Int) -> Double? {
        let row = counts(of: unit)
        let total = row.reduce(0, +)
        guard total > 0 else { return nil }
        func rank(atPlace place: Int) -> Int {
            var below = 0
            for (index, count) in row.enumerated() {
                below += count
                if below > place { return index + 1 }
            }
            return units
        }
        return Double(rank(atPlace: (total - 1) / 2) + rank(atPlace: total / 2)) / 2
    }
}
