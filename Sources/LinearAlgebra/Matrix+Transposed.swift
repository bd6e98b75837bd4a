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
        var weighted = self
        if let weights {
            for row in 0..<rows {
                for column in 0..<columns { weighted[row, column] *= weights[row] }
            }
        }
        var product = transposed.times(weighted)
        for i in 0..<columns {
            for j in 0..<i { product[i, j] = product[j, i] }
        }
        return product
    }
}
