internal import LinearAlgebra

/// Good orders of many units by Kemeny score: the best that an iterated local search finds, the same on every run.
///
/// Units with the same margin against every other are moved as one and tie. The search starts from the order by
/// sums of margins (Borda) and from that by majorities won (Copeland), each improved by taking one unit after the
/// other out and putting it where it gains most, until none gains. Then, 400 times, a stretch of the best order is
/// shuffled and improved again (iterated local search; Lourenco, Martin & Stuetzle 2003), and what is at least as
/// good is gone on from. Every different order with the best score is kept; scores are means over them. Shuffles
/// come from a fixed stream of the counter-based generator. No order is proved to be optimal.
struct KemenySearch {
    /// One of the best orders: places of the given matrix, first to last.
    let order: [Int]
    /// By unit: how many are behind it; the mean over the best orders found, and over those that tie.
    let unitsBehind: [Double]

    /// Smaller gains do not count, so that rounding cannot keep the search going.
    private static let smallestGain = 1e-9
    private static let shuffles = 400

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
        var best = BestOrders(between)
        best.offer(Self.improved(starting { margins[$0, $1] }, between))
        best.offer(
            Self.improved(
                starting { margins[$0, $1] > 0 ? 1 : margins[$0, $1] < 0 ? -1 : 0 }, between))
        var cursor = RandomCursor(Philox(seed: 0, stream: 0))
        for _ in 0..<Self.shuffles where groups.count > 3 {
            best.offer(Self.improved(Self.shuffled(best.current, &cursor), between))
        }

        var behind = [Double](repeating: 0, count: margins.rows)
        for found in best.orders {
            var left = margins.rows
            for group in found {
                left -= groups[group].count
                let place = Double(left) + Double(groups[group].count - 1) / 2
                for unit in groups[group] { behind[unit] += place }
            }
        }
        order = best.current.flatMap { groups[$0] }
        unitsBehind = behind.map { $0 / Double(best.orders.count) }
    }

    /// The different orders with the best score so far, in the order in which they were found.
    private struct BestOrders {
        private(set) var orders: [[Int]] = []
        /// The one found last.
        private(set) var current: [Int] = []
        private var score = -Double.infinity
        private let margins: Matrix

        init(_ margins: Matrix) {
            self.margins = margins
        }

        mutating func offer(_ order: [Int]) {
            let offered = KemenyOrder.score(of: order, support: margins)
            guard offered >= score - smallestGain else { return }
            if offered > score + smallestGain {
                orders = []
                score = offered
            }
            if !orders.contains(order) { orders.append(order) }
            current = order
        }
    }

    /// The order with a stretch of three to twelve units shuffled.
    private static func shuffled(_ order: [Int], _ cursor: inout RandomCursor) -> [Int] {
        let length = min(order.count, 3 + cursor.nextInteger(below: 10))
        let start = cursor.nextInteger(below: order.count - length + 1)
        var result = order
        for place in (start + 1..<start + length).reversed() {
            result.swapAt(place, start + cursor.nextInteger(below: place - start + 1))
        }
        return result
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
