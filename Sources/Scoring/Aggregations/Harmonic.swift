extension Aggregation {
    /// The reciprocal of the mean reciprocal: closer to the lowest indicator than the geometric mean.
    public static let harmonic = Aggregation(
        MethodDescription(
            id: "harmonic", title: "harmonic mean", formula: "1 / (sum of w(k) / x(i,k))",
            domain: "values above zero", sources: ["bullen2003means"],
            properties: [
                "strictly increasing in every indicator with a weight",
                "multiplying all indicators by one constant multiplies the score by it",
                "never above the geometric mean",
            ],
            denied: [
                "ranks change when a single indicator is multiplied by a constant, or all are moved by one"
            ],
            compensation:
                "partial, less than under the geometric mean: the rate w(m) x(k)^2 / (w(k) x(m)^2) falls with the square as an indicator falls",
            test: "QuasiArithmeticTests, COINrASEMTests"),
        requirements: { _ in [.positive("a harmonic mean")] },
        yields: { $0.intersection([.positive, .notNegative]) },
        rule: .quasiArithmetic { _ in
            QuasiArithmeticMean(
                forward: { $0 > 0 ? 1 / $0 : nil }, inverse: { 1 / $0 }, domain: "values above zero")
        })
}
