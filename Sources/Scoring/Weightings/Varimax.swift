import Foundation
internal import LinearAlgebra

/// Varimax rotation with Kaiser's normalisation (Kaiser 1958).
///
/// Rows are scaled to unit length, columns are rotated in pairs by the angle that maximises the variance of the
/// squared loadings in closed form until no angle exceeds 1e-8, and rows get their lengths back. A rotation, so
/// that communalities do not change. The criterion may have several maxima; this finds the one that
/// the unrotated loadings lead to.
///
/// - Parameter loadings: K x M.
/// - Returns: K x M; nil when 1,000 rounds do not suffice.
func varimax(_ loadings: Matrix) -> Matrix? {
    let lengths = loadings.rowIndices.map { row in
        loadings.row(row).reduce(0) { $0 + $1 * $1 }.squareRoot()
    }
    var rotated = Matrix(rows: loadings.rows, columns: loadings.columns) {
        lengths[$0] > 0 ? loadings[$0, $1] / lengths[$0] : 0
    }
    let count = Double(loadings.rows)
    for _ in 0..<1000 {
        var largestAngle = 0.0
        for first in 0..<loadings.columns {
            for second in (first + 1)..<max(loadings.columns, first + 1) {
                var (sumU, sumV, sumC, sumD) = (0.0, 0.0, 0.0, 0.0)
                for row in loadings.rowIndices {
                    let (x, y) = (rotated[row, first], rotated[row, second])
                    let (u, v) = ((x + y) * (x - y), 2 * x * y)
                    sumU += u
                    sumV += v
                    sumC += (u + v) * (u - v)
                    sumD += 2 * u * v
                }
                let numerator = sumD - 2 * sumU * sumV / count
                let denominator = sumC - (sumU + sumV) * (sumU - sumV) / count
                // Where the criterion is flat, no angle is better than none.
                guard hypot(numerator, denominator) > 1e-7 * count else { continue }
                let angle = atan2(numerator, denominator) / 4
                largestAngle = max(largestAngle, abs(angle))
                let (cosine, sine) = (cos(angle), sin(angle))
                for row in loadings.rowIndices {
                    let (x, y) = (rotated[row, first], rotated[row, second])
                    rotated[row, first] = x * cosine + y * sine
                    rotated[row, second] = y * cosine - x * sine
                }
            }
        }
        if largestAngle <= 1e-8 {
            return Matrix(rows: loadings.rows, columns: loadings.columns) { rotated[$0, $1] * lengths[$0] }
        }
    }
    return nil
}
