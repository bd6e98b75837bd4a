import Foundation

extension Transform {
    /// (x^lambda - 1) / lambda, and ln x at lambda 0, for x > 0 (Box & Cox 1964, equation 1).
    public static let boxCox = Transform(
        MethodDescription(
            id: "box-cox", title: "Box-Cox powers", formula: "(x^lambda - 1) / lambda; ln(x) if lambda = 0",
            domain: "x > 0", sources: ["boxcox1964"],
            properties: [
                "keeps the order of values, for negative lambda too", "is continuous in lambda at 0",
                "lambda 1 moves all values by one",
            ],
            denied: ["lambda is given, not estimated", "is not defined at zero"], test: "TransformTests",
            parameters: [
                MethodParameter(
                    "lambda", .number(-5...5), meaning: "the power: 1 changes no distance, 0 is the logarithm"
                )
            ]),
        domain: "values above 0, and powers of them that stay finite"
    ) { _, arguments in
        let lambda = arguments.number("lambda")
        return { $0 > 0 ? boxCoxPower($0, lambda: lambda) : nil }
    }
}

/// The Box-Cox power of a value above zero.
///
/// Through expm1, so that a small lambda does not cancel the digits away.
func boxCoxPower(_ value: Double, lambda: Double) -> Double {
    lambda == 0 ? log(value) : expm1(lambda * log(value)) / lambda
}
