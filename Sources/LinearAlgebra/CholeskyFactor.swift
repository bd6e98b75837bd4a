internal import COpenBLAS

/// The Cholesky factor L of a symmetric positive definite matrix, A = L L', with what it is good for.
public struct CholeskyFactor: Equatable, Sendable {
    /// n x n, zero above the diagonal.
    public let lower: Matrix

    /// Factors a symmetric matrix (LAPACK `dpotrf`); only the lower triangle is read.
    ///
    /// Nil when the matrix is not positive definite to working precision: it holds a value that is not finite,
    /// a leading minor is not positive, or a pivot is at most n times the machine precision of its diagonal
    /// element (then that row depends on the rows before it). The last test is invariant to rescaling rows and
    /// columns alike.
    public init?(of matrix: Matrix) {
        precondition(matrix.rows == matrix.columns, "the matrix must be square")
        guard matrix.isFinite else { return nil }
        let n = matrix.rows
        var factor = matrix
        if n > 0 {
            BLASThreads.useOne()
            // The lower triangle by rows is the upper triangle by columns, and U = L'.
            let info = factor.withUnsafeMutableElements { a in
                var (order, info) = (Int32(n), Int32(0))
                dpotrf_("U", &order, a.baseAddress, &order, &info, 1)
                return info
            }
            guard info == 0 else { return nil }
        }
        for row in 0..<n {
            let pivot = factor[row, row] * factor[row, row]
            guard pivot > Double(n) * Double.ulpOfOne * matrix[row, row] else { return nil }
            for column in (row + 1)..<max(n, row + 1) { factor[row, column] = 0 }
        }
        lower = factor
    }

    /// The solution x of A x = b.
    public func solve(_ rightHandSide: [Double]) -> [Double] {
        precondition(rightHandSide.count == lower.rows, "the right-hand side needs one entry a row")
        guard lower.rows > 0 else { return [] }
        BLASThreads.useOne()
        var solution = rightHandSide
        var (order, one, info) = (Int32(lower.rows), Int32(1), Int32(0))
        dpotrs_("U", &order, &one, lower.elements, &order, &solution, &order, &info, 1)
        return solution
    }

    /// The inverse of A, n x n and exactly symmetric.
    public var inverse: Matrix {
        let n = lower.rows
        guard n > 0 else { return lower }
        BLASThreads.useOne()
        var inverse = lower
        inverse.withUnsafeMutableElements { a in
            var (order, info) = (Int32(n), Int32(0))
            dpotri_("U", &order, a.baseAddress, &order, &info, 1)
        }
        for row in 0..<n {
            for column in (row + 1)..<max(n, row + 1) { inverse[row, column] = inverse[column, row] }
        }
        return inverse
    }
}
