extension Matrix {
    /// The columns that are not linear combinations of columns before them, ascending.
    ///
    /// Unlike pivoted QR it keeps the first of several dependent columns, so that what is dropped follows from
    /// the order in which a model is written down. Gram-Schmidt, twice (Giraud, Langou & Rozložník 2005): a
    /// column is kept when what is left of it after projection on the kept ones is longer than `tolerance`
    /// times the column. Columns of zeros are dependent. Invariant to rescaling a column.
    ///
    /// - Throws: `LinearAlgebraFailure.notFinite`.
    public func independentColumns(tolerance: Double = 1e-10) throws(LinearAlgebraFailure) -> [Int] {
        guard isFinite else { throw .notFinite }
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
}
