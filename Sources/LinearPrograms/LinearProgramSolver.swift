internal import CClp

/// Solves linear programs by the simplex methods of COIN-OR CLP, silently.
///
/// A handle that keeps the last basis: the next program of the same shape starts from it, so that a series of
/// similar programs is fast. Deterministic: the same series of programs gives the same bits. It is not `Sendable`:
/// a thread makes its own. Rows, columns and reduced costs are kept within `tolerance` of their bounds, unscaled:
/// let costs and coefficients be of the size of one.
public final class LinearProgramSolver {
    /// How far a bound may be missed, and a reduced cost have the wrong sign.
    public static let tolerance = 1e-9

    private let model: UnsafeMutableRawPointer
    private var lastShape: (columns: Int, rows: Int)?

    /// - Parameter iterationLimit: pivots after which a solve stops.
    /// - Throws: `LinearProgram.Failure.solverUnavailable` when CLP has no memory.
    public init(iterationLimit: Int32 = 100_000) throws(LinearProgram.Failure) {
        guard let model = Clp_newModel() else { throw .solverUnavailable }
        self.model = model
        Clp_setLogLevel(model, 0)
        Clp_scaling(model, 0)
        Clp_setPrimalTolerance(model, Self.tolerance)
        Clp_setDualTolerance(model, Self.tolerance)
        Clp_setMaximumIterations(model, iterationLimit)
    }

    deinit { Clp_deleteModel(model) }

    /// Solves a program, from the last basis if the one before had the same shape.
    ///
    /// - Throws: `LinearProgram.Failure` for numbers that are no numbers or too large, and for crossed bounds.
    public func solve(_ program: LinearProgram) throws(LinearProgram.Failure) -> LinearProgram.Solution {
        try program.validate()
        if let solution = program.solutionWithoutCoefficients { return solution }
        let basis = lastBasis(for: program)
        load(program)
        if let basis { Clp_copyinStatus(model, basis) }
        lastShape = (program.columns, program.rows)
        Clp_primal(model, 0)
        switch Clp_status(model) {
        case Status.unbounded: return .unbounded
        case Status.iterationLimit: return .stopped(reason: "the iteration limit was reached")
        case Status.optimal:
            // Degenerate steps leave values off their bounds within the tolerance; the dual method sets them exactly.
            Clp_dual(model, 0)
        case let verdict:
            // The primal method of CLP fails on some degenerate programs, and calls some infeasible that have a
            // single point; so the dual method is asked as well, from the start. Where the objective improves
            // without end it cannot tell whether any point is feasible, and the first verdict stands.
            load(program)
            Clp_dual(model, 0)
            if verdict == Status.infeasible, Clp_status(model) == Status.unbounded { return .infeasible }
        }
        switch (Clp_status(model), Clp_secondaryStatus(model)) {
        case (Status.optimal, 0): return .optimal(optimum(of: program))
        case (Status.infeasible, _): return .infeasible
        default: return .stopped(reason: "the solver met numerical difficulties")
        }
    }

    /// The values of `Clp_status` that are told apart.
    private enum Status {
        static let optimal: Int32 = 0
        static let infeasible: Int32 = 1
        static let unbounded: Int32 = 2
        static let iterationLimit: Int32 = 3
    }

    /// Lets the next solve start from the basis of slacks, as a new solver does.
    public func forgetBasis() { lastShape = nil }

    /// The basis that the last solve left; nil when the shapes differ. A copy, since loading discards it.
    private func lastBasis(for program: LinearProgram) -> [UInt8]? {
        guard let lastShape, lastShape == (program.columns, program.rows),
            let status = Clp_statusArray(model)
        else { return nil }
        return Array(UnsafeBufferPointer(start: status, count: program.columns + program.rows))
    }

    /// Hands the program over, as a minimisation and without the zeros.
    private func load(_ program: LinearProgram) {
        var starts: [CoinBigIndex] = [0]
        var indices: [Int32] = []
        var elements: [Double] = []
        starts.reserveCapacity(program.columns + 1)
        indices.reserveCapacity(program.coefficients.count)
        elements.reserveCapacity(program.coefficients.count)
        for column in 0..<program.columns {
            for row in 0..<program.rows {
                let value = program.coefficients[column * program.rows + row]
                guard value != 0 else { continue }
                indices.append(Int32(row))
                elements.append(value)
            }
            starts.append(CoinBigIndex(elements.count))
        }
        let sign = sign(of: program)
        Clp_loadProblem(
            model, Int32(program.columns), Int32(program.rows), starts, indices, elements,
            program.columnBounds.map(\.lower), program.columnBounds.map(\.upper),
            program.costs.map { sign * $0 },
            program.rowBounds.map(\.lower), program.rowBounds.map(\.upper))
    }

    private func optimum(of program: LinearProgram) -> LinearProgram.Optimum {
        func copy(_ start: UnsafePointer<Double>?, _ count: Int) -> [Double] {
            Array(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
        }
        let sign = sign(of: program)
        let values = copy(Clp_getColSolution(model), program.columns)
        // From the values, so that objective and solution agree to the last bit.
        return LinearProgram.Optimum(
            objective: zip(program.costs, values).reduce(0) { $0 + $1.0 * $1.1 },
            values: values,
            rowDuals: copy(Clp_getRowPrice(model), program.rows).map { sign * $0 },
            reducedCosts: copy(Clp_getReducedCost(model), program.columns).map { sign * $0 })
    }

    private func sign(of program: LinearProgram) -> Double { program.sense == .minimise ? 1 : -1 }
}
