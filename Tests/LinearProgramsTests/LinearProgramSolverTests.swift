import LinearPrograms
import Numerics
import Testing

struct LinearProgramSolverTests {
    /// One handle through many programs, of changing costs, bounds and coefficients, against a new one for each.
    @Test func warmStartsEndAtTheOptimaOfColdStarts() throws {
        let warm = try LinearProgramSolver()
        for stream in 0..<UInt64(200) {
            let program = randomProgram(stream, columns: 6, rows: 4)
            switch (try warm.solve(program), try LinearProgramSolver().solve(program)) {
            case (.optimal(let a), .optimal(let b)):
                #expect(
                    a.objective.isApproximatelyEqual(to: b.objective, absoluteTolerance: 1e-9), "\(stream)")
            case (let a, let b):
                #expect(a == b, "program \(stream)")
            }
        }
    }

    @Test func aProgramOfAnotherShapeStartsAnew() throws {
        let solver = try LinearProgramSolver()
        for (columns, rows) in [(2, 3), (5, 1), (2, 3), (0, 0), (3, 4)] {
            let program = randomProgram(1, columns: columns, rows: rows)
            #expect(try solver.solve(program) == LinearProgramSolver().solve(program), "\(columns) x \(rows)")
        }
    }

    @Test func aForgottenBasisGivesTheBitsOfANewSolver() throws {
        let solver = try LinearProgramSolver()
        for stream in 0..<UInt64(50) {
            let program = randomProgram(stream, columns: 6, rows: 4)
            solver.forgetBasis()
            #expect(try solver.solve(program) == LinearProgramSolver().solve(program), "program \(stream)")
        }
    }

    @Test func theSameSeriesGivesTheSameBits() throws {
        func series() throws -> [LinearProgram.Solution] {
            let solver = try LinearProgramSolver()
            return try (0..<UInt64(50)).map { try solver.solve(randomProgram($0, columns: 6, rows: 4)) }
        }
        #expect(try series() == series())
    }

    @Test func threadsWithSolversOfTheirOwnAgree() async throws {
        func series() throws -> [LinearProgram.Solution] {
            let solver = try LinearProgramSolver()
            return try (0..<UInt64(100)).map { try solver.solve(randomProgram($0, columns: 6, rows: 4)) }
        }
        let alone = try series()
        let together = try await withThrowingTaskGroup(of: [LinearProgram.Solution].self) { group in
            for _ in 0..<4 { group.addTask { try series() } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(together == Array(repeating: alone, count: 4))
    }

    @Test func theIterationLimitIsAReasonToStop() throws {
        let solution = try LinearProgramSolver(iterationLimit: 1).solve(LinearProgramTests.wyndor)
        #expect(solution == .stopped(reason: "the iteration limit was reached"))
    }
}
