import Foundation

extension Transform {
    /// log(1 + x), for x > -1.
    public static let log1p = Transform(
        MethodDescription(
            id: "log1p", title: "log(1 + x)", formula: "ln(1 + x)", domain: "x > -1",
            sources: ["oecd2008handbook"],
            properties: ["keeps the order of values", "maps 0 to 0"],
            denied: ["does not commute with a change of unit: scale by the class mean first"],
            test: "TransformTests"),
        domain: "values above -1"
    ) { _, _ in { $0 > -1 ? Foundation.log1p($0) : nil } }
}
