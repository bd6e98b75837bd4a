import Foundation

extension Transform {
    /// The decimal logarithm, for x > 0.
    public static let log10 = Transform(
        MethodDescription(
            id: "log10", title: "decimal logarithms", formula: "log10(x)", domain: "x > 0",
            sources: ["oecd2008handbook"],
            properties: ["keeps the order of values", "a change of unit adds one constant to all values"],
            denied: ["is not defined at zero: log1p or log-shifted are"], test: "TransformTests"),
        domain: "values above 0"
    ) { _, _ in { $0 > 0 ? Foundation.log10($0) : nil } }
}
