public import LinearAlgebra

/// The covariance of the sampling errors of P scores, held as a root: covariance = root root'.
///
/// It may be singular: fewer columns than units, units with the same errors, units without error.
public struct SamplingCovariance: Equatable, Sendable {
    /// P x m, in units of the scores.
    public let root: Matrix
    /// The degrees of freedom of the estimate of the covariance; nil when it is taken as known (large samples).
    public let degreesOfFreedom: Int?

    /// - Parameters:
    ///   - root: P x m with m at least one.
    ///   - degreesOfFreedom: at least 1; nil for a covariance that is taken as known.
    /// - Throws: `SamplingFailure.noUnits`, `.notFinite`, `.settingOutsideDomain`.
    public init(root: Matrix, degreesOfFreedom: Int? = nil) throws(SamplingFailure) {
        guard root.rows > 0, root.columns > 0 else { throw .noUnits }
        guard root.isFinite else { throw .notFinite(what: "the root of the covariance") }
        if let degreesOfFreedom, degreesOfFreedom < 1 {
            throw .settingOutsideDomain(
                name: "degrees of freedom", value: Double(degreesOfFreedom), need: "at least 1")
        }
        self.root = root
        self.degreesOfFreedom = degreesOfFreedom
    }

    /// Independent errors with these variances (squared standard errors), P of them.
    ///
    /// - Throws: `SamplingFailure.noUnits`, `.notFinite`, `.notACovariance` for a variance below zero.
    public init(variances: [Double]) throws(SamplingFailure) {
        for variance in variances {
            guard variance.isFinite else { throw .notFinite(what: "a variance") }
            guard variance >= 0 else { throw .notACovariance(reason: "a variance is below zero") }
        }
        let root = Matrix(rows: variances.count, columns: variances.count) { row, column in
            row == column ? variances[row].squareRoot() : 0
        }
        try self.init(root: root)
    }

    /// A covariance matrix, P x P. Its root is V diag(values)^(1/2) of the eigenvalues and eigenvectors.
    ///
    /// Eigenvalues whose absolute value is at most 1e-12 P times the largest count as zero.
    ///
    /// - Throws: `SamplingFailure.noUnits`, `.notFinite`, `.sizesDiffer` for a matrix that is not square,
    ///   `.notACovariance` for one that is not symmetric (within 1e-9 of its largest element) or not positive
    ///   semidefinite.
    public init(matrix: Matrix) throws(SamplingFailure) {
        guard matrix.rows == matrix.columns else {
            throw .sizesDiffer(
                what: "columns of the covariance", expected: matrix.rows, found: matrix.columns)
        }
        guard matrix.rows > 0 else { throw .noUnits }
        guard matrix.isFinite else { throw .notFinite(what: "the covariance") }
        let largest = matrix.elements.reduce(0) { max($0, abs($1)) }
        for row in matrix.rowIndices {
            for column in 0..<row where abs(matrix[row, column] - matrix[column, row]) > 1e-9 * largest {
                throw .notACovariance(
                    reason: "elements (\(row + 1), \(column + 1)) and (\(column + 1), \(row + 1)) differ")
            }
        }
        let eigen: SymmetricEigen
        do { eigen = try SymmetricEigen(of: matrix) } catch { throw .notACovariance(reason: "\(error)") }
        let negligible = 1e-12 * Double(matrix.rows) * (eigen.values.map(abs).max() ?? 0)
        guard eigen.values.allSatisfy({ $0 >= -negligible }) else {
            throw .notACovariance(reason: "an eigenvalue is below zero")
        }
        let scales = eigen.values.map { $0 > negligible ? $0.squareRoot() : 0 }
        try self.init(
            root: Matrix(rows: matrix.rows, columns: matrix.rows) { eigen.vectors[$0, $1] * scales[$1] })
    }

    /// The number of units, P.
    public var units: Int { root.rows }

    /// The variance of a score.
    public func variance(of unit: Int) -> Double {
        (0..<root.columns).reduce(0) { $0 + root[unit, $1] * root[unit, $1] }
    }

    /// The standard error of the difference of two scores.
    ///
    /// Exactly zero, which says that the difference is known, when its variance is at most 1e-12 of the sum of the
    /// two variances: a unit and its copy, or two units without error.
    public func standardError(of first: Int, minus second: Int) -> Double {
        standardError(
            of: first, minus: second, negligible: 1e-12 * (variance(of: first) + variance(of: second)))
    }

    /// The same where the variances of all scores are at hand.
    func standardError(of first: Int, minus second: Int, variances: [Double]) -> Double {
        standardError(of: first, minus: second, negligible: 1e-12 * (variances[first] + variances[second]))
    }

    private func standardError(of first: Int, minus second: Int, negligible: Double) -> Double {
        let variance = (0..<root.columns).reduce(0.0) { sum, column in
            let difference = root[first, column] - root[second, column]
            return sum + difference * difference
        }
        return variance > negligible ? variance.squareRoot() : 0
    }
}
