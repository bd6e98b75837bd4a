extension Normalisation {
    /// 1 above the mean of the class by more than a share, -1 below it by more than that, 0 between.
    public static let aboveBelowMean = Normalisation(
        MethodDescription(
            id: "above-below-mean", title: "as above, near or below the mean",
            formula:
                "1 if x / mean > 1 + p, -1 if x / mean < 1 - p, else 0; the sign changes for less is better",
            domain: "a class with a mean above zero", sources: ["oecd2008handbook"],
            properties: ["keeps the order, up to ties", "does not depend on the unit of measurement"],
            denied: [
                "differences between values are lost", "depends on where the zero of the indicator is",
                "a class whose values are all near their mean scores 0 throughout",
            ],
            test: "HandbookTable15Tests",
            parameters: [
                MethodParameter(
                    "threshold", .number(0...1), standard: .number(0.2),
                    meaning: "p, the share of the mean that counts as near it")
            ]),
        scale: { _ in [] },
        apply: { (input, arguments) throws(Failure) in
            let centre = mean(try input.observedReference())
            guard centre > 0 else { throw .undefined(reason: "shares of a mean need a mean above zero") }
            let threshold = arguments.number("threshold")
            return input.column.map {
                $0.map { value in
                    let ratio = value / centre
                    let side: Double = ratio > 1 + threshold ? 1 : ratio < 1 - threshold ? -1 : 0
                    return side == 0 ? 0 : side * input.design.sign
                }
            }
        })
}
