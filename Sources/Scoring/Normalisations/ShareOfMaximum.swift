extension Normalisation {
    /// x / max, or 1 - x / max where less is better.
    public static let shareOfMaximum = Normalisation(
        MethodDescription(
            id: "max", title: "as shares of the maximum",
            formula: "x / max; for less is better, 1 - x / max; the maximum of the class",
            domain: "values that are not negative, and a maximum above zero",
            sources: ["kizielewicz2023pymcdm"],
            properties: [
                "an affine function of the value", "does not depend on the unit of measurement",
                "lies in [0, 1] on the class",
            ],
            denied: [
                "less is better: ratios between units are not kept, and the best need not have 1",
                "one extreme value sets the scale of all others",
            ],
            test: "PymcdmNormalisationTests"),
        scale: { _ in [.notNegative, .interval] },
        apply: { (input, _) throws(Failure) in
            let reference = try input.observedReference()
            try input.require({ $0 >= 0 }, because: "shares of a maximum need values that are not negative")
            guard let maximum = reference.max(), maximum > 0 else {
                throw .undefined(reason: "the maximum of the class is zero")
            }
            return input.column.map {
                $0.map { input.design.moreIsBetter ? $0 / maximum : 1 - $0 / maximum }
            }
        })
}
