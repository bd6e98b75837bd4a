import Foundation

extension Transform {
    /// ln(x - min + (max - min) / 100), with the class's minimum and maximum.
    public static let shiftedLogarithm = Transform(
        MethodDescription(
            id: "log-shifted", title: "logarithms, shifted to start at 1 % of the range",
            formula: "ln(x - min + 0.01 (max - min))",
            domain: "a class with two different values; x > min - 0.01 (max - min)",
            sources: ["becker2022coinr"],
            properties: [
                "keeps the order of values", "defined for every value of the class, whatever its sign",
                "a change of unit or of the zero point adds one constant to all values",
            ],
            denied: [
                "depends on the class's extremes",
                "draws in high values only: a long tail of low values becomes longer",
            ],
            test: "TransformTests"),
        domain: "a class with two different values, and no value 1 % of its range or more below its minimum"
    ) { reference, _ in
        guard let logarithm = ShiftedLogarithm(of: reference()) else { return { _ in nil } }
        return { logarithm($0) }
    }
}

/// The logarithm of the height above a class's minimum, plus a hundredth of its range.
struct ShiftedLogarithm {
    let minimum: Double
    let shift: Double

    /// Nil for a class without two different values.
    init?(of reference: [Double]) {
        guard let lowest = reference.min(), let highest = reference.max(), lowest < highest else {
            return nil
        }
        minimum = lowest
        shift = 0.01 * (highest - lowest)
    }

    /// Nil for a value that lies too far below the class.
    func callAsFunction(_ value: Double) -> Double? {
        let argument = value - minimum + shift
        return argument > 0 ? log(argument) : nil
    }
}
