extension LinearProgram {
    /// The solution of a program in which no column enters any row, which CLP does not take; nil for the others.
    ///
    /// Rows are then zero, and every column goes to the end of its bounds that its cost asks for.
    var solutionWithoutCoefficients: Solution? {
        guard coefficients.allSatisfy({ $0 == 0 }) else { return nil }
        guard rowBounds.allSatisfy({ $0.lower <= 0 && $0.upper >= 0 }) else { return .infeasible }
        var values: [Double] = []
        for (cost, bounds) in zip(costs, columnBounds) {
            let value =
                if cost == 0 {
                    min(max(0, bounds.lower), bounds.upper)
                } else if (cost > 0) == (sense == .minimise) {
                    bounds.lower
                } else {
                    bounds.upper
                }
            guard value.isFinite else { return .unbounded }
            values.append(value)
        }
        return .optimal(
            Optimum(
                objective: zip(costs, values).reduce(0) { $0 + $1.0 * $1.1 }, values: values,
                rowDuals: Array(repeating: 0, count: rows), reducedCosts: costs))
    }
}
