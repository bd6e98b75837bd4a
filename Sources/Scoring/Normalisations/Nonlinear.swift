extension Normalisation {
    /// (x / max)^2, or (min / x)^3 where less is better.
    public static let nonlinear = Normalisation(
        MethodDescription(
            id: "nonlinear", title: "as powers of ratios to the best",
            formula: "(x / max)^2; for less is better, (min / x)^3; maximum and minimum of the class",
            domain: "values that are not negative, above zero for less is better, and a best above zero",
            sources: ["kizielewicz2023pymcdm"],
            properties: [
                "keeps the order of values", "does not depend on the unit of measurement",
                "lies in [0, 1] on the class; the best has 1",
            ],
            denied: [
                "neither differences nor ratios between units are kept",
                "the two directions bend differently: changing the direction of an indicator is not symmetric",
            ],
            test: "PymcdmNormalisationTests"),
        scale: { _ in [.notNegative] },
        apply: { (input, _) throws(Failure) in
            let reference = try input.observedReference()
            let best = (input.design.moreIsBetter ? reference.max() : reference.min()) ?? 0
            return try ReferenceDistance.apply(input, reference: best, form: "ratio").map {
                $0.map { input.design.moreIsBetter ? $0 * $0 : $0 * $0 * $0 }
            }
        })
}
