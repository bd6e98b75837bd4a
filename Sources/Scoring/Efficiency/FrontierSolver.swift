internal import LinearPrograms

/// Measures units against one frontier; each program starts from the basis of the one before.
final class FrontierSolver {
    private let frontier: Frontier
    private let radial: LinearProgramSolver
    private let slack: LinearProgramSolver

    init(_ frontier: Frontier) throws(EfficiencyFailure) {
        self.frontier = frontier
        do throws(LinearProgram.Failure) {
            radial = try LinearProgramSolver()
            slack = try LinearProgramSolver()
        } catch {
            throw .option(reason: "no memory for the solver")
        }
    }

    /// The distance of a point with some input and some output; nil when it is beyond the reference.
    ///
    /// - Parameter excluded: a member that the frontier does without.
    func distance(
        unit: Int, x: [Double], y: [Double], excluding excluded: Int? = nil
    ) throws(EfficiencyFailure) -> Double? {
        let scaled = frontier.radialProgram(x: x, y: y, excluding: excluded)
        switch try solution(of: scaled.program, by: radial, unit: unit) {
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
        guard let values = try solution(of: scaled.program, by: slack, unit: unit).optimum?.values else {
            throw .solverStopped(unit: unit, reason: "no slacks exist at the distance that was found")
        }
        return (
            values[..<scaled.first].map { max(0, $0) },
            zip(values[scaled.first...], scaled.sizes).map { max(0, $0 / $1) }
        )
    }

    private func solution(
        of program: LinearProgram, by solver: LinearProgramSolver, unit: Int
    ) throws(EfficiencyFailure) -> LinearProgram.Solution {
        do throws(LinearProgram.Failure) {
            return try solver.solve(program)
        } catch {
            throw .solverStopped(unit: unit, reason: "the program cannot be solved: \(error)")
        }
    }
}
