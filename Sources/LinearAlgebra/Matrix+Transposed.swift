extension Matrix {
    /// The transpose, n x m. Its elements are those of `self` in column-major order, as LAPACK takes them.
    public var transposed: Matrix {
        Matrix(rows: columns, columns: rows) { self[$1, $0] }
    }

    /// The product of `self` (m x n) and a vector of n elements, summed from the first column to the last.
    public func times(_ vector: [Double]) -> [Double] {
        precondition(columns == vector.count, "inner dimensions \(columns) and \(vector.count) differ")
        return (0..<rows).map { row in
            var sum = 0.0
            for column in 0..<columns { sum += elements[row * columns + column] * vector[column] }
            return sum
        }
    }

    /// X'v for `self` = X (m x n) and a vector v of m elements, summed from the first row to the last.
    public func transposedTimes(_ vector: [Double]) -> [Double] {
        precondition(rows == vector.count, "inner dimensions \(rows) and \(vector.count) differ")
        var sums = [Double](repeating: 0, count: columns)
        for row in 0..<rows {
            for column in 0..<columns { sums[column] += elements[row * columns + column] * vector[row] }
        }
        return sums
    }

    /// X'X, or X'WX with W = diag(weights), for `self` = X (m x n): n x n and exactly symmetric.
    ///
    /// Weights may be negative; without them every row weighs 1.
    public func crossProduct(weights: [Double]? = nil) -> Matrix {
        precondition(weights.map { $0.count == rows } ?? true, "one weight a row is needed")
        // Blocks of rows, so that a long matrix is not copied as a whole.
        let size = 1 << 13
        var product = crossProduct(of: 0..<min(size, rows), weights: weights)
        for start in stride(from: size, to: rows, by: size) {
            let part = crossProduct(of: start..<min(start + size, rows), weights: weights)
            product = Matrix(
                rows: columns, columns: columns,
                elements: zip(product.elements, part.elements).map { $0 + $1 })
        }
        for i in 0..<columns {
            for j in 0..<i { product[i, j] = product[j, i] }
        }
        return product
    }

    private func crossProduct(of block: Range<Int>, weights: [Double]?) -> Matrix {
        let part = Matrix(
            rows: block.count, columns: columns,
            elements: Array(elements[(block.lowerBound * columns)..<(block.upperBound * columns)]))
        guard let weights else { return part.transposed.times(part) }
        let weighted = Matrix(rows: part.rows, columns: columns) {
            part.elements[$0 * columns + $1] * weights[block.lowerBound + $0]
        }
        return part.transposed.times(weighted)
    }
}
