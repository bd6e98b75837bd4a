extension Normalisation {
    /// The value over a reference value, or the difference from it.
    public static let distanceToReference = Normalisation(
        MethodDescription(
            id: "distance-to-reference", title: "against a reference value",
            formula:
                "ratio: x / r; difference: (x - r) / r; range: (x - worst) / (r - worst). For less is better: r / x; (r - x) / r; the same",
            domain:
                "r above zero; ratio: values that are not negative, above zero for less is better; range: r better than the worst of the class",
            sources: ["oecd2008handbook", "becker2022coinr"],
            properties: [
                "does not depend on the unit of measurement",
                "the reference value has 1 (ratio, range) or 0 (difference)",
                "ratio: ratios between units are kept, or turned upside down where less is better",
            ],
            denied: [
                "is not bounded above", "ratio, less is better: is not an affine function of the value",
            ],
            test: "HandbookTable15Tests",
            parameters: [
                MethodParameter(
                    "reference", .word(["mean", "given"]), standard: .word("mean"),
                    meaning: "r: the mean of the class, or the value that the indicator's definition gives"),
                MethodParameter(
                    "form", .word(["ratio", "difference", "range"]), standard: .word("ratio"),
                    meaning:
                        "ratio: x / r; difference: (x - r) / r; range: the share of the way from the worst to r (COINr n_dist2targ)"
                ),
            ]),
        scale: ReferenceDistance.scale,
        apply: { (input, arguments) throws(Failure) in
            let members = try input.observedReference()
            let isMean = arguments.word("reference") == "mean"
            guard let reference = isMean ? mean(members) : input.design.reference else {
                throw .undefined(reason: "it has no reference value")
            }
            guard arguments.word("form") == "range" else {
                return try ReferenceDistance.apply(
                    input, reference: reference, form: arguments.word("form"))
            }
            let goal = reference * input.design.sign
            guard let worst = input.orientedReference.min(), worst < goal else {
                throw .undefined(reason: "its reference value is no better than the worst of the class")
            }
            return input.oriented.map { $0.map { ($0 - worst) / (goal - worst) } }
        })
}
