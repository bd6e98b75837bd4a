/// How often each unit has each rank over some specifications.
public struct RankCounts: Sendable {
    public let units: Int
    /// One list a specification of P ranks, 0 for a unit that is not ranked.
    private let ranks: [[Int32]]

    /// - Parameters:
    ///   - units: P.
    ///   - ranks: one list a specification of P ranks from 1 to P, 0 for a unit that is not ranked.
    public init(units: Int, ranks: [[Int32]]) {
        self.units = units
        self.ranks = ranks
    }

    /// The specifications in which a unit has rank 1, 2, ..., P.
    public func counts(of unit: Int) -> [Int] {
        var counts = [Int](repeating: 0, count: units)
        for rank in ranks(of: unit) { counts[Int(rank) - 1] += 1 }
        return counts
    }

    /// The median rank of a unit over the specifications that rank it, the mean of the middle two for an even
    /// number; nil when none does.
    public func median(of unit: Int) -> Double? {
        let sorted = ranks(of: unit).sorted()
        guard !sorted.isEmpty else { return nil }
        return Double(sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }

    private func ranks(of unit: Int) -> [Int32] { ranks.map { $0[unit] }.filter { $0 > 0 } }
}
