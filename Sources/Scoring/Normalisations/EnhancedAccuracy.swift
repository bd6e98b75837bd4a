extension Normalisation {
    /// One minus the distance from the best over the sum of all such distances.
    public static let enhancedAccuracy = Normalisation(
        MethodDescription(
            id: "enhanced-accuracy", title: "by distance from the best over the sum of distances",
            formula:
                "1 - (max - x) / sum of (max - x); for less is better, 1 - (x - min) / sum of (x - min); over the class",
            domain: "a class with at least two different values", sources: ["kizielewicz2023pymcdm"],
            properties: [
                "an affine function of the value", "does not depend on the unit or the zero of measurement",
                "lies in [0, 1] on the class; the best has 1",
            ],
            denied: ["tends to 1 for all units as the class grows"], test: "PymcdmNormalisationTests"),
        scale: { _ in [.notNegative, .interval] },
        apply: { (input, _) throws(Failure) in
            let reference = try input.varyingReference()
            let best = reference.max() ?? 0
            let sum = reference.reduce(0) { $0 + (best - $1) }
            guard sum.isFinite else {
                throw .undefined(reason: "it needs values whose sums stay finite")
            }
            return input.oriented.map { $0.map { 1 - (best - $0) / sum } }
        })
}
