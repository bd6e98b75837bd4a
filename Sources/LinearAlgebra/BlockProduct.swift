internal import COpenBLAS

/// Products of blocks in storage that the caller keeps, for loops over many blocks of one shape.
///
/// A result's rounding depends on its place in a block, so callers fix the shapes and pad the last block.
public enum BlockProduct {
    /// C = A B, by one single-threaded `dgemm`.
    ///
    /// - Parameters:
    ///   - a: A, m x k, row by row.
    ///   - b: B, k x n; its rows begin `stride` elements apart, from the first element of `b`.
    ///   - m: rows of A and C; if this, n or k is 0, C is left as it was.
    ///   - n: columns of B and C.
    ///   - k: columns of A, rows of B.
    ///   - c: receives C, m x n; its rows begin `stride` elements apart, from the first element of `c`.
    ///   - stride: of the rows of B and of C, at least n; what lies between rows is neither read nor written.
    public static func multiply(
        _ a: UnsafeBufferPointer<Double>, by b: UnsafeBufferPointer<Double>, m: Int, n: Int, k: Int,
        into c: UnsafeMutableBufferPointer<Double>, stride: Int
    ) {
        guard m > 0, n > 0, k > 0 else { return }
        precondition(a.count >= m * k && b.count >= (k - 1) * stride + n, "the factors are smaller than said")
        precondition(stride >= n && c.count >= (m - 1) * stride + n, "the product does not fit")
        BLASThreads.useOne()
        cblas_dgemm(
            CblasRowMajor, CblasNoTrans, CblasNoTrans, Int32(m), Int32(n), Int32(k), 1, a.baseAddress,
            Int32(k),
            b.baseAddress, Int32(stride), 0, c.baseAddress, Int32(stride))
    }
}
