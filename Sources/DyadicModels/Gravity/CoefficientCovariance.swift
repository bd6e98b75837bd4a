public import Dyads
public import LinearAlgebra

/// The covariance of estimated coefficients.
public struct CoefficientCovariance: Equatable, Sendable {
    /// q x q, in the order of the kept columns; positive semi-definite.
    public let matrix: Matrix
    /// What was estimated before negative eigenvalues were set to zero; it exceeds `matrix` in no direction.
    public let unclipped: Matrix
    /// Negative eigenvalues that were set to zero, in units of the model-based variance; empty for most data.
    public let clippedEigenvalues: [Double]

    /// q standard errors.
    public var standardErrors: [Double] { (0..<matrix.rows).map { max(0, matrix[$0, $0]).squareRoot() } }

    /// The variance of the combination g'b of the coefficients.
    public func variance(of combination: [Double]) -> Double {
        max(0, zip(combination, matrix.times(combination)).reduce(0) { $0 + $1.0 * $1.1 })
    }
}

extension PoissonPseudoMaximumLikelihood {
    /// The heteroskedasticity-robust covariance B (sum x x' e^2) B with B = (X'WX)^-1, W = diag(mu), e = y - mu
    /// (Eicker 1967, Huber 1967, White 1980). No small-sample factor (HC0).
    ///
    /// - Throws: `PoissonFailure.singular`.
    public func robustCovariance() throws(PoissonFailure) -> CoefficientCovariance {
        try sandwich(meat: design.crossProduct(weights: residuals.map { $0 * $0 }))
    }

    /// The dyadic-robust covariance: observations whose dyads share a state are correlated in any way, those of one
    /// dyad in different years included (Fafchamps & Gubert 2007; Aronow, Samii & Assenova 2015).
    ///
    /// B (sum over pairs of observations i, j that share a state of x_i e_i e_j x_j') B, which is summed as
    /// (sum over states of u u') - (sum over dyads of u u') with u the sum of x e over the observations of the state
    /// or dyad: a pair of one dyad is in two states. No small-sample factor. The sum is not positive semi-definite
    /// of necessity, least of all with few states (Cameron & Miller 2014): then its negative eigenvalues, taken
    /// relative to the model-based covariance so that units of columns do not matter, are set to zero and
    /// reported. Standard errors from few states are too small on average.
    ///
    /// - Parameter dyads: one an observation, in the order in which the model was fitted.
    /// - Throws: `PoissonFailure.singular`.
    public func dyadicRobustCovariance(dyads: [Dyad]) throws(PoissonFailure) -> CoefficientCovariance {
        precondition(dyads.count == fitted.count, "one dyad an observation is needed")
        let used = usedObservations.map { dyads[$0] }
        let states = Set(used.flatMap { [$0.first, $0.second] }).sorted()
        let pairs = Set(used).sorted()
        let rowOfState = Dictionary(uniqueKeysWithValues: states.enumerated().map { ($1, $0) })
        let rowOfPair = Dictionary(uniqueKeysWithValues: pairs.enumerated().map { ($1, states.count + $0) })
        let q = design.columns
        var scores = [Double](repeating: 0, count: (states.count + pairs.count) * q)
        for (position, dyad) in used.enumerated() {
            for row in [rowOfState[dyad.first], rowOfState[dyad.second], rowOfPair[dyad]].compactMap(\.self) {
                for column in 0..<q {
                    scores[row * q + column] += design[position, column] * residuals[position]
                }
            }
        }
        return try sandwich(
            meat: Matrix(rows: states.count + pairs.count, columns: q, elements: scores)
                .crossProduct(weights: states.map { _ in 1 } + pairs.map { _ in -1 }))
    }

    /// B M B, with the negative eigenvalues of L'ML set to zero, where B = LL'.
    private func sandwich(meat: Matrix) throws(PoissonFailure) -> CoefficientCovariance {
        let q = design.columns
        let information = design.crossProduct(weights: means)
        let scales = (0..<q).map { information[$0, $0].squareRoot() }
        guard scales.allSatisfy({ $0 > 0 && $0.isFinite }) else { throw .singular }
        func scaled(_ matrix: Matrix) -> Matrix {
            Matrix(rows: q, columns: q) { matrix[$0, $1] / (scales[$0] * scales[$1]) }
        }
        guard let bread = CholeskyFactor(of: scaled(information)),
            let root = CholeskyFactor(of: bread.inverse)?.lower,
            let eigen = try? SymmetricEigen(of: root.transposed.times(scaled(meat)).times(root))
        else { throw .singular }
        let rounding = eigen.values.reduce(0) { max($0, abs($1)) } * 1e-10
        let half = root.times(eigen.vectors)
        let kept = Matrix(rows: q, columns: q) { half[$0, $1] * max(0, eigen.values[$1]).squareRoot() }
        let inverse = bread.inverse
        return CoefficientCovariance(
            matrix: scaled(kept.transposed.crossProduct()),
            unclipped: scaled(inverse.times(scaled(meat)).times(inverse)),
            clippedEigenvalues: eigen.values.filter { $0 < -rounding })
    }
}
