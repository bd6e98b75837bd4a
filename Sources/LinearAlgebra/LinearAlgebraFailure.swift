/// Why a matrix has no answer of the kind asked for.
public enum LinearAlgebraFailure: Error, Equatable, Sendable, CustomStringConvertible {
    /// An element is infinite or not a number.
    case notFinite
    /// The method needs elements above zero, and the one at (row, column) is not.
    case notPositive(row: Int, column: Int)
    /// An iteration did not reach its tolerance.
    case notConverged(iterations: Int)

    public var description: String {
        switch self {
        case .notFinite: "the matrix holds a value that is not finite"
        case .notPositive(let row, let column):
            "the element in row \(row + 1), column \(column + 1) must be above zero"
        case .notConverged(let iterations): "no convergence after \(iterations) iterations"
        }
    }
}

extension Matrix {
    /// Whether every element is a finite number.
    public var isFinite: Bool { elements.allSatisfy(\.isFinite) }
}
