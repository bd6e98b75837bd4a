extension Normalisation {
    /// One minus the relative distance from the best.
    public static let zavadskasTurskis = Normalisation(
        MethodDescription(
            id: "zavadskas-turskis", title: "by relative distance from the best",
            formula: "1 - (max - x) / |max|; for less is better, 1 - (x - min) / |min|; of the class",
            domain: "a class whose best value is not zero",
            sources: ["kizielewicz2023pymcdm", "jahan2015survey"],
            properties: [
                "an affine function of the value", "does not depend on the unit of measurement",
                "the best of the class has 1",
                "units outside the class that beat its best lie above 1: the absolute value that pymcdm takes of the distance changes nothing in the class and would turn them round",
            ],
            denied: ["is not bounded below: values far from the best are negative"],
            test: "PymcdmNormalisationTests"),
        scale: { _ in [.interval] },
        apply: { (input, _) throws(Failure) in
            guard let best = try input.observedReference().map({ $0 * input.design.sign }).max(), best != 0
            else {
                throw .undefined(
                    reason: "the best value of the class is zero, and distances are measured in shares of it")
            }
            return input.oriented.map { $0.map { 1 - (best - $0) / abs(best) } }
        })
}
