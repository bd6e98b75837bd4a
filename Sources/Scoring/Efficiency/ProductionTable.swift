public import LinearAlgebra

/// What units use and what they make, for data envelopment analysis: P units, I inputs, O outputs.
///
/// Values are on ratio scales: zero means none, and a unit of measurement may be changed. The frontier is made of
/// the reference class's units with some input and some output; a unit without output would say nothing but that
/// nothing can be made, and a unit without input is no evidence of what inputs do, so both lie off the frontier.
public struct ProductionTable: Sendable {
    /// P x I, not negative.
    public let inputs: Matrix
    /// P x O, not negative.
    public let outputs: Matrix
    /// P marks of the reference class.
    public let isReference: [Bool]
    /// The units that the frontier is made of, in their order.
    let members: [Int]

    /// - Throws: `EfficiencyFailure` for shapes that do not fit, for values that are negative, no numbers or too
    ///   small beside their column's largest, and for a reference class without a frontier.
    public init(inputs: Matrix, outputs: Matrix, isReference: [Bool]) throws(EfficiencyFailure) {
        guard inputs.rows == outputs.rows, isReference.count == inputs.rows else {
            throw .mismatchedShapes(
                reason:
                    "\(inputs.rows) units have inputs, \(outputs.rows) have outputs, \(isReference.count) are marked"
            )
        }
        guard inputs.columns > 0, outputs.columns > 0 else {
            throw .mismatchedShapes(reason: "efficiency needs at least one input and one output")
        }
        try Self.validate(inputs) { .input($0) }
        try Self.validate(outputs) { .output($0) }
        self.inputs = inputs
        self.outputs = outputs
        self.isReference = isReference
        members = isReference.indices.filter { unit in
            isReference[unit] && inputs.row(unit).contains { $0 > 0 } && outputs.row(unit).contains { $0 > 0 }
        }
        if members.isEmpty { throw .noFrontier }
    }

    public var units: Int { inputs.rows }

    /// Refuses values that are negative, no numbers, or too small beside their column's largest.
    static func validate(
        _ matrix: Matrix, column: (Int) -> EfficiencyFailure.Column
    ) throws(EfficiencyFailure) {
        for j in 0..<matrix.columns {
            let values = matrix.column(j)
            if let unit = values.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
                throw .unusableValue(unit: unit, column: column(j))
            }
            let largest = values.max() ?? 0
            if let unit = values.firstIndex(where: { $0 > 0 && $0 / largest < 1e-9 }) {
                throw .valueTooSmall(unit: unit, column: column(j))
            }
        }
    }
}
