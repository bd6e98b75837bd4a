import Foundation

extension Aggregation {
    /// The weighted product: the lower an indicator is, the more of another it takes to make up for it.
    public static let geometric = Aggregation(
        MethodDescription(
            id: "geometric", title: "geometric mean", formula: "exp(sum of w(k) ln x(i,k))",
            domain: "values above zero", sources: ["oecd2008handbook"],
            properties: [
                "strictly increasing in every indicator with a weight",
                "ranks do not change when an indicator is multiplied by a constant",
                "never above the arithmetic mean",
                "the weighted product model (WPM)",
            ],
            denied: ["ranks change when an indicator is moved by a constant"],
            compensation: "partial: the rate x(k) w(m) / (x(m) w(k)) falls as an indicator falls",
            test:
                "CompositeIndexTests, COINrASEMTests, HandbookTable38Tests, MethodsThatAreMeansTests"),
        requirements: { _ in
            [
                Requirement(
                    .values(.positive),
                    because:
                        "a geometric mean needs values above zero; use min-max onto a range that begins above zero, as [1, 100] does"
                )
            ]
        },
        yields: { $0.intersection([.positive, .notNegative]) },
        rule: .quasiArithmetic { _ in
            QuasiArithmeticMean(
                forward: { $0 > 0 ? log($0) : nil }, inverse: { exp($0) }, domain: "values above zero")
        })
}
