import Foundation

/// The regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 - P(a, x), each computed where it is small.
///
/// Series (Abramowitz & Stegun 1964, 6.5.29) for x < a + 1, continued fraction (6.5.31) by the recurrence of Lentz
/// beyond. The relative error of the smaller of the two is below 1e-12 for shapes up to a million; the number of
/// terms grows with the square root of the shape.
struct IncompleteGamma {
    /// P(a, x): the probability that a gamma variable of shape a and rate 1 is at most x.
    let lower: Double
    /// Q(a, x) = 1 - P(a, x).
    let upper: Double

    /// - Parameters:
    ///   - shape: a > 0.
    ///   - x: at or below zero counts as zero.
    init(shape a: Double, x: Double) {
        guard x > 0, a > 0 else {
            (lower, upper) = (0, 1)
            return
        }
        guard x.isFinite else {
            (lower, upper) = (1, 0)
            return
        }
        let scale = exp(Self.logPrefix(a, x))
        if x < a + 1 {
            var (term, sum, denominator) = (1.0, 1.0, a)
            repeat {
                denominator += 1
                term *= x / denominator
                sum += term
            } while term > 1e-17 * sum
            lower = min(1, scale * sum)
            upper = 1 - lower
        } else {
            // Q = prefix * a / (x + 1 - a - 1 (1 - a) / (x + 3 - a - 2 (2 - a) / ...)).
            let tiny = 1e-300
            var b = x + 1 - a
            var c = 1 / tiny
            var d = 1 / b
            var fraction = d
            var step = 0.0
            var change = 0.0
            repeat {
                step += 1
                let numerator = step * (a - step)
                b += 2
                d = numerator * d + b
                d = 1 / (abs(d) < tiny ? tiny : d)
                c = b + numerator / c
                c = abs(c) < tiny ? tiny : c
                change = d * c
                fraction *= change
            } while abs(change - 1) > 4e-16 && step < 1e6
            upper = min(1, scale * a * fraction)
            lower = 1 - upper
        }
    }

    /// The logarithm of x^a e^-x / Gamma(a + 1).
    ///
    /// For large shapes by the distance of x from a and the correction of Stirling's formula, so that no two
    /// large numbers are subtracted.
    static func logPrefix(_ a: Double, _ x: Double) -> Double {
        guard a >= 10 else { return a * log(x) - x - logGamma(a + 1) }
        let u = (x - a) / a
        return -a * excessOverLogarithm(u) - 0.5 * log(2 * Double.pi * a) - stirlingCorrection(a)
    }
}
