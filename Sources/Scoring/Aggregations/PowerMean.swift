import Foundation

extension Aggregation {
    /// (sum of w x^p)^(1/p): one family that holds the harmonic (-1), geometric (0), arithmetic (1) and
    /// quadratic (2) means.
    public static let power = Aggregation(
        MethodDescription(
            id: "power", title: "power mean",
            formula: "(sum of w(k) x(i,k)^p)^(1/p); for p = 0 exp(sum of w(k) ln x(i,k))",
            domain: "values above zero for p <= 0, zero or above for p > 0, whose powers stay finite",
            sources: ["bullen2003means", "oecd2008handbook"],
            properties: [
                "strictly increasing in every indicator with a weight",
                "increasing in p for a unit whose values differ",
                "p of -1, 0 and 1 give the harmonic, geometric and arithmetic mean",
                "multiplying all indicators by one constant multiplies the score by it",
            ],
            denied: [
                "ranks change when all indicators are moved by a constant, unless p is 1",
                "for p > 1 imbalance is rewarded",
            ],
            compensation:
                "the rate w(m) x(m)^(p-1) / (w(k) x(k)^(p-1)): partial for p < 1, full at p = 1, and more than full for p > 1",
            test: "QuasiArithmeticTests, COINrASEMTests",
            parameters: [
                MethodParameter("exponent", .number(-20...20), meaning: "the power p, any real number")
            ]),
        requirements: { arguments in
            arguments.number("exponent") <= 0
                ? [.positive("a power mean with an exponent of zero or below")]
                : [
                    Requirement(
                        .values(.notNegative),
                        because: "a power of a negative value is not defined for every exponent")
                ]
        },
        yields: { $0.intersection([.positive, .positiveByData, .notNegative]) },
        rule: .quasiArithmetic { arguments in mean(ofPower: arguments.number("exponent")) })

    private static func mean(ofPower exponent: Double) -> QuasiArithmeticMean {
        guard exponent != 0 else {
            return QuasiArithmeticMean(
                forward: { $0 > 0 ? log($0) : nil }, inverse: { exp($0) }, domain: "values above zero")
        }
        guard abs(exponent) >= smallExponent else { return mean(ofSmallPower: exponent) }
        return QuasiArithmeticMean(
            forward: { value in
                if value == 0 { return exponent > 0 ? 0 : nil }
                guard value > 0 else { return nil }
                let power = pow(value, exponent)
                // A power that is lost below the smallest number would come back as an infinite mean.
                return power > 0 && power.isFinite ? power : nil
            },
            inverse: { pow($0, 1 / exponent) },
            domain: "values \(exponent > 0 ? "of zero or above" : "above zero") whose powers stay finite")
    }

    /// Below this powers are so near one that their mean loses too many digits.
    private static let smallExponent = 1e-6

    /// x^p - 1 in place of x^p: the same mean, since weights sum to one, without what cancels near p = 0.
    private static func mean(ofSmallPower exponent: Double) -> QuasiArithmeticMean {
        QuasiArithmeticMean(
            forward: { value in
                guard value > 0 || (value == 0 && exponent > 0) else { return nil }
                return expm1(exponent * log(value))
            },
            inverse: { exp(log1p($0) / exponent) },
            domain: "values \(exponent > 0 ? "of zero or above" : "above zero")")
    }
}
