extension Normalisation {
    /// The value over the worst of the class, or the difference from it.
    public static let distanceToWorst = Normalisation(
        MethodDescription(
            id: "distance-to-worst", title: "against the worst",
            formula:
                "ratio: x / worst; difference: (x - worst) / worst. For less is better: worst / x; (worst - x) / worst",
            domain:
                "a worst value of the class above zero; ratio: values that are not negative, above zero for less is better",
            sources: ["oecd2008handbook"],
            properties: [
                "does not depend on the unit of measurement",
                "the worst of the class has 1 (ratio) or 0 (difference)",
                "ratio: ratios between units are kept, or turned upside down where less is better",
            ],
            denied: [
                "is not defined if the worst value is zero, as it often is among counts",
                "ratio, less is better: is not an affine function of the value",
            ],
            test: "HandbookTable15Tests", parameters: [ReferenceDistance.parameter]),
        scale: {
            $0.word("form") == "ratio" ? [.positive, .notNegative, .ratio] : [.notNegative, .interval]
        },
        apply: { (input, arguments) throws(Failure) in
            let reference = try input.observedReference()
            let worst = (input.design.moreIsBetter ? reference.min() : reference.max()) ?? 0
            return try ReferenceDistance.apply(input, reference: worst, form: arguments.word("form"))
        })
}
