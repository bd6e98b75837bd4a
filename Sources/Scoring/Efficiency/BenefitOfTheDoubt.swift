public import LinearAlgebra
internal import LinearPrograms

/// The benefit-of-the-doubt composite: each unit is scored by the weights that suit it best.
///
/// Unit i's weights solve max sum_k w_k y_ik, with w >= 0 and sum_k w_k y_jk <= 1 for every unit j of the reference
/// class, and limits on shares. Melyn & Moesen (1991), Towards a synthetic indicator of macroeconomic performance;
/// Cherchye, Moesen, Rogge & Van Puyenbroeck (2007), An introduction to 'benefit of the doubt' composite
/// indicators, Social Indicators Research 82. Its dual is data envelopment analysis with constant returns, input
/// orientation and an input of one for every unit; without limits both give the same numbers.
///
/// Holds: scores of the class lie in [0, 1]; without limits or with limits on weights its best reaches 1; without
/// limits or with limits on contributions scores do not depend on units of measurement; without limits more of an
/// indicator cannot lower a unit's score. Does not hold: weights need not be unique, and differ between units, so
/// that scores of two units are not one function of their indicators; a unit best in one indicator scores 1
/// without limits, however poor in all others; limits on weights depend on the units of measurement.
public struct BenefitOfTheDoubt: Sendable {
    /// P x K; in the program's scale, so that the score is the weighted sum.
    public let weights: Matrix
    /// P; nil for a unit outside the class with some of an indicator that no unit of the class has, since its score
    /// has no bound.
    public let scores: [Double?]

    /// - Parameters:
    ///   - indicators: P x K, not negative, higher is better.
    ///   - isReference: P marks of the reference class.
    ///   - limits: what share each indicator may have. A unit with zeros where limits on contributions want more
    ///     scores 0.
    /// - Throws: `EfficiencyFailure` for unusable values, a class without units, or limits that no weights keep.
    public init(
        of indicators: Matrix, isReference: [Bool], limits: ShareLimits = .none
    ) throws(EfficiencyFailure) {
        guard isReference.count == indicators.rows, indicators.columns > 0 else {
            throw .mismatchedShapes(
                reason:
                    "\(indicators.rows) units have \(indicators.columns) indicators, \(isReference.count) are marked"
            )
        }
        try ProductionTable.validate(indicators) { .output($0) }
        guard isReference.contains(true) else { throw .noFrontier }
        try limits.validate(count: indicators.columns)

        let program = BenefitOfTheDoubtProgram(
            indicators: indicators, reference: isReference.indices.filter { isReference[$0] }, limits: limits)
        var scores: [Double?] = []
        var weights = Matrix(rows: indicators.rows, columns: indicators.columns)
        let solver = try ProgramSolver()
        for unit in 0..<indicators.rows {
            switch try solver.solve(program.program(for: unit), unit: unit) {
            case .optimal(let optimum):
                scores.append(optimum.objective)
                for k in 0..<indicators.columns { weights[unit, k] = optimum.values[k] / program.sizes[k] }
            case .unbounded: scores.append(nil)
            case .infeasible:
                throw .solverStopped(unit: unit, reason: "no weights were found, though zeros do")
            case .stopped(let reason): throw .solverStopped(unit: unit, reason: reason)
            }
        }
        self.scores = scores
        self.weights = weights
    }
}
