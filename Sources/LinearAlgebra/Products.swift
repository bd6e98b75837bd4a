internal import COpenBLAS

extension Matrix {
    /// The matrix product of `self` (m x k) and `other` (k x n), m x n, by one single-threaded `dgemm`.
    ///
    /// The inner dimensions must agree. One thread, because OpenBLAS rounds differently with the number of
    /// its threads, and a result must not depend on the number of cores.
    public func times(_ other: Matrix) -> Matrix {
        precondition(columns == other.rows, "inner dimensions \(columns) and \(other.rows) differ")
        var product = Matrix(rows: rows, columns: other.columns)
        guard rows > 0, other.columns > 0, columns > 0 else { return product }
        BLASThreads.useOne()
        let (m, n, k) = (Int32(rows), Int32(other.columns), Int32(columns))
        elements.withUnsafeBufferPointer { a in
            other.elements.withUnsafeBufferPointer { b in
                product.withUnsafeMutableElements { c in
                    cblas_dgemm(
                        CblasRowMajor, CblasNoTrans, CblasNoTrans, m, n, k, 1, a.baseAddress, k,
                        b.baseAddress,
                        n, 0, c.baseAddress, n)
                }
            }
        }
        return product
    }
}

/// OpenBLAS runs one thread per call here; parallel work is done by workers over blocks.
enum BLASThreads {
    private static let setToOne: Void = openblas_set_num_threads(1)

    /// Makes OpenBLAS use one thread; the library is told once per process.
    static func useOne() { _ = setToOne }
}
