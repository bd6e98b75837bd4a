internal import LinearPrograms

/// Measures units against one frontier; each program starts from the basis of the one before.
final class FrontierSolver {
    private let frontier: Frontier
    private let radial: ProgramSolver
    private let slack: ProgramSolver

    init(_ frontier: Frontier) throws(EfficiencyFailure) {
        self.frontier = frontier
        radial = try ProgramSolver()
        slack = try ProgramSolver()
    }

    /// The distance of a point with some input and some output; nil when it is beyond the reference.
    ///
    /// - Parameter excluded: a member that the frontier does without.
    func distance(
        unit: Int, x: [Double], y: [Double], excluding excluded: Int? = nil
    ) throws(EfficiencyFailure) -> Double? {
        let scaled = frontier.radialProgram(x: x, y: y, excluding: excluded)
        switch try radial.solve(scaled.program, unit: unit) {
        case .optimal(let optimum):
            // Zero multiples of the outputs, or of the inputs, are an infinite or no efficiency.
            return optimum.objective > LinearProgramSolver.tolerance ? optimum.objective : nil
        case .infeasible, .unbounded: return nil
        case .stopped(let reason): throw .solverStopped(unit: unit, reason: reason)
        }
    }

    /// Slacks in units of the columns' means, and intensities of the members, at a distance.
    func slacks(
        unit: Int, x: [Double], y: [Double], distance: Double, excluding excluded: Int?
    ) throws(EfficiencyFailure) -> (slacks: [Double], intensities: [Double]) {
        let scaled = frontier.slackProgram(x: x, y: y, distance: distance, excluding: excluded)
        guard let values = try slack.solve(scaled.program, unit: unit).optimum?.values else {
            throw .solverStopped(unit: unit, reason: "no slacks exist at the distance that was found")
        }
        return (
            values[..<scaled.first].map { max(0, $0) },
            zip(values[scaled.first...], scaled.sizes).map { max(0, $0 / $1) }
        )
    }
}
