internal import LinearAlgebra

/// All orders of up to 20 units with the largest Kemeny score, by dynamic programming over subsets.
///
/// The best order of the units in front depends on nothing behind it, so 2^n subsets are enough instead of n! orders.
/// An order is optimal if and only if every one of its beginnings is; counting the ways to each subset and from it
/// gives the means over all optimal orders without listing them. Sums of margins that differ by 1e-9 or less count
/// as equal.
struct KemenySubsets {
    /// One optimal order: places of the given matrix, first to last.
    let order: [Int]
    /// By unit: the mean number of units behind it, over all optimal orders.
    let unitsBehind: [Double]
    /// By unit: the first and the last place that it has in an optimal order, 1 to n.
    let bestPlaces: [Int]
    let worstPlaces: [Int]

    private static let tolerance = 1e-9

    /// - Parameter margins: n x n, antisymmetric; n from 1 to 20.
    init(_ margins: Matrix) {
        let count = margins.rows
        precondition(count <= 20, "2^n subsets are held in memory")
        let gains = PrefixGains(margins)
        let all = (1 << count) - 1
        // By subset: the best sum of margins inside it, and the number of orders that have it.
        var best = [Double](repeating: -.infinity, count: all + 1)
        var ways = [Double](repeating: 0, count: all + 1)
        (best[0], ways[0]) = (0, 1)
        for subset in 1...all {
            var highest = -Double.infinity
            for unit in 0..<count where subset & (1 << unit) != 0 {
                let before = subset ^ (1 << unit)
                highest = max(highest, best[before] + gains[before, unit])
            }
            best[subset] = highest
            var sum = 0.0
            for unit in 0..<count where subset & (1 << unit) != 0 {
                let before = subset ^ (1 << unit)
                if highest - (best[before] + gains[before, unit]) <= Self.tolerance { sum += ways[before] }
            }
            ways[subset] = sum
        }

        // By subset: the number of ways to go on to the end in optimal orders.
        var completions = [Double](repeating: 0, count: all + 1)
        completions[all] = 1
        var totals = [Double](repeating: 0, count: count)
        var first = [Int](repeating: count, count: count)
        var last = [Int](repeating: 1, count: count)
        for subset in (1...all).reversed() where completions[subset] > 0 {
            let place = subset.nonzeroBitCount
            for unit in 0..<count where subset & (1 << unit) != 0 {
                let before = subset ^ (1 << unit)
                guard best[subset] - (best[before] + gains[before, unit]) <= Self.tolerance else { continue }
                completions[before] += completions[subset]
                totals[unit] += ways[before] * completions[subset] * Double(count - place)
                first[unit] = min(first[unit], place)
                last[unit] = max(last[unit], place)
            }
        }
        unitsBehind = totals.map { $0 / ways[all] }
        bestPlaces = first
        worstPlaces = last

        var (subset, backwards): (Int, [Int]) = (all, [])
        while subset != 0 {
            let unit = (0..<count).last {
                guard subset & (1 << $0) != 0 else { return false }
                let before = subset ^ (1 << $0)
                return best[subset] - (best[before] + gains[before, $0]) <= Self.tolerance
            }
            guard let unit else { break }
            backwards.append(unit)
            subset ^= 1 << unit
        }
        order = backwards.reversed()
    }
}

/// The sum of margins of a subset's units over one unit that follows them, from tables for the two halves of the units.
private struct PrefixGains {
    private let half: Int
    private let mask: Int
    private let low: [[Double]]
    private let high: [[Double]]

    init(_ margins: Matrix) {
        let count = margins.rows
        half = count / 2
        mask = (1 << half) - 1
        func table(_ units: Range<Int>, over unit: Int) -> [Double] {
            var sums = [0.0]
            for other in units { sums += sums.map { $0 + margins[other, unit] } }
            return sums
        }
        let half = half
        low = (0..<count).map { table(0..<half, over: $0) }
        high = (0..<count).map { table(half..<count, over: $0) }
    }

    subscript(subset: Int, unit: Int) -> Double {
        low[unit][subset & mask] + high[unit][subset >> half]
    }
}
