internal import LinearPrograms

/// A linear-program solver whose failures are those of measuring efficiency.
final class ProgramSolver {
    private let solver: LinearProgramSolver

    init() throws(EfficiencyFailure) {
        do throws(LinearProgram.Failure) {
            solver = try LinearProgramSolver()
        } catch {
            throw .solverUnavailable
        }
    }

    /// Solves the program of a unit, from the basis of the one before.
    func solve(_ program: LinearProgram, unit: Int) throws(EfficiencyFailure) -> LinearProgram.Solution {
        do throws(LinearProgram.Failure) {
            return try solver.solve(program)
        } catch {
            throw .solverStopped(unit: unit, reason: "its program cannot be solved: \(error)")
        }
    }
}
