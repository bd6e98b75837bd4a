extension Normalisation {
    /// (x - min) / (max - min), mapped onto [lower, upper]; max and min are the class's.
    public static let minMax = Normalisation(
        MethodDescription(
            id: "min-max", title: "scaled by min-max",
            formula: "lower + (upper - lower) (x - min) / (max - min); for less is better, (max - x)",
            domain: "a class with at least two different values",
            sources: ["oecd2008handbook"],
            properties: [
                "an affine function of the value", "the class's values lie in [lower, upper]",
                "does not depend on the unit of measurement",
            ],
            denied: ["does not resist outliers: one extreme value sets the range of all others"],
            test: "HandbookTable15Tests, COINrASEMTests",
            parameters: [
                MethodParameter(
                    "range", .numbers(-1e6...1e6, count: 2), standard: .numbers([0, 1]),
                    meaning: "the lower and the upper end")
            ],
            check: {
                let range = $0.numbers("range")
                return range[1] - range[0] >= 1e-3
                    ? nil : "the lower end must be at least 0.001 below the upper one"
            }),
        scale: { arguments in
            let range = arguments.numbers("range")
            let lower = range[0]
            return Set(
                [.interval] + (lower > 0 ? [.positive] : []) + (lower >= 0 ? [.notNegative] : [])
                    + (range == [70, 130] ? [.seventyTo130] : []))
        },
        apply: { (input, arguments) throws(Failure) in
            let range = arguments.numbers("range")
            let reference = input.orientedReference
            guard let lowest = reference.min(), let highest = reference.max(), lowest < highest else {
                throw .constant
            }
            let (lower, upper) = (range[0], range[1])
            return input.oriented { lower + (upper - lower) * ($0 - lowest) / (highest - lowest) }
        })
}

extension MethodChoice {
    /// Min-max onto a range whose ends are at least 0.001 apart; nil otherwise.
    public static func minMax(_ lower: Double, _ upper: Double) -> MethodChoice? {
        try? MethodChoice(Normalisation.minMax.description, ["range": .numbers([lower, upper])])
    }
}
