import Foundation

/// The gamma distribution with density proportional to x^(shape - 1) e^(-rate x) on x > 0.
public struct GammaDistribution: Equatable, Sendable {
    public let shape: Double
    /// The reciprocal of the scale.
    public let rate: Double

    /// Nil unless both parameters are above zero and finite.
    public init?(shape: Double, rate: Double) {
        guard shape > 0, rate > 0, shape.isFinite, rate.isFinite else { return nil }
        self.shape = shape
        self.rate = rate
    }

    public var mean: Double { shape / rate }

    /// The expectation of the logarithm: psi(shape) - log(rate).
    public var meanOfLogarithm: Double { digamma(shape) - log(rate) }

    /// The variance of the logarithm: psi'(shape), whatever the rate.
    public var varianceOfLogarithm: Double { trigamma(shape) }

    /// The probability of a value at most x; 0 for x at or below zero. Relative error below 1e-12.
    public func cumulative(_ x: Double) -> Double { IncompleteGamma(shape: shape, x: rate * x).lower }

    /// The probability of a value above x; 1 for x at or below zero. Relative error below 1e-12.
    public func survival(_ x: Double) -> Double { IncompleteGamma(shape: shape, x: rate * x).upper }

    /// The value that is not exceeded with this probability; nil unless 0 <= probability < 1.
    ///
    /// Newton's method on the logarithm of the smaller tail against log x, kept inside a bracket. Relative error
    /// below 1e-11, but 0 where the quantile is below the smallest double (small shapes).
    public func quantile(_ probability: Double) -> Double? {
        guard probability >= 0, probability < 1 else { return nil }
        guard probability > 0 else { return 0 }
        let inLowerTail = probability <= 0.5
        let target = log(inLowerTail ? probability : 1 - probability)
        // t = log(rate x); P(t) rises from 0 to 1. The lower tail is at most e^(a t) / Gamma(a + 1).
        var low = (log(probability) + logGamma(shape + 1)) / shape
        guard low > -700 else { return 0 }
        var high = log(shape + 40 * (1 + shape.squareRoot()))
        while IncompleteGamma(shape: shape, x: exp(high)).lower < probability { high += 1 }
        low = min(low, high)
        var t = inLowerTail ? low : log(shape)
        if !(low < t && t < high) { t = low + (high - low) / 2 }
        for _ in 0..<200 {
            let x = exp(t)
            let tails = IncompleteGamma(shape: shape, x: x)
            let tail = inLowerTail ? tails.lower : tails.upper
            let error = (tail > 0 ? log(tail) : -1e4) - target
            if (error < 0) == inLowerTail { low = t } else { high = t }
            // d P / dt = x^a e^-x / Gamma(a).
            let density = exp(IncompleteGamma.logPrefix(shape, x)) * shape
            let step = (inLowerTail ? 1 : -1) * error * tail / density
            var next = t - step
            if !(next > low && next < high) { next = low + (high - low) / 2 }
            if abs(next - t) <= 1e-15 * max(1, abs(t)) { break }
            t = next
        }
        return exp(t) / rate
    }
}
