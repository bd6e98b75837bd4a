internal import COpenBLAS

/// The QR factorisation with column pivoting of a matrix A (m x n), A P = Q R, and least squares by it.
///
/// The columns are first scaled to length 1, so that neither the rank nor the order of the pivots depends on
/// the units in which a column is measured.
public struct PivotedQR: Sendable {
    /// How many columns are independent: the diagonal elements of R above `tolerance` times the first.
    public let rank: Int
    /// The columns of A in the order in which they were taken; the first `rank` of them are a basis.
    public let pivots: [Int]
    /// Below this share of the largest diagonal element of R a column counts as dependent.
    public let tolerance: Double
    private let rows: Int
    /// Reflectors and R, column-major.
    private let factors: [Double]
    private let reflectorScales: [Double]
    /// The length of each column of A; 1 for a column of zeros.
    private let lengths: [Double]

    /// Factors a matrix (LAPACK `dgeqp3`).
    ///
    /// - Throws: `LinearAlgebraFailure.notFinite`.
    public init(of matrix: Matrix, tolerance: Double = 1e-11) throws(LinearAlgebraFailure) {
        guard matrix.isFinite else { throw .notFinite }
        let (m, n) = (matrix.rows, matrix.columns)
        rows = m
        self.tolerance = tolerance
        lengths = (0..<n).map { matrix.column($0).euclideanLength }.map { $0 > 0 ? $0 : 1 }
        guard lengths.allSatisfy(\.isFinite) else { throw .notFinite }
        var factors = matrix.transposed.elements
        for column in 0..<n {
            for row in 0..<m { factors[column * m + row] /= lengths[column] }
        }
        var scales = [Double](repeating: 0, count: max(1, min(m, n)))
        var order = [Int32](repeating: 0, count: n)
        if m > 0, n > 0 {
            BLASThreads.useOne()
            var (mm, nn, lead, info) = (Int32(m), Int32(n), Int32(m), Int32(0))
            var size = Int32(2 * n + (n + 1) * 32)
            var work = [Double](repeating: 0, count: Int(size))
            dgeqp3_(&mm, &nn, &factors, &lead, &order, &scales, &work, &size, &info)
            pivots = order.map { Int($0) - 1 }
        } else {
            pivots = Array(0..<n)
        }
        let diagonal = (0..<min(m, n)).map { abs(factors[$0 * m + $0]) }
        rank = diagonal.prefix { $0 > tolerance * (diagonal.first ?? 0) }.count
        self.factors = factors
        reflectorScales = scales
    }

    /// The columns that depend on the basis, ascending.
    public var dependentColumns: [Int] { pivots[rank...].sorted() }

    /// Coefficients (n) that minimise the length of b - A x; columns outside the basis get 0.
    ///
    /// With full rank the solution is unique; otherwise it is the basic one, not the shortest.
    public func leastSquares(_ rightHandSide: [Double]) -> [Double] {
        precondition(rightHandSide.count == rows, "the right-hand side needs one entry a row")
        var solution = [Double](repeating: 0, count: pivots.count)
        guard rank > 0 else { return solution }
        BLASThreads.useOne()
        var projected = rightHandSide
        var (m, one, k, lead, info) = (
            Int32(rows), Int32(1), Int32(min(rows, pivots.count)), Int32(rows), Int32(0)
        )
        var size = Int32(64 * 65)
        var work = [Double](repeating: 0, count: Int(size))
        dormqr_(
            "L", "T", &m, &one, &k, factors, &lead, reflectorScales, &projected, &lead, &work, &size, &info,
            1, 1)
        var order = Int32(rank)
        dtrtrs_("U", "N", "N", &order, &one, factors, &lead, &projected, &lead, &info, 1, 1, 1)
        for position in 0..<rank {
            let column = pivots[position]
            solution[column] = projected[position] / lengths[column]
        }
        return solution
    }
}

extension [Double] {
    /// The Euclidean length, without overflow or underflow on the way.
    var euclideanLength: Double {
        let largest = reduce(0) { Swift.max($0, abs($1)) }
        guard largest > 0, largest.isFinite else { return largest }
        return largest * reduce(0) { $0 + ($1 / largest) * ($1 / largest) }.squareRoot()
    }
}
