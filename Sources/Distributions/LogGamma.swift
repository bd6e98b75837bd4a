import Foundation

/// The logarithm of the gamma function at x > 0.
func logGamma(_ x: Double) -> Double { lgamma(x) }

/// u - log(1 + u) for u > -1, without the cancellation near zero.
///
/// For |u| below 0.4 by the series of log((1 + r) / (1 - r)) with r = u / (2 + u); relative error of the order of
/// 1e-15.
func excessOverLogarithm(_ u: Double) -> Double {
    guard abs(u) < 0.4 else { return u - log1p(u) }
    let r = u / (2 + u)
    // log(1 + u) = 2 (r + r^3/3 + r^5/5 + ...), and u - 2 r = r u.
    let square = r * r
    var (power, sum, order) = (r * square, 0.0, 3.0)
    while abs(power) > 1e-18 * abs(r) {
        sum += power / order
        power *= square
        order += 2
    }
    return r * u - 2 * sum
}

/// log Gamma(a) - [(a - 1/2) log a - a + log(2 pi) / 2], the correction of Stirling's formula, for a >= 10.
///
/// Asymptotic series (Abramowitz & Stegun 1964, 6.1.41) to the term in a^-13; error below 1e-15.
func stirlingCorrection(_ a: Double) -> Double {
    Bernoulli.series(in: 1 / (a * a)) { order in order * (order - 1) } / a
}

/// The Bernoulli numbers of even order, as the asymptotic series of log Gamma and its derivatives need them.
enum Bernoulli {
    /// B_2, B_4, ..., B_14.
    private static let even: [Double] = [
        Double(1) / 6, Double(-1) / 30, Double(1) / 42, Double(-1) / 30, Double(5) / 66, Double(-691) / 2730,
        Double(7) / 6,
    ]

    /// B_2 / d(2) + B_4 x / d(4) + ... + B_14 x^6 / d(14).
    static func series(in x: Double, divisor: (_ order: Double) -> Double) -> Double {
        var sum = 0.0
        for index in even.indices.reversed() { sum = sum * x + even[index] / divisor(Double(2 * index + 2)) }
        return sum
    }
}
