import Foundation

/// Student's t distribution with density proportional to (1 + t^2 / n)^(-(n + 1) / 2), n degrees of freedom.
public struct StudentT: Equatable, Sendable {
    /// Above zero; need not be whole.
    public let degreesOfFreedom: Double

    /// Nil unless the degrees of freedom are above zero and at most a million.
    public init?(degreesOfFreedom: Double) {
        guard degreesOfFreedom > 0, degreesOfFreedom <= 1e6 else { return nil }
        self.degreesOfFreedom = degreesOfFreedom
    }

    /// The probability of a value at most t: I_{n / (n + t^2)}(n / 2, 1 / 2) / 2 for t below zero (Abramowitz &
    /// Stegun 1964, 26.7.1). Relative error below 1e-10.
    public func cumulative(_ t: Double) -> Double { t < 0 ? tail(-t) : 1 - tail(t) }

    /// The probability of a value above t. Relative error below 1e-10.
    public func survival(_ t: Double) -> Double { cumulative(-t) }

    /// The value that is not exceeded with this probability; nil unless 0 < probability < 1.
    ///
    /// Newton's method on the logarithm of the smaller tail against log t, kept inside a bracket. Relative error
    /// below 1e-9 of the quantile of the double nearest to the probability; antisymmetric about 1/2. Quantiles
    /// beyond +-1e300, which few degrees of freedom have, are +-1e300.
    public func quantile(_ probability: Double) -> Double? {
        guard probability > 0, probability < 1 else { return nil }
        guard probability != 0.5 else { return 0 }
        let target = min(probability, 1 - probability)
        var (low, high) = (log(1e-18), log(1e300))
        var u = 0.0
        for _ in 0..<200 {
            let t = exp(u)
            let reached = tail(t)
            if reached > target { low = u } else { high = u }
            // d log(tail) / d log t = -t density / tail.
            let step = (log(reached) - log(target)) * reached / (t * density(t))
            var next = u + step
            if !(next > low && next < high) { next = low + (high - low) / 2 }
            if abs(next - u) <= 1e-15 * max(1, abs(u)) { break }
            u = next
        }
        return probability < 0.5 ? -exp(u) : exp(u)
    }

    /// The probability above t, for t at or above zero.
    private func tail(_ t: Double) -> Double {
        let n = degreesOfFreedom
        // x = n / (n + t^2) and 1 - x, without overflow of t^2.
        let ratio = t / n.squareRoot()
        let x = ratio > 1 ? 1 / ratio / (1 / ratio + ratio) : 1 / (1 + ratio * ratio)
        let complement = ratio > 1 ? ratio / (1 / ratio + ratio) : ratio * ratio / (1 + ratio * ratio)
        return 0.5 * IncompleteBeta(a: n / 2, b: 0.5, x: x, complement: complement).lower
    }

    private func density(_ t: Double) -> Double {
        let n = degreesOfFreedom
        let logConstant = -IncompleteBeta.logBeta(n / 2, 0.5) - 0.5 * log(n)
        let ratio = t / n.squareRoot()
        let logKernel = ratio > 1e100 ? 2 * log(ratio) : log1p(ratio * ratio)
        return exp(logConstant - (n + 1) / 2 * logKernel)
    }
}
