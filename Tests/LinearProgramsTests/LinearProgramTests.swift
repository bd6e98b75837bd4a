import LinearPrograms
import Numerics
import Testing

struct LinearProgramTests {
    /// Dantzig (1963) as every textbook tells it: max 3x + 5y, x <= 4, 2y <= 12, 3x + 2y <= 18 (Hillier &
    /// Lieberman, Wyndor Glass): 36 at (2, 6), shadow prices 0, 3/2 and 1.
    static let wyndor = LinearProgram(
        .maximise, costs: [3, 5],
        rows: [([1, 0], .atMost(4)), ([0, 2], .atMost(12)), ([3, 2], .atMost(18))])

    private func solve(_ program: LinearProgram) throws -> LinearProgram.Solution {
        try LinearProgramSolver().solve(program)
    }

    @Test func maximisationMatchesHillierAndLieberman() throws {
        let optimum = try #require(try solve(Self.wyndor).optimum)
        #expect(optimum.objective.isApproximatelyEqual(to: 36, absoluteTolerance: 1e-12))
        #expect(isNear(optimum.values, [2, 6]))
        #expect(isNear(optimum.rowDuals, [0, 1.5, 1]))
        #expect(isNear(optimum.reducedCosts, [0, 0]))
    }

    /// The dual program: min 4u + 12v + 18w, u + 3w >= 3, 2v + 2w >= 5.
    @Test func minimisationOfTheDualGivesTheSame() throws {
        let dual = LinearProgram(
            .minimise, costs: [4, 12, 18], rows: [([1, 0, 3], .atLeast(3)), ([0, 2, 2], .atLeast(5))])
        let optimum = try #require(try solve(dual).optimum)
        #expect(optimum.objective.isApproximatelyEqual(to: 36, absoluteTolerance: 1e-12))
        #expect(isNear(optimum.values, [0, 1.5, 1]))
        #expect(isNear(optimum.rowDuals, [2, 6]))
        #expect(isNear(optimum.reducedCosts, [2, 0, 0]))
    }

    /// min -x + 2y - 3z, x + y + z = 10, -5 <= x - y <= 2, 0 <= x <= 4, y free, z in [1, 3]: z = 3; y = 7 - x
    /// and x - y = 2x - 7 <= 2, so that x <= 4 binds: objective -4 + 6 - 9 = -7.
    @Test func rangesEqualitiesAndFreeColumnsHold() throws {
        var program = LinearProgram(
            .minimise, costs: [-1, 2, -3],
            rows: [([1, 1, 1], .equal(to: 10)), ([1, -1, 0], .init(lower: -5, upper: 2))])
        program.columnBounds = [.init(lower: 0, upper: 4), .free, .init(lower: 1, upper: 3)]
        let optimum = try #require(try solve(program).optimum)
        #expect(optimum.objective.isApproximatelyEqual(to: -7, absoluteTolerance: 1e-12))
        #expect(isNear(optimum.values, [4, 3, 3]))
    }

    @Test func noPointIsInfeasible() throws {
        let program = LinearProgram(.minimise, costs: [1], rows: [([1], .atLeast(2)), ([1], .atMost(1))])
        #expect(try solve(program) == .infeasible)
    }

    @Test func noEndIsUnbounded() throws {
        let program = LinearProgram(.maximise, costs: [1, 1], rows: [([1, -1], .atMost(1))])
        #expect(try solve(program) == .unbounded)
    }

    /// Neither the program nor its dual has a point; the solver must not call it unbounded.
    @Test func infeasibleComesBeforeUnbounded() throws {
        let program = LinearProgram(
            .maximise, costs: [1, 1], rows: [([1, -1], .atLeast(1)), ([1, -1], .atMost(-1))])
        #expect(try solve(program) == .infeasible)
    }

    /// Beale (1955): the simplex method without a rule against it cycles here for ever; the optimum is -1/20.
    @Test func bealesDegenerateProgramEnds() throws {
        let program = LinearProgram(
            .minimise, costs: [-0.75, 150, -0.02, 6],
            rows: [
                ([0.25, -60, -0.04, 9], .atMost(0)), ([0.5, -90, -0.02, 3], .atMost(0)),
                ([0, 0, 1, 0], .atMost(1)),
            ])
        let optimum = try #require(try solve(program).optimum)
        #expect(optimum.objective.isApproximatelyEqual(to: -0.05, absoluteTolerance: 1e-12))
        #expect(isNear(optimum.values, [0.04, 0, 1, 0]))
    }

    @Test func programsWithoutCoefficientsAreSolved() throws {
        var boxed = LinearProgram(.maximise, columns: 2, rows: 0)
        boxed.costs = [2, -1]
        #expect(try solve(boxed) == .unbounded)
        boxed.columnBounds = [.init(lower: 0, upper: 3), .init(lower: 1, upper: 5)]
        #expect(try solve(boxed).optimum?.objective == 5)

        var empty = LinearProgram(.minimise, columns: 0, rows: 1)
        #expect(try solve(empty).optimum?.objective == 0)
        empty.rowBounds = [.atLeast(1)]
        #expect(try solve(empty) == .infeasible)
        #expect(try solve(LinearProgram(.minimise, columns: 0, rows: 0)).optimum?.objective == 0)

        var unrelated = LinearProgram(.minimise, columns: 1, rows: 1)
        unrelated.costs = [-2]
        unrelated.columnBounds = [.init(lower: -4, upper: 3)]
        let optimum = try #require(try solve(unrelated).optimum)
        #expect(optimum.objective == -6 && optimum.rowDuals == [0] && optimum.reducedCosts == [-2])
        unrelated.rowBounds = [.equal(to: 1)]
        #expect(try solve(unrelated) == .infeasible)
    }

    @Test func unusableProgramsAreRefusedWithTheirPlace() {
        func failure(_ change: (inout LinearProgram) -> Void) -> LinearProgram.Failure? {
            var program = Self.wyndor
            change(&program)
            do throws(LinearProgram.Failure) {
                _ = try LinearProgramSolver().solve(program)
                return nil
            } catch {
                return error
            }
        }
        #expect(
            failure { $0.costs[1] = .infinity }
                == .unusableNumber(place: "cost of column 1", value: .infinity))
        #expect(
            failure { $0[2, 1] = 1e21 }
                == .unusableNumber(place: "coefficient of column 1 in row 2", value: 1e21))
        #expect(
            failure { $0.columnBounds[0] = .init(lower: 2, upper: 1) }
                == .crossedBounds(place: "column 0", bounds: .init(lower: 2, upper: 1)))
        #expect(
            failure { $0.rowBounds[1] = .atLeast(.infinity) }
                == .crossedBounds(place: "row 1", bounds: .atLeast(.infinity)))
        #expect(failure { $0.costs = [1] } == .wrongCount(place: "costs", count: 1, need: 2))
        #expect(failure { $0.rowBounds[0].upper = .nan } != nil)
        #expect(failure { $0[0, 0] = .nan } != nil)
    }

    private func isNear(_ a: [Double], _ b: [Double]) -> Bool {
        a.count == b.count
            && zip(a, b).allSatisfy { $0.isApproximatelyEqual(to: $1, absoluteTolerance: 1e-12) }
    }
}
