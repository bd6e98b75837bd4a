/// Why rates cannot be shrunk.
public enum ConversionFailure: Error, Equatable, Sendable, CustomStringConvertible {
    /// A Poisson count is a whole number (here up to `Conversion.greatestCount`); weighted or estimated quantities are
    /// not counts.
    case notWhole(output: Int, unit: Int, value: Double)
    /// An exposure is below zero or not finite.
    case exposureOutOfRange(unit: Int)
    /// No unit of the reference class has both a count and an exposure above zero.
    case nothingObserved(output: Int)
    /// No unit of the reference class has an output: there is no rate to shrink towards but zero.
    case allZero(output: Int)

    public var description: String {
        switch self {
        case .notWhole(let output, let unit, let value):
            "output \(output + 1) of unit \(unit + 1) is \(value): shrinkage needs counts, whole numbers from 0 to a million"
        case .exposureOutOfRange(let unit):
            "the exposure of unit \(unit + 1) is below zero or not finite"
        case .nothingObserved(let output):
            "output \(output + 1) has no unit of the class with a count and an exposure above zero"
        case .allZero(let output):
            "output \(output + 1) is zero for every unit of the class, so that there is no rate to shrink towards"
        }
    }
}
