extension Normalisation {
    /// x / sum of x, or (1/x) / sum of 1/x where less is better.
    public static let shareOfSum = Normalisation(
        MethodDescription(
            id: "sum", title: "as shares of the sum",
            formula: "x / sum of x; for less is better, (1/x) / sum of 1/x; sums over the class",
            domain: "values above zero", sources: ["kizielewicz2023pymcdm"],
            properties: [
                "does not depend on the unit of measurement", "the class's values sum to one",
                "ratios between units are kept, or turned upside down where less is better",
            ],
            denied: [
                "less is better: is not an affine function of the value",
                "shrinks as the class grows, so that two classes do not compare",
            ],
            test: "PymcdmNormalisationTests"),
        scale: { _ in [.positive, .notNegative, .ratio] },
        apply: { (input, _) throws(Failure) in
            let reference = try input.observedReference()
            try input.require({ $0 > 0 }, because: "shares of a sum need values above zero")
            let isBenefit = input.design.moreIsBetter
            let sum = reference.reduce(0) { $0 + (isBenefit ? $1 : 1 / $1) }
            guard sum.isFinite else {
                throw .undefined(reason: "it needs values whose sums stay finite")
            }
            return input.column.map { $0.map { (isBenefit ? $0 : 1 / $0) / sum } }
        })
}
