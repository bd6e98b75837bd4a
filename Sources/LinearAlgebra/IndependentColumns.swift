internal import COpenBLAS

extension Matrix {
    /// The columns that are not linear combinations of columns before them, ascending.
    ///
    /// Unlike pivoted QR it keeps the first of several dependent columns, so that what is dropped follows from
    /// the order in which a model is written down. Gram-Schmidt, twice (Giraud, Langou & Rozložník 2005): a
    /// column is kept when what is left of it after projection on the kept ones is longer than `tolerance`
    /// times the column. Columns of zeros are dependent. Invariant to rescaling a column.
    ///
    /// Many rows are first brought down to the triangular factor of the columns (LAPACK `dgeqrf`), which have the same
    /// lengths and angles.
    ///
    /// - Throws: `LinearAlgebraFailure.notFinite`.
    public func independentColumns(tolerance: Double = 1e-10) throws(LinearAlgebraFailure) -> [Int] {
        guard isFinite else { throw .notFinite }
        if rows > 1_000, rows > 2 * columns {
            return try triangularFactor.independentColumns(tolerance: tolerance)
        }
        var basis: [[Double]] = []
        var kept: [Int] = []
        for index in 0..<columns where basis.count < rows {
            let original = column(index)
            let length = original.euclideanLength
            guard length.isFinite else { throw .notFinite }
            guard length > 0 else { continue }
            var rest = original.map { $0 / length }
            for _ in 1...2 {
                for direction in basis {
                    let projection = zip(rest, direction).reduce(0) { $0 + $1.0 * $1.1 }
                    for row in rest.indices { rest[row] -= projection * direction[row] }
                }
            }
            let restLength = rest.euclideanLength
            guard restLength > tolerance else { continue }
            basis.append(rest.map { $0 / restLength })
            kept.append(index)
        }
        return kept
    }

    /// R of A = Q R, n x n, for `self` = A (m x n, m >= n), whose columns are scaled so that none overflows.
    private var triangularFactor: Matrix {
        BLASThreads.useOne()
        let scales = (0..<columns).map { column in
            rowIndices.reduce(0) { Swift.max($0, abs(self[$1, column])) }
        }
        var factors = Matrix(rows: columns, columns: rows) { column, row in
            scales[column] > 0 ? self[row, column] / scales[column] : 0
        }.elements
        var (m, n, lead, info) = (Int32(rows), Int32(columns), Int32(rows), Int32(0))
        var size = 64 * n
        var reflectors = [Double](repeating: 0, count: columns)
        var work = [Double](repeating: 0, count: Int(size))
        dgeqrf_(&m, &n, &factors, &lead, &reflectors, &work, &size, &info)
        return Matrix(rows: columns, columns: columns) { row, column in
            row <= column ? factors[column * rows + row] : 0
        }
    }
}
