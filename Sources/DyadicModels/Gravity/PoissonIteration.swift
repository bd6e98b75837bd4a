import Foundation
import LinearAlgebra

/// Iteratively reweighted least squares for a Poisson mean with logarithmic link (Nelder & Wedderburn 1972).
///
/// Each step is Newton's, which solves X'WX d = X'(y - mu) with W = diag(mu); where X'WX is singular to working precision
/// it regresses eta + (y - mu) / mu on the columns with weights mu, by QR. A step that raises the deviance is halved. The iteration ends when the deviance changes by at most 1e-12 of (deviance + sum of y) *and* no linear
/// predictor by more than 1e-8, which is a bound on the coefficients that does not depend on units; since the
/// steps are Newton's, the error left is of the order of the square of the last one.
struct PoissonIteration {
    let coefficients: [Double]
    let means: [Double]
    let deviance: Double
    let iterations: Int

    init(
        outcome: [Double], design: Matrix, offset: [Double], maximumIterations: Int
    ) throws(PoissonFailure) {
        let total = outcome.reduce(0, +)
        let average = total / Double(outcome.count)
        var eta = outcome.map { log(($0 + average) / 2) }
        var means = eta.map { exp($0) }
        var deviance = Double.infinity
        var current: [Double]?
        for iteration in stride(from: 1, through: maximumIterations, by: 1) {
            var next: [Double]
            if let factor = CholeskyFactor(of: design.crossProduct(weights: means)) {
                // Before the first step eta is not of the columns; the step then leads from zero.
                let score = outcome.indices.map { index in
                    outcome[index] - means[index]
                        + (current == nil ? means[index] * (eta[index] - offset[index]) : 0)
                }
                let step = factor.solve(design.transposedTimes(score))
                next = current.map { zip($0, step).map { $0 + $1 } } ?? step
            } else {
                next = try Self.regression(
                    outcome: outcome, design: design, offset: offset, means: means, eta: eta)
            }
            var state = State(next, outcome: outcome, design: design, offset: offset)
            let slack = 1e-12 * (deviance + total)
            var halvings = 0
            while !(state.deviance <= deviance + slack), let current, halvings < 40 {
                next = zip(current, next).map { ($0 + $1) / 2 }
                state = State(next, outcome: outcome, design: design, offset: offset)
                halvings += 1
            }
            guard state.deviance.isFinite else { throw .notConverged(iterations: iteration) }
            let move = zip(state.eta, eta).reduce(0) { max($0, abs($1.0 - $1.1)) }
            let change = abs(deviance - state.deviance)
            (eta, means, deviance, current) = (state.eta, state.means, state.deviance, next)
            if change <= 1e-12 * (deviance + total), move <= 1e-8 {
                coefficients = next
                self.means = means
                self.deviance = deviance
                iterations = iteration
                return
            }
        }
        throw .notConverged(iterations: maximumIterations)
    }

    /// The coefficients of a weighted regression.
    private static func regression(
        outcome: [Double], design: Matrix, offset: [Double], means: [Double], eta: [Double]
    ) throws(PoissonFailure) -> [Double] {
        let roots = means.map { $0.squareRoot() }
        let weighted = Matrix(rows: design.rows, columns: design.columns) { roots[$0] * design[$0, $1] }
        let working = outcome.indices.map { index in
            let surplus = outcome[index] == 0 ? -1 : (outcome[index] - means[index]) / means[index]
            return roots[index] * (eta[index] - offset[index] + surplus)
        }
        do {
            let factors = try PivotedQR(of: weighted)
            guard factors.rank == design.columns else { throw PoissonFailure.singular }
            return factors.leastSquares(working)
        } catch {
            throw error as? PoissonFailure ?? .notFinite
        }
    }

    /// Linear predictors, means and deviance at some coefficients.
    private struct State {
        let eta: [Double]
        let means: [Double]
        let deviance: Double

        init(_ coefficients: [Double], outcome: [Double], design: Matrix, offset: [Double]) {
            eta = zip(design.times(coefficients), offset).map { $0 + $1 }
            means = eta.map { exp($0) }
            deviance = poissonDeviance(outcome: outcome, means: means)
        }
    }
}

/// 2 sum [y log(y / mu) - (y - mu)], with 0 log 0 = 0.
func poissonDeviance(outcome: [Double], means: [Double]) -> Double {
    2
        * zip(outcome, means).reduce(0) { sum, pair in
            let (y, mean) = pair
            return sum + (y > 0 ? y * log(y / mean) : 0) - (y - mean)
        }
}
