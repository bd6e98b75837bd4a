extension Normalisation {
    /// x over the Euclidean length of the class's column; one minus that where less is better.
    public static let vectorLength = Normalisation(
        MethodDescription(
            id: "vector", title: "over the length of the column",
            formula: "x / (sum of x^2)^(1/2), the sum over the class; for less is better, one minus that",
            domain: "a class with a value other than zero", sources: ["kizielewicz2023pymcdm"],
            properties: [
                "an affine function of the value", "does not depend on the unit of measurement",
                "lies in [0, 1] on a class without negative values",
            ],
            denied: ["is negative for negative values", "shrinks as the class grows"],
            test: "PymcdmNormalisationTests"),
        scale: { _ in [.interval] },
        apply: { (input, _) throws(Failure) in
            let reference = try input.observedReference()
            // Over the largest first, so that squares neither overflow nor vanish.
            let largest = reference.map(abs).max() ?? 0
            guard largest > 0 else {
                throw .undefined(reason: "every value of the class is zero, so its column has no length")
            }
            let length = reference.reduce(0) { $0 + ($1 / largest) * ($1 / largest) }.squareRoot()
            return input.column.map {
                $0.map { value in
                    let share = value / largest / length
                    return input.design.moreIsBetter ? share : 1 - share
                }
            }
        })
}
