extension Transform {
    /// The value itself.
    public static let identity = Transform(
        MethodDescription(
            id: "identity", title: "no transform", formula: "x", domain: "any value", sources: [],
            properties: ["changes nothing"], test: "TransformTests"),
        domain: "any value"
    ) { _, _ in { $0 } }
}
