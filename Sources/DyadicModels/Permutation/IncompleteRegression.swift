/// The statistics of a regression under permutation when pairs are missing.
///
/// The rows of a permutation are the pairs that all variables observe and whose permuted pair is such a pair too. With
/// the Cholesky factor L of the cross-products of (1, other predictors, e, y) over them, t is L(y, e) / L(y, y) times the
/// root of the degrees of freedom: no coefficients are needed.
struct IncompleteRegressionUnderPermutation: PermutedStatistics {
    private let layout: PairLayout
    /// n x n marks of the rows.
    private let isRow: [Bool]
    /// n x n each: the residual of every predictor, and the outcome.
    private let residuals: [[Double]]
    private let outcome: [Double]
    /// n x n each, the predictors.
    private let columns: [[Double]]

    var count: Int { columns.count + 1 }

    init(_ design: QAPDesign) {
        let layout = design.layout
        func square(_ values: [Double]) -> [Double] {
            var all = [Double](repeating: 0, count: layout.pairs.count)
            for (row, value) in zip(design.rows, values) { all[row] = value }
            return layout.square(all)
        }
        self.layout = layout
        isRow = square(design.rows.map { _ in 1 }).map { $0 == 1 }
        residuals = design.partials.map { square($0.residual) }
        outcome = square(design.outcome)
        columns = design.columns.map(square)
    }

    struct Buffers {
        /// Rows of a permutation: the place of the pair, and of the pair whose value it takes.
        var rows: [(place: Int, source: Int)] = []
        /// Cross-products, then their factor, of K + 2 columns; the lower triangle is used.
        var products: [Double]
        /// One row of the K + 2 columns.
        var row: [Double]
    }

    func makeBuffers() -> Buffers {
        let size = columns.count + 2
        return Buffers(
            products: [Double](repeating: 0, count: size * size), row: [Double](repeating: 0, count: size))
    }

    func evaluate(_ permutation: [Int], _ buffers: inout Buffers, into statistics: inout [Double]) {
        let n = layout.states
        buffers.rows.removeAll(keepingCapacity: true)
        for (i, j) in layout.pairs {
            let (place, source) = (i * n + j, permutation[i] * n + permutation[j])
            if isRow[place], isRow[source] { buffers.rows.append((place, source)) }
        }
        let size = columns.count + 2
        let degreesOfFreedom = buffers.rows.count - columns.count - 1
        guard degreesOfFreedom > 0 else {
            for index in statistics.indices { statistics[index] = .nan }
            return
        }
        let last = size - 1
        for k in columns.indices {
            let factored = factor(&buffers) { place, source, row in
                var column = 1
                for other in columns.indices where other != k {
                    row[column] = columns[other][place]
                    column += 1
                }
                row[last - 1] = residuals[k][source]
                row[last] = outcome[place]
            }
            statistics[k] =
                factored
                ? buffers.products[last * size + last - 1] / buffers.products[last * size + last]
                    * Double(degreesOfFreedom).squareRoot() : .nan
        }
        let factored = factor(&buffers) { place, source, row in
            for column in columns.indices { row[column + 1] = columns[column][place] }
            row[last] = outcome[source]
        }
        let rest = buffers.products[last * size + last]
        var explained = 0.0
        for column in 1..<last {
            explained += buffers.products[last * size + column] * buffers.products[last * size + column]
        }
        statistics[columns.count] = factored ? explained / (explained + rest * rest) : .nan
    }

    /// Cross-products over the rows and their Cholesky factor in place; false when a column depends on those before it.
    private func factor(
        _ buffers: inout Buffers, fill: (_ place: Int, _ source: Int, _ row: inout [Double]) -> Void
    ) -> Bool {
        let size = buffers.row.count
        for index in buffers.products.indices { buffers.products[index] = 0 }
        for (place, source) in buffers.rows {
            buffers.row[0] = 1
            fill(place, source, &buffers.row)
            for a in 0..<size {
                for b in 0...a { buffers.products[a * size + b] += buffers.row[a] * buffers.row[b] }
            }
        }
        for a in 0..<size {
            let full = buffers.products[a * size + a]
            for b in 0...a {
                var sum = buffers.products[a * size + b]
                for c in 0..<b { sum -= buffers.products[a * size + c] * buffers.products[b * size + c] }
                if a == b {
                    guard sum > 1e-12 * full, full > 0 else { return false }
                    buffers.products[a * size + a] = sum.squareRoot()
                } else {
                    buffers.products[a * size + b] = sum / buffers.products[b * size + b]
                }
            }
        }
        return true
    }
}
