/// Why no efficiency can be measured on a table.
public enum EfficiencyFailure: Error, Equatable, Sendable {
    /// Inputs, outputs and marks of reference do not describe the same units, or there is no column of one kind.
    case mismatchedShapes(reason: String)
    /// A value is negative, or no number.
    case unusableValue(unit: Int, column: Column)
    /// A positive value is below 1e-9 of its column's largest, out of reach of the solver's precision.
    case valueTooSmall(unit: Int, column: Column)
    /// No unit of the reference class has both an input and an output above zero.
    case noFrontier
    /// The solver could not get memory.
    case solverUnavailable
    /// The solver gave up on a unit.
    case solverStopped(unit: Int, reason: String)
    /// An option lies outside its domain.
    case option(reason: String)

    /// An input or an output by its index.
    public enum Column: Equatable, Sendable {
        case input(Int)
        case output(Int)
    }
}
