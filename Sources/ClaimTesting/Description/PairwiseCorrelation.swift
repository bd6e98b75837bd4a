/// How two columns go together where both have a value: Pearson's r, and Spearman's rho, which is Pearson's r of the
/// ranks with ties sharing their mean rank.
///
/// Holds: symmetric, in [-1, 1]; r does not change with the unit of a column, rho with no increasing function of it.
public struct PairwiseCorrelation: Hashable, Sendable {
    /// Places where both have a value.
    public let count: Int
    /// Nil where one of the two does not vary there.
    public let pearson: Double?
    public let spearman: Double?

    public init(of first: [Double?], _ second: [Double?]) {
        let pairs = zip(first, second).compactMap { a, b in a.flatMap { a in b.map { (a, $0) } } }
        count = pairs.count
        let (left, right) = (pairs.map(\.0), pairs.map(\.1))
        pearson = Self.pearson(left, right)
        spearman = Self.pearson(Self.meanRanks(of: left), Self.meanRanks(of: right))
    }

    private static func pearson(_ first: [Double], _ second: [Double]) -> Double? {
        guard let left = standardised(first), let right = standardised(second) else { return nil }
        return min(1, max(-1, zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }))
    }

    /// Deviations from the mean, of length one; nil for a column that does not vary.
    private static func standardised(_ values: [Double]) -> [Double]? {
        guard let first = values.first, values.contains(where: { $0 != first }) else { return nil }
        // Over the largest magnitude, then the largest deviation, so that no square overflows or vanishes.
        let scale = values.reduce(0) { max($0, abs($1)) }
        let centre = values.reduce(0) { $0 + $1 / scale } / Double(values.count)
        let deviations = values.map { $0 / scale - centre }
        let largest = deviations.reduce(0) { max($0, abs($1)) }
        guard largest > 0 else { return nil }
        let shares = deviations.map { $0 / largest }
        let length = shares.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return shares.map { $0 / length }
    }

    /// Ranks from the smallest, 1, upwards.
    private static func meanRanks(of values: [Double]) -> [Double] {
        let order = values.indices.sorted { values[$0] < values[$1] }
        var ranks = [Double](repeating: 0, count: values.count)
        var start = 0
        while start < order.count {
            var end = start
            while end + 1 < order.count, values[order[end + 1]] == values[order[start]] { end += 1 }
            for place in start...end { ranks[order[place]] = Double(start + end) / 2 + 1 }
            start = end + 1
        }
        return ranks
    }
}
