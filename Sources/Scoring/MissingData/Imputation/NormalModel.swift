internal import LinearAlgebra

/// A multivariate normal distribution of K indicators.
struct NormalModel: Equatable {
    /// K.
    let mean: [Double]
    /// K x K, symmetric.
    let covariance: Matrix

    /// The distribution of the other indicators given some.
    ///
    /// - Parameter observed: ascending indices of the given ones; may be empty.
    /// - Returns: nil when the given indicators depend on one another to working precision.
    func conditional(on observed: [Int]) -> ConditionalNormal? {
        let given = Set(observed)
        let missing = mean.indices.filter { !given.contains($0) }
        guard
            let factor = CholeskyFactor(
                of: Matrix(rows: observed.count, columns: observed.count) {
                    covariance[observed[$0], observed[$1]]
                })
        else { return nil }
        let slopes = missing.map { target in factor.solve(observed.map { covariance[$0, target] }) }
        let intercepts = zip(missing, slopes).map { target, slopes in
            zip(observed, slopes).reduce(mean[target]) { $0 - $1.1 * mean[$1.0] }
        }
        var residual = Matrix(rows: missing.count, columns: missing.count)
        for row in missing.indices {
            for column in 0...row {
                let explained = zip(observed, slopes[column]).reduce(0) {
                    $0 + $1.1 * covariance[missing[row], $1.0]
                }
                residual[row, column] = covariance[missing[row], missing[column]] - explained
                residual[column, row] = residual[row, column]
            }
        }
        return ConditionalNormal(
            observed: observed, missing: missing, intercepts: intercepts, slopes: slopes, covariance: residual
        )
    }
}

/// The regression of missing indicators on observed ones, with what it leaves unexplained.
struct ConditionalNormal: Equatable {
    let observed: [Int]
    let missing: [Int]
    /// One a missing indicator.
    let intercepts: [Double]
    /// A row a missing indicator, a column an observed one.
    let slopes: [[Double]]
    /// Of the missing indicators, given the observed ones.
    let covariance: Matrix

    /// The expected values of the missing indicators.
    ///
    /// - Parameter values: of the observed indicators, in their order.
    func expectation(given values: [Double]) -> [Double] {
        zip(intercepts, slopes).map { intercept, slopes in
            zip(slopes, values).reduce(intercept) { $0 + $1.0 * $1.1 }
        }
    }
}
