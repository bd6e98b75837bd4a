/// The expected cells e(i, j) = a(i) a(j) of a symmetric table whose row totals are given (quasi-independence, Goodman
/// 1968), with cells that cannot be filled.
///
/// It is the maximum-likelihood fit of a Poisson table with one parameter a state, and the table nearest in
/// information to equal cells among those with these totals. Multiplying the totals multiplies the expected
/// cells; the order of the states does not matter.
struct QuasiIndependence {
    /// Why totals have no table with positive cells.
    enum Failure: Error, Equatable {
        /// A state's total is not below the sum of the totals of its partners (or, where these have no other partner,
        /// is not equal to it).
        case totalOutOfReach(state: Int, partnersTotal: Double)
        /// The fitting did not come to an end: some cells tend to zero.
        case notMet(iterations: Int)
    }

    /// n x n, symmetric, 0 where no cell is, and in the rows of states without a total.
    let expected: [[Double]]
    let iterations: Int

    /// The largest difference of a fitted total from its target, relative to the target, at the end.
    static let tolerance = 1e-12

    /// Iterative proportional fitting (Deming & Stephan 1940), of rows and columns in turn.
    ///
    /// - Parameters:
    ///   - totals: n totals of zero or more.
    ///   - isCell: n x n, symmetric, false on the diagonal: which cells exist.
    /// - Throws: `Failure` when no table with positive cells has these totals.
    init(totals: [Double], isCell: [[Bool]], maximumIterations: Int = 20_000) throws(Failure) {
        precondition(totals.allSatisfy { $0.isFinite && $0 >= 0 }, "totals must be finite and not negative")
        let n = totals.count
        let active = totals.map { $0 > 0 }
        // Partners with a total, by state.
        let partners = (0..<n).map { i in (0..<n).filter { isCell[i][$0] && active[i] && active[$0] } }
        for i in 0..<n where active[i] {
            let others = partners[i].reduce(0) { $0 + totals[$1] }
            // Where the partners have no other partner, their totals are the cells and have to add up.
            let isStar = partners[i].allSatisfy { partners[$0] == [i] }
            let fits = isStar ? abs(totals[i] - others) <= 1e-9 * totals[i] : totals[i] < others * (1 - 1e-12)
            guard fits else { throw .totalOutOfReach(state: i, partnersTotal: others) }
        }
        let scale = totals.max() ?? 0
        let targets = totals.map { scale > 0 ? $0 / scale : 0 }
        var rows = active.map { $0 ? 1.0 : 0 }
        var columns = rows
        func fit(_ factors: inout [Double], against others: [Double]) {
            for i in 0..<n where active[i] {
                factors[i] = targets[i] / partners[i].reduce(0) { $0 + others[$1] }
            }
        }
        for iteration in stride(from: 1, through: maximumIterations, by: 1) {
            fit(&rows, against: columns)
            fit(&columns, against: rows)
            let worst = (0..<n).reduce(0.0) { worst, i in
                guard active[i] else { return worst }
                let fitted = rows[i] * partners[i].reduce(0) { $0 + columns[$1] }
                return max(worst, abs(fitted - targets[i]) / targets[i])
            }
            guard worst.isFinite else { break }
            if worst <= Self.tolerance {
                var expected = [[Double]](repeating: Array(repeating: 0, count: n), count: n)
                for i in 0..<n {
                    for j in partners[i] {
                        expected[i][j] = scale * (rows[i] * columns[j] + rows[j] * columns[i]) / 2
                    }
                }
                self.expected = expected
                iterations = iteration
                return
            }
        }
        throw .notMet(iterations: maximumIterations)
    }
}
