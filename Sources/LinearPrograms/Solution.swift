extension LinearProgram {
    /// How a solve ended.
    public enum Solution: Equatable, Sendable {
        case optimal(Optimum)
        /// No x keeps all bounds.
        case infeasible
        /// Some x keeps all bounds, and the objective improves without end.
        case unbounded
        /// The solver gave up; nothing is known about the program.
        case stopped(reason: String)

        /// What an optimal end found; nil for the others.
        public var optimum: Optimum? {
            if case .optimal(let optimum) = self { optimum } else { nil }
        }
    }

    /// An optimal basic solution. With several optima it is one of them, and which one may depend on the basis
    /// that the solver started from.
    public struct Optimum: Equatable, Sendable {
        /// sum_j c_j x_j.
        public let objective: Double
        /// x, one a column.
        public let values: [Double]
        /// y, one a row: how much the objective (as it is, minimised or maximised) gains when the bound that holds
        /// the row rises by one; 0 for a row that no bound holds.
        public let rowDuals: [Double]
        /// c_j - sum_i y_i a_ij, one a column.
        public let reducedCosts: [Double]
    }
}
