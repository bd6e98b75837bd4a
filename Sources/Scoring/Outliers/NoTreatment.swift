extension OutlierTreatment {
    /// Every value as it is.
    public static let none = OutlierTreatment(
        MethodDescription(
            id: "none", title: "outliers left as they are", formula: "x", domain: "any value", sources: [],
            properties: ["changes nothing"], test: "WinsoriseTests")
    ) { column, _, _ in (column, Report(action: "none asked for")) }
}
