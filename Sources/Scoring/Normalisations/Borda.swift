extension Normalisation {
    /// The number of units of the class that are worse.
    public static let borda = Normalisation(
        MethodDescription(
            id: "borda", title: "as Borda points", formula: "units of the class that are worse",
            domain: "a class with at least two different values",
            sources: ["oecd2008handbook", "becker2022coinr"],
            properties: [
                "keeps the order and nothing else", "resists outliers",
                "weighted arithmetic means of it are the Borda rule",
            ],
            denied: [
                "differences between values are lost",
                "indicators with ties give out fewer points in all",
            ],
            test: "COINrNormalisationTests"),
        scale: { _ in [.notNegative] },
        apply: { (input, _) throws(Failure) in try input.worseInClass() })
}
