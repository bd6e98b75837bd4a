import Foundation

/// The regularised incomplete beta function I_x(a, b) and its complement, each computed where it is small.
///
/// Continued fraction (Abramowitz & Stegun 1964, 26.5.8) by the recurrence of Lentz for x below (a + 1) / (a + b +
/// 2), and the symmetry I_x(a, b) = 1 - I_{1-x}(b, a) beyond. The relative error of the smaller of the two is below
/// 1e-11 for parameters up to a million.
struct IncompleteBeta {
    /// I_x(a, b): the probability that a beta variable is at most x.
    let lower: Double
    /// 1 - I_x(a, b).
    let upper: Double

    /// - Parameters:
    ///   - a, b: above zero.
    ///   - x: in 0 ... 1.
    ///   - complement: 1 - x, given apart because the difference may have lost its digits.
    init(a: Double, b: Double, x: Double, complement: Double) {
        guard x > 0, complement > 0 else {
            (lower, upper) = x > 0 ? (1, 0) : (0, 1)
            return
        }
        let logX = complement < 0.5 ? log1p(-complement) : log(x)
        let logComplement = x < 0.5 ? log1p(-x) : log(complement)
        let scale = exp(a * logX + b * logComplement - Self.logBeta(a, b))
        if x < (a + 1) / (a + b + 2) {
            lower = min(1, scale * Self.continuedFraction(a, b, x) / a)
            upper = 1 - lower
        } else {
            upper = min(1, scale * Self.continuedFraction(b, a, complement) / b)
            lower = 1 - upper
        }
    }

    /// log Gamma(a) + log Gamma(b) - log Gamma(a + b).
    ///
    /// With a large parameter by Stirling's formula, so that no two large numbers are subtracted.
    static func logBeta(_ a: Double, _ b: Double) -> Double {
        let (small, large) = (min(a, b), max(a, b))
        guard large >= 10 else { return logGamma(a) + logGamma(b) - logGamma(a + b) }
        let sum = large + small
        let growth =
            (large - 0.5) * log1p(small / large) + small * log(sum) - small + stirlingCorrection(sum)
            - stirlingCorrection(large)
        return logGamma(small) - growth
    }

    /// 1 / (1 + d1 / (1 + d2 / (1 + ...))) of 26.5.8.
    private static func continuedFraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
        let tiny = 1e-300
        func away(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
        var c = 1.0
        var d = 1 / away(1 - (a + b) * x / (a + 1))
        var fraction = d
        var m = 0.0
        var change = 0.0
        repeat {
            m += 1
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / away(1 + even * d)
            c = away(1 + even / c)
            fraction *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / away(1 + odd * d)
            c = away(1 + odd / c)
            change = d * c
            fraction *= change
        } while abs(change - 1) > 4e-16 && m < 1e5
        return fraction
    }
}
