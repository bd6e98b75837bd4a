extension Normalisation {
    /// Every value as it is, for tables that are normalised already, and for thresholds in an indicator's own unit.
    public static let none = Normalisation(
        MethodDescription(
            id: "none", title: "values as they are", formula: "x; for less is better, -x",
            domain: "indicators that are comparable as they are", sources: [],
            properties: [
                "changes nothing but the direction", "a unit's value does not depend on the other units",
            ],
            denied: [
                "does not make indicators of different units comparable",
                "depends on the unit of measurement",
            ],
            test: "NoNormalisationTests"),
        scale: { _ in [.interval, .positiveByData] },
        apply: { (input, _) throws(Failure) in input.oriented })
}
