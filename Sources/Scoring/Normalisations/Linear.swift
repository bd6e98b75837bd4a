extension Normalisation {
    /// x / max, or min / x where less is better.
    public static let linear = Normalisation(
        MethodDescription(
            id: "linear", title: "as ratios to the best",
            formula: "x / max; for less is better, min / x; maximum and minimum of the class",
            domain: "values above zero", sources: ["kizielewicz2023pymcdm"],
            properties: [
                "does not depend on the unit of measurement", "lies in (0, 1] on the class; the best has 1",
                "ratios between units are kept, or turned upside down where less is better",
                "the same as distance-to-best in ratio form, on a smaller domain",
            ],
            denied: ["less is better: is not an affine function of the value, despite the name"],
            test: "PymcdmNormalisationTests"),
        scale: { _ in [.positive, .notNegative, .ratio] },
        apply: { (input, _) throws(Failure) in
            let reference = try input.observedReference()
            try input.require({ $0 > 0 }, because: "ratios to the best need values above zero")
            let best = (input.design.moreIsBetter ? reference.max() : reference.min()) ?? 0
            return try ReferenceDistance.apply(input, reference: best, form: "ratio")
        })
}
