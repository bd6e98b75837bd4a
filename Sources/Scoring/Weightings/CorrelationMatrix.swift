internal import LinearAlgebra

/// Pearson's correlations of K columns, none of them constant: K x K, symmetric, with ones on the diagonal.
///
/// Not a number where a deviation from a column's mean overflows.
func correlationMatrix(of columns: [[Double]]) -> Matrix {
    let standardised = columns.map { column in
        let centre = mean(column)
        let largest = column.reduce(0) { max($0, abs($1 - centre)) }
        // Over the largest deviation first, so that no square overflows or vanishes.
        let deviations = column.map { ($0 - centre) / largest }
        let length = deviations.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return deviations.map { $0 / length }
    }
    var result = Matrix(rows: columns.count, columns: columns.count)
    for i in columns.indices {
        result[i, i] = 1
        for j in 0..<i {
            let product = zip(standardised[i], standardised[j]).reduce(0) { $0 + $1.0 * $1.1 }
            // What overflowed stays not a number and is refused by whoever asked.
            result[i, j] = product.isNaN ? product : min(1, max(-1, product))
            result[j, i] = result[i, j]
        }
    }
    return result
}
