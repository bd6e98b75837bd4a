/// The principal eigenvalue and eigenvector of a square matrix with positive elements.
///
/// By the theorem of Perron such a matrix has one eigenvalue of largest absolute value; it is positive, simple,
/// and has an eigenvector with positive entries. That vector, scaled to the sum 1, holds the priorities of the
/// analytic hierarchy process (Saaty 1980).
public struct PerronEigenpair: Equatable, Sendable {
    public let value: Double
    /// n positive entries that sum to 1.
    public let vector: [Double]
    /// How many products of the matrix with a vector were formed.
    public let iterations: Int

    /// The bounds on the eigenvalue that end the iteration: (upper - lower) / lower.
    public static let tolerance = 1e-13

    /// Power iteration from the vector of ones.
    ///
    /// For every positive x the eigenvalue lies between the least and the greatest of (A x)_i / x_i (Collatz
    /// 1942, Wielandt 1950). The iteration ends when these bounds are within `tolerance`; the error of the
    /// vector is of that order divided by the relative gap between the two largest eigenvalues.
    ///
    /// - Throws: `LinearAlgebraFailure.notFinite`, `.notPositive` for the first element that is not above
    ///   zero, or `.notConverged` when the bounds are not that close after `maximumIterations`.
    public init(of matrix: Matrix, maximumIterations: Int = 10_000) throws(LinearAlgebraFailure) {
        precondition(matrix.rows == matrix.columns && matrix.rows > 0, "the matrix must be square, not empty")
        guard matrix.isFinite else { throw .notFinite }
        let n = matrix.rows
        for row in 0..<n {
            for column in 0..<n where matrix[row, column] <= 0 {
                throw .notPositive(row: row, column: column)
            }
        }
        var vector = [Double](repeating: 1 / Double(n), count: n)
        for iteration in stride(from: 1, through: maximumIterations, by: 1) {
            let image = matrix.times(vector)
            let sum = image.reduce(0, +)
            guard sum.isFinite, sum > 0 else { throw .notFinite }
            let ratios = zip(image, vector).map { $0 / $1 }
            let (lower, upper) = (ratios.min() ?? 0, ratios.max() ?? 0)
            vector = image.map { $0 / sum }
            guard vector.allSatisfy({ $0 > 0 }), upper.isFinite else { throw .notFinite }
            if upper - lower <= Self.tolerance * lower {
                value = lower + (upper - lower) / 2
                self.vector = vector
                iterations = iteration
                return
            }
        }
        throw .notConverged(iterations: maximumIterations)
    }
}
