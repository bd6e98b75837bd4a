internal import LinearPrograms

/// A solver of small programs over weights, whose failures are those of this folder.
struct WeightProgram {
    private let solver: LinearProgramSolver

    init() throws(WeightFailure) {
        do throws(LinearProgram.Failure) {
            solver = try LinearProgramSolver()
        } catch {
            throw .solverStopped(reason: "the solver has no memory")
        }
    }

    /// The best point; nil where no point keeps all bounds. Starts afresh, so that an answer does not depend on what
    /// was asked before.
    func solve(_ program: LinearProgram) throws(WeightFailure) -> LinearProgram.Optimum? {
        solver.forgetBasis()
        let solution: LinearProgram.Solution
        do throws(LinearProgram.Failure) {
            solution = try solver.solve(program)
        } catch {
            throw .solverStopped(reason: "\(error)")
        }
        switch solution {
        case .optimal(let optimum): return optimum
        case .infeasible: return nil
        case .unbounded: throw .solverStopped(reason: "the objective improves without end")
        case .stopped(let reason): throw .solverStopped(reason: reason)
        }
    }
}
