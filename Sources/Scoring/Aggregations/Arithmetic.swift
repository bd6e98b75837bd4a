extension Aggregation {
    /// The weighted sum: a deficit in one indicator is made up by the same surplus in another, at a constant rate.
    public static let arithmetic = Aggregation(
        MethodDescription(
            id: "arithmetic", title: "arithmetic mean", formula: "sum of w(k) x(i,k)", domain: "any values",
            sources: ["oecd2008handbook"],
            properties: [
                "strictly increasing in every indicator with a weight",
                "nested means with products of weights are one mean",
                "ranks do not change when an indicator is moved by a constant",
                "the weighted sum model (WSM); up to a constant, on their own normalisations, also MOORA, ARAS, MABAC, MAIRCA, MARCOS and SPOTIS",
            ],
            denied: ["does not punish imbalance"],
            compensation: "full, at the constant rate w(k) / w(m)",
            test: "CompositeIndexTests, COINrASEMTests, MethodsThatAreMeansTests"),
        yields: { $0.intersection([.positive, .positiveByData, .notNegative, .interval, .ratio]) },
        rule: .quasiArithmetic { _ in
            QuasiArithmeticMean(
                forward: { $0 }, inverse: { $0 }, domain: "any values", isIdentity: true)
        })
}
