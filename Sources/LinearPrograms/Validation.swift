extension LinearProgram {
    /// Why a program cannot be handed to the solver.
    public enum Failure: Error, Equatable, Sendable {
        /// A number is not one, or is infinite where it may not be, or too large for the solver.
        case unusableNumber(place: String, value: Double)
        /// A lower bound above the upper one, or an end at the wrong infinity.
        case crossedBounds(place: String, bounds: Bounds)
        /// An array was replaced by one of another length.
        case wrongCount(place: String, count: Int, need: Int)
        /// The solver could not get memory.
        case solverUnavailable
    }

    /// Beyond this the solver takes bounds for infinite and loses its footing.
    public static let largestMagnitude = 1e20

    /// Checks all that the type system does not.
    func validate() throws(Failure) {
        for (place, count, need) in [
            ("costs", costs.count, columns), ("column bounds", columnBounds.count, columns),
            ("row bounds", rowBounds.count, rows),
        ] where count != need {
            throw .wrongCount(place: place, count: count, need: need)
        }
        for (j, cost) in costs.enumerated() where !Self.isUsable(cost) {
            throw .unusableNumber(place: "cost of column \(j)", value: cost)
        }
        for (index, value) in coefficients.enumerated() where !Self.isUsable(value) {
            let (column, row) = index.quotientAndRemainder(dividingBy: rows)
            throw .unusableNumber(place: "coefficient of column \(column) in row \(row)", value: value)
        }
        for (j, bounds) in columnBounds.enumerated() { try bounds.validate { "column \(j)" } }
        for (i, bounds) in rowBounds.enumerated() { try bounds.validate { "row \(i)" } }
    }

    /// False for what is not a number too.
    fileprivate static func isUsable(_ value: Double) -> Bool { abs(value) <= largestMagnitude }
}

extension LinearProgram.Bounds {
    fileprivate func validate(place: () -> String) throws(LinearProgram.Failure) {
        for end in [lower, upper] where !LinearProgram.isUsable(end) && !end.isInfinite {
            throw .unusableNumber(place: place(), value: end)
        }
        guard lower <= upper, lower < .infinity, upper > -.infinity else {
            throw .crossedBounds(place: place(), bounds: self)
        }
    }
}
