internal import COpenBLAS

/// The eigenvalues and eigenvectors of a real symmetric matrix A (n x n): A V = V diag(values).
///
/// Eigenvalues are in descending order. The eigenvectors are orthonormal, and the entry of largest absolute
/// value of each is positive (the first of entries that are equally large within a relative 1e-12). With repeated
/// eigenvalues the vectors of one eigenvalue are *an* orthonormal basis of its space, not a unique one.
public struct SymmetricEigen: Equatable, Sendable {
    /// n eigenvalues, largest first.
    public let values: [Double]
    /// n x n; column j belongs to `values[j]`.
    public let vectors: Matrix

    /// Decomposes a symmetric matrix (LAPACK `dsyev`); only the lower triangle is read.
    ///
    /// The error of an eigenvalue is of the order of the machine precision times the largest absolute
    /// eigenvalue, so that small eigenvalues have fewer correct digits.
    ///
    /// - Throws: `LinearAlgebraFailure.notFinite`, or `.notConverged` when LAPACK says so.
    public init(of matrix: Matrix) throws(LinearAlgebraFailure) {
        precondition(matrix.rows == matrix.columns, "the matrix must be square")
        guard matrix.isFinite else { throw .notFinite }
        let n = matrix.rows
        guard n > 0 else {
            values = []
            vectors = matrix
            return
        }
        BLASThreads.useOne()
        // The lower triangle by rows is the upper triangle by columns; eigenvectors come back as rows.
        var rowsOfVectors = matrix
        var ascending = [Double](repeating: 0, count: n)
        let info = rowsOfVectors.withUnsafeMutableElements { a in
            var (order, info, size) = (Int32(n), Int32(0), Int32(max(1, 34 * n)))
            var work = [Double](repeating: 0, count: Int(size))
            dsyev_("V", "U", &order, a.baseAddress, &order, &ascending, &work, &size, &info, 1, 1)
            return info
        }
        guard info == 0 else { throw .notConverged(iterations: 30 * n) }
        values = ascending.reversed()
        let signs = (0..<n).map { row in
            let vector = rowsOfVectors.row(row)
            var largest = 0.0
            for entry in vector where abs(entry) > abs(largest) * (1 + 1e-12) { largest = entry }
            return largest < 0 ? -1.0 : 1.0
        }
        vectors = Matrix(rows: n, columns: n) { row, column in
            signs[n - 1 - column] * rowsOfVectors[n - 1 - column, row]
        }
    }
}
