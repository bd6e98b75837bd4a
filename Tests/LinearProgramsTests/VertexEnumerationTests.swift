import LinearPrograms
import Numerics
import Testing

/// Against a slow method of its own: every corner of a bounded program is where as many bounds as columns hold
/// with equality, so all such sets of bounds are tried and the best feasible corner is the optimum.
struct VertexEnumerationTests {
    @Test(arguments: [(2, 2), (2, 4), (3, 3), (3, 5)])
    func optimaAreTheBestCorners(columns: Int, rows: Int) throws {
        var feasible = 0
        for stream in 0..<UInt64(150) {
            let program = randomProgram(stream, columns: columns, rows: rows)
            let solution = try LinearProgramSolver().solve(program)
            if let best = Self.bestCorner(of: program) {
                feasible += 1
                let objective = try #require(solution.optimum?.objective, "program \(stream)")
                #expect(
                    objective.isApproximatelyEqual(to: best, absoluteTolerance: 1e-9), "program \(stream)")
            } else {
                #expect(solution == .infeasible, "program \(stream)")
            }
        }
        #expect(feasible > 10 && feasible < 140)
    }

    /// Weak and strong duality: y b + d x at the bounds that hold gives the objective again.
    @Test func dualsPriceTheBoundsThatHold() throws {
        for stream in 0..<UInt64(150) {
            let program = randomProgram(stream, columns: 3, rows: 4)
            guard let optimum = try LinearProgramSolver().solve(program).optimum else { continue }
            let sign: Double = program.sense == .minimise ? 1 : -1
            var total = 0.0
            for i in 0..<program.rows {
                let y = optimum.rowDuals[i]
                let held = sign * y > 0 ? program.rowBounds[i].lower : program.rowBounds[i].upper
                if abs(y) > 1e-9 { total += y * held }
            }
            for j in 0..<program.columns {
                let d = optimum.reducedCosts[j]
                let priced = (0..<program.rows).reduce(program.costs[j]) {
                    $0 - optimum.rowDuals[$1] * program[$1, j]
                }
                #expect(d.isApproximatelyEqual(to: priced, absoluteTolerance: 1e-9), "program \(stream)")
                let held = sign * d > 0 ? program.columnBounds[j].lower : program.columnBounds[j].upper
                if abs(d) > 1e-9 { total += d * held }
            }
            #expect(
                total.isApproximatelyEqual(to: optimum.objective, absoluteTolerance: 1e-8),
                "program \(stream)")
        }
    }

    private static func bestCorner(of program: LinearProgram) -> Double? {
        let n = program.columns
        var planes: [(normal: [Double], value: Double)] = []
        for j in 0..<n {
            let unit = (0..<n).map { $0 == j ? 1.0 : 0 }
            planes.append((unit, program.columnBounds[j].lower))
            planes.append((unit, program.columnBounds[j].upper))
        }
        for i in 0..<program.rows {
            let row = (0..<n).map { program[i, $0] }
            for end in [program.rowBounds[i].lower, program.rowBounds[i].upper] where end.isFinite {
                planes.append((row, end))
            }
        }
        var best: Double?
        for chosen in subsets(of: planes.count, size: n) {
            guard let x = intersection(chosen.map { planes[$0] }), isFeasible(x, in: program) else {
                continue
            }
            let value = zip(program.costs, x).reduce(0) { $0 + $1.0 * $1.1 }
            let isBetter = best.map { program.sense == .minimise ? value < $0 : value > $0 } ?? true
            if isBetter { best = value }
        }
        return best
    }

    private static func isFeasible(_ x: [Double], in program: LinearProgram) -> Bool {
        func holds(_ value: Double, _ bounds: LinearProgram.Bounds) -> Bool {
            value >= bounds.lower - 1e-9 && value <= bounds.upper + 1e-9
        }
        return zip(x, program.columnBounds).allSatisfy(holds)
            && (0..<program.rows).allSatisfy { i in
                holds((0..<x.count).reduce(0) { $0 + program[i, $1] * x[$1] }, program.rowBounds[i])
            }
    }

    private static func subsets(of count: Int, size: Int) -> [[Int]] {
        guard size > 0 else { return [[]] }
        return subsets(of: count, size: size - 1).flatMap { head in
            (((head.last ?? -1) + 1)..<max(count, (head.last ?? -1) + 1)).map { head + [$0] }
        }
    }

    /// Where planes meet, by elimination with pivoting; nil when they meet in no point or in many.
    private static func intersection(_ planes: [(normal: [Double], value: Double)]) -> [Double]? {
        let n = planes.count
        var rows = planes.map { $0.normal + [$0.value] }
        for k in 0..<n {
            guard let pivot = (k..<n).max(by: { abs(rows[$0][k]) < abs(rows[$1][k]) }),
                abs(rows[pivot][k]) > 1e-9
            else { return nil }
            rows.swapAt(k, pivot)
            for i in 0..<n where i != k {
                let factor = rows[i][k] / rows[k][k]
                for j in k...n { rows[i][j] -= factor * rows[k][j] }
            }
        }
        return (0..<n).map { rows[$0][n] / rows[$0][$0] }
    }
}
