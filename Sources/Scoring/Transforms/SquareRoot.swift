extension Transform {
    /// The square root, for x >= 0.
    public static let squareRoot = Transform(
        MethodDescription(
            id: "sqrt", title: "square roots", formula: "x^(1/2)", domain: "x >= 0",
            sources: ["oecd2008handbook"],
            properties: ["keeps the order of values", "a change of unit changes all values by one factor"],
            test: "TransformTests"),
        domain: "values that are not negative"
    ) { _, _ in { $0 >= 0 ? $0.squareRoot() : nil } }
}
