internal import LinearAlgebra

/// The order of a class with the largest Kemeny score, or all of them, or a good one where cycles are large.
///
/// n is the number of units in the class; positions are those in `OutrankingMatrix.members`.
struct KemenyOrder {
    /// One order with the score: positions, the first place first.
    let order: [Int]
    /// By position: how many units are behind, the mean over all optimal orders where they are known.
    let unitsBehind: [Double]
    /// By position: the first and the last place over all optimal orders, 1 to n; nil where they are not known.
    let bestPlaces: [Int?]
    let worstPlaces: [Int?]
    /// By position: whether the unit's cycle was solved exactly.
    let isExact: [Bool]
    /// Sum over pairs of the support of the unit that is placed before the other.
    let score: Double
    /// Sum over pairs of the larger support; no order has more, and one has it where majorities have no cycle.
    let upperBound: Double

    /// The largest cycle that is solved exactly: 2^20 subsets.
    static let exactLimit = 20

    init(_ matrix: OutrankingMatrix, exactLimit: Int = Self.exactLimit) {
        let count = matrix.members.count
        let support = Matrix(rows: count, columns: count) { matrix.support[matrix.members[$0], $1] }
        let margins = Matrix(rows: count, columns: count) {
            $0 == $1 ? 0 : matrix.margin(matrix.members[$0], overMemberAt: $1)
        }
        var order: [Int] = []
        var behind = [Double](repeating: 0, count: count)
        var best = [Int?](repeating: nil, count: count)
        var worst = best
        var exact = [Bool](repeating: true, count: count)
        for cycle in MajorityCycles(margins).cycles {
            let ahead = order.count
            let after = Double(count - ahead - cycle.count)
            let within = Matrix(rows: cycle.count, columns: cycle.count) { margins[cycle[$0], cycle[$1]] }
            if cycle.count <= exactLimit {
                let solution = KemenySubsets(within)
                for (place, position) in cycle.enumerated() {
                    behind[position] = after + solution.unitsBehind[place]
                    best[position] = ahead + solution.bestPlaces[place]
                    worst[position] = ahead + solution.worstPlaces[place]
                }
                order += solution.order.map { cycle[$0] }
            } else {
                let solution = KemenySearch(within)
                for (place, position) in cycle.enumerated() {
                    behind[position] = after + solution.unitsBehind[place]
                    exact[position] = false
                }
                order += solution.order.map { cycle[$0] }
            }
        }
        self.order = order
        unitsBehind = behind
        bestPlaces = best
        worstPlaces = worst
        isExact = exact
        score = Self.score(of: order, support: support)
        upperBound = (0..<count).reduce(0) { sum, a in
            (0..<a).reduce(sum) { $0 + max(support[a, $1], support[$1, a]) }
        }
    }

    /// The Kemeny score of an order: the sum of support over pairs, the one placed before over the other.
    static func score(of order: [Int], support: Matrix) -> Double {
        order.indices.reduce(0) { sum, place in
            order[(place + 1)...].reduce(sum) { $0 + support[order[place], $1] }
        }
    }
}
