import DyadicModels
import Dyads
import LinearAlgebra

/// Variances of the effects of states and of dyads in numbers c + u(i) + u(j) + v(ij), by fitting constants.
///
/// The estimator of `SourceDisagreement`, which gives the formulas.
struct TwoWayVariance {
    let states: Int
    let degreesOfFreedom: Int
    let mean: Double
    let variance: Double
    let stateVariance: Double
    let dyadVariance: Double

    /// - Throws: `Absence` with fewer than two numbers, or one that is not finite.
    init(_ numbers: [(dyad: Dyad, value: Double)]) throws(Absence) {
        guard numbers.count >= 2 else { throw Absence("a variance needs two numbers") }
        let codes = Set(numbers.flatMap { [$0.dyad.first, $0.dyad.second] }).sorted()
        let count = Double(numbers.count)
        let mean = numbers.reduce(0) { $0 + $1.value / count }
        let centred = numbers.map { $0.value - mean }
        let total = centred.reduce(0) { $0 + $1 * $1 }
        let incidence = Matrix(rows: numbers.count, columns: codes.count) {
            numbers[$0].dyad.includes(codes[$1]) ? 1 : 0
        }
        // Half of every column sums to a column of ones: the constant is in the span, and centring changes nothing.
        let factors: PivotedQR
        do {
            factors = try PivotedQR(of: incidence)
        } catch {
            throw Absence(error.description)
        }
        let effects = factors.leastSquares(centred)
        let left = centred.indices.reduce(0.0) { sum, row in
            let fitted = codes.indices.reduce(0.0) { $0 + incidence[row, $1] * effects[$1] }
            return sum + (centred[row] - fitted) * (centred[row] - fitted)
        }
        let degrees = codes.map { code in Double(numbers.count { $0.dyad.includes(code) }) }
        let spread = 2 * count - degrees.reduce(0) { $0 + $1 * $1 } / count
        guard total.isFinite else { throw Absence("a number is not finite") }
        states = codes.count
        degreesOfFreedom = numbers.count - factors.rank
        self.mean = mean
        variance = total / (count - 1)
        var (ofStates, ofDyads) = (0.0, variance)
        if degreesOfFreedom > 0, spread > 1e-9 * count {
            let dyadMean = left / Double(degreesOfFreedom)
            let stateMean = (total - (count - 1) * dyadMean) / spread
            if stateMean > 0 { (ofStates, ofDyads) = (stateMean, dyadMean) }
        }
        (stateVariance, dyadVariance) = (ofStates, ofDyads)
    }
}
