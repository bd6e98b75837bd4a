import LinearPrograms
import Testing

/// Each verdict is proved by another program that has a bounded optimum.
struct VerdictTests {
    @Test func verdictsAreProvedByOtherPrograms() throws {
        var counts = (optimal: 0, infeasible: 0, unbounded: 0)
        for stream in 0..<UInt64(1000) {
            let program = randomOpenProgram(stream)
            let gap = try leastViolation(of: program)
            let gain = try gainAlongARay(of: program)
            switch try LinearProgramSolver().solve(program) {
            case .optimal:
                #expect(gap < 1e-7 && gain < 1e-7, "program \(stream)")
                counts.optimal += 1
            case .infeasible:
                #expect(gap > 1e-7, "program \(stream)")
                counts.infeasible += 1
            case .unbounded:
                #expect(gap < 1e-7 && gain > 1e-7, "program \(stream)")
                counts.unbounded += 1
            case .stopped(let reason):
                Issue.record("program \(stream): \(reason)")
            }
        }
        #expect(counts.optimal > 100 && counts.infeasible > 100 && counts.unbounded > 100)
    }

    /// The least sum of distances by which rows miss their bounds: 0 if and only if some x is feasible.
    private func leastViolation(of program: LinearProgram) throws -> Double {
        let (m, n) = (program.rows, program.columns)
        var relaxed = LinearProgram(.minimise, columns: n + 2 * m, rows: m)
        for j in 0..<n { relaxed.columnBounds[j] = program.columnBounds[j] }
        relaxed.rowBounds = program.rowBounds
        for i in 0..<m {
            for j in 0..<n { relaxed[i, j] = program[i, j] }
            (relaxed[i, n + 2 * i], relaxed[i, n + 2 * i + 1]) = (1, -1)
            (relaxed.costs[n + 2 * i], relaxed.costs[n + 2 * i + 1]) = (1, 1)
        }
        return try #require(try LinearProgramSolver().solve(relaxed).optimum?.objective)
    }

    /// The best gain of the objective over directions in [-1, 1] that no bound ends: above 0 if and only if a
    /// feasible program is unbounded.
    private func gainAlongARay(of program: LinearProgram) throws -> Double {
        func direction(_ bounds: LinearProgram.Bounds, size: Double) -> LinearProgram.Bounds {
            .init(
                lower: bounds.lower.isFinite ? 0 : -size, upper: bounds.upper.isFinite ? 0 : size)
        }
        var cone = program
        cone.columnBounds = program.columnBounds.map { direction($0, size: 1) }
        cone.rowBounds = program.rowBounds.map { direction($0, size: .infinity) }
        let best = try #require(try LinearProgramSolver().solve(cone).optimum?.objective)
        return program.sense == .maximise ? best : -best
    }
}
