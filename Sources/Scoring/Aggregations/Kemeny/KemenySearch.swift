internal import LinearAlgebra

/// A good order of many units by Kemeny score: a local optimum, the same on every run.
///
/// Units with the same margin against every other are moved as one and tie. The search starts from the order by
/// sums of margins (Borda) and from that by majorities won (Copeland), each improved by taking one unit after the
/// other out and putting it where it gains most, until none gains; the better result is kept. Equal figures are
/// settled by the order in which units are listed.
struct KemenySearch {
    /// An order: places of the given matrix, first to last.
    let order: [Int]
    /// By unit: how many are behind it; the mean over those that tie.
    let unitsBehind: [Double]

    /// Smaller gains do not count, so that rounding cannot keep the search going.
    private static let smallestGain = 1e-9

    /// - Parameter margins: n x n, antisymmetric.
    init(_ margins: Matrix) {
        let groups = Self.equalUnits(margins)
        let between = Matrix(rows: groups.count, columns: groups.count) { a, b in
            Double(groups[a].count * groups[b].count) * margins[groups[a][0], groups[b][0]]
        }
        func starting(by points: (Int, Int) -> Double) -> [Int] {
            let sums = groups.map { group in
                margins.rowIndices.reduce(0) { $0 + points(group[0], $1) }
            }
            return groups.indices.sorted { a, b in sums[a] != sums[b] ? sums[a] > sums[b] : a < b }
        }
        let byMargin = Self.improved(starting { margins[$0, $1] }, between)
        let byMajority = Self.improved(
            starting { margins[$0, $1] > 0 ? 1 : margins[$0, $1] < 0 ? -1 : 0 }, between)
        let isMarginBetter =
            KemenyOrder.score(of: byMajority, support: between)
            <= KemenyOrder.score(of: byMargin, support: between) + Self.smallestGain
        let best = isMarginBetter ? byMargin : byMajority

        var behind = [Double](repeating: 0, count: margins.rows)
        var left = margins.rows
        for group in best {
            left -= groups[group].count
            for unit in groups[group] { behind[unit] = Double(left) + Double(groups[group].count - 1) / 2 }
        }
        order = best.flatMap { groups[$0] }
        unitsBehind = behind
    }

    /// Units in sets that have the same margin against every unit, in the order of their first members.
    private static func equalUnits(_ margins: Matrix) -> [[Int]] {
        var groups: [[Int]] = []
        for unit in margins.rowIndices {
            let row = margins.row(unit)
            if let group = groups.firstIndex(where: { margins.row($0[0]) == row }) {
                groups[group].append(unit)
            } else {
                groups.append([unit])
            }
        }
        return groups
    }

    private static func improved(_ start: [Int], _ margins: Matrix) -> [Int] {
        var order = start
        var isImproving = true
        while isImproving {
            isImproving = false
            for unit in order {
                guard let from = order.firstIndex(of: unit), let target = target(of: from, in: order, margins)
                else { continue }
                order.remove(at: from)
                order.insert(unit, at: target)
                isImproving = true
            }
        }
        return order
    }

    /// Where the unit at a place gains most, as an index into the order without it; nil if it gains nowhere.
    private static func target(of from: Int, in order: [Int], _ margins: Matrix) -> Int? {
        let unit = order[from]
        var (target, best): (Int?, Double) = (nil, smallestGain)
        var gain = 0.0
        for place in (0..<from).reversed() {
            gain += 2 * margins[unit, order[place]]
            if gain > best { (target, best) = (place, gain) }
        }
        gain = 0
        for place in order.indices[(from + 1)...] {
            gain += 2 * margins[order[place], unit]
            if gain > best { (target, best) = (place, gain) }
        }
        return target
    }
}
