import Foundation

/// The digamma function psi(x), the derivative of log Gamma, for x > 0.
///
/// Recurrence up to 10, then the asymptotic series (Abramowitz & Stegun 1964, 6.3.5 and 6.3.18). Absolute error of
/// the order of 1e-15 times the largest term; near its zero at 1.4616 the relative error is therefore larger.
public func digamma(_ x: Double) -> Double {
    precondition(x > 0, "the argument must be above zero")
    var (shifted, result) = (x, 0.0)
    while shifted < 10 {
        result -= 1 / shifted
        shifted += 1
    }
    let square = 1 / (shifted * shifted)
    let series = Bernoulli.series(in: square) { $0 } * square
    return result + log(shifted) - 0.5 / shifted - series
}

/// The trigamma function psi'(x), for x > 0: the variance of the logarithm of a gamma variable of shape x.
///
/// Recurrence up to 10, then the asymptotic series (Abramowitz & Stegun 1964, 6.4.6 and 6.4.12). Relative error of
/// the order of 1e-15.
public func trigamma(_ x: Double) -> Double {
    precondition(x > 0, "the argument must be above zero")
    var (shifted, result) = (x, 0.0)
    while shifted < 10 {
        result += 1 / (shifted * shifted)
        shifted += 1
    }
    let square = 1 / (shifted * shifted)
    let series = Bernoulli.series(in: square) { _ in 1 } * square / shifted
    return result + 1 / shifted + 0.5 * square + series
}
