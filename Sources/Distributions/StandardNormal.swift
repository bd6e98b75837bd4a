import Foundation

/// The standard normal distribution.
public enum StandardNormal {
    /// The probability of a value at most z. Relative error below 1e-12 for z above -38, where it reaches zero.
    public static func cumulative(_ z: Double) -> Double { 0.5 * erfc(-z / 2.0.squareRoot()) }

    /// The value that is not exceeded with this probability; nil unless 0 < probability < 1.
    ///
    /// A rational start (Abramowitz & Stegun 1964, 26.2.23) and steps of Halley's method. Relative error below 1e-12
    /// of the quantile of the double nearest to the probability; antisymmetric about 1/2.
    public static func quantile(_ probability: Double) -> Double? {
        guard probability > 0, probability < 1 else { return nil }
        guard probability != 0.5 else { return 0 }
        let tail = min(probability, 1 - probability)
        let t = (-2 * log(tail)).squareRoot()
        let numerator = 2.515517 + t * (0.802853 + t * 0.010328)
        let denominator = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
        var z = numerator / denominator - t
        for _ in 0..<4 {
            // (Phi(z) - tail) / phi(z), with the tail taken out of the exponential so that nothing underflows.
            let ratio = cumulative(z) / tail - 1
            let step = ratio * exp(log(tail) + z * z / 2) * (2 * Double.pi).squareRoot()
            z -= step / (1 + z * step / 2)
        }
        return probability < 0.5 ? z : -z
    }
}
