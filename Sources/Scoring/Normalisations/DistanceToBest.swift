extension Normalisation {
    /// The value over the best of the class, or the difference from it.
    public static let distanceToBest = Normalisation(
        MethodDescription(
            id: "distance-to-best", title: "against the best",
            formula:
                "ratio: x / best; difference: (x - best) / best; range: 1 - (best - x) / (best - worst). For less is better: best / x; (best - x) / best; the same",
            domain:
                "ratio: values that are not negative, above zero for less is better, and a best above zero; difference: a best above zero; range: a class with two different values",
            sources: ["oecd2008handbook", "becker2022coinr"],
            properties: [
                "does not depend on the unit of measurement",
                "the best of the class has 1 (ratio, range) or 0 (difference)",
                "ratio: ratios between units are kept, or turned upside down where less is better",
                "range: the same as min-max onto [0, 1]",
            ],
            denied: [
                "one extreme best value sets the scale of all others",
                "ratio, less is better: is not an affine function of the value",
            ],
            test: "HandbookTable15Tests, COINrNormalisationTests",
            parameters: [
                MethodParameter(
                    "form", .word(["ratio", "difference", "range"]), standard: .word("ratio"),
                    meaning:
                        "ratio: x / best (COINr n_fracmax); difference: (x - best) / best; range: in shares of the range (COINr n_dist2max)"
                )
            ]),
        scale: ReferenceDistance.scale,
        apply: { (input, arguments) throws(Failure) in
            guard arguments.word("form") == "range" else {
                let reference = try input.observedReference()
                let best = (input.design.moreIsBetter ? reference.max() : reference.min()) ?? 0
                return try ReferenceDistance.apply(input, reference: best, form: arguments.word("form"))
            }
            let reference = try input.varyingReference()
            let (worst, best) = (reference.min() ?? 0, reference.max() ?? 0)
            return input.oriented.map { $0.map { 1 - (best - $0) / (best - worst) } }
        })
}
