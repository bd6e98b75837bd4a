import Dyads
import LinearAlgebra
import TestSupport
import Testing

@testable import DyadicModels

struct QAPRegressionTests {
    /// Case mrqap-exact-n6: every one of the 720 permutations, refitted with numpy's least squares.
    @Test func everyPermutationOfSixStates() throws {
        let table = try ReferenceTable("mrqap-exact-n6/input.csv", columns: ["y", "x1", "x2"])
        let expected = try ReferenceTable(
            "mrqap-exact-n6/expected.csv",
            columns: ["estimate", "statistic", "at_least", "at_most", "at_least_absolute"])
        let result = try QAPRegression(
            of: try variable("y", of: table),
            on: [("x1", try variable("x1", of: table)), ("x2", try variable("x2", of: table))],
            plan: PermutationPlan(seed: 1))
        #expect(result.pairs == 15 && result.degreesOfFreedom == 12)
        for (index, test) in (result.coefficients.map(\.test) + [result.rSquared]).enumerated() {
            #expect(test.isExact && test.defined == 720)
            #expect(abs(test.observed - (try expected.numbers("statistic")[index])) < 1e-12)
            #expect(Double(test.atLeast) == (try expected.numbers("at_least")[index]))
            #expect(Double(test.atMost) == (try expected.numbers("at_most")[index]))
            #expect(Double(test.atLeastAbsolute) == (try expected.numbers("at_least_absolute")[index]))
        }
        for (index, coefficient) in result.coefficients.enumerated() {
            #expect(abs(coefficient.estimate - (try expected.numbers("estimate")[index])) < 1e-12)
            #expect(abs(coefficient.estimate / coefficient.standardError - coefficient.test.observed) < 1e-12)
        }
    }

    /// Case mrqap-sna: netlm of the R package sna with the hypothesis qapspp and 20,000 permutations. Coefficients and
    /// t to 1e-10; shares within four standard errors of the difference of two runs.
    @Test func sna() throws {
        let table = try ReferenceTable("mrqap-sna/input.csv", columns: ["y", "x1", "x2", "x3"])
        let expected = try ReferenceTable(
            "mrqap-sna/expected.csv", columns: ["estimate", "t", "p_le", "p_ge", "p_abs"])
        let result = try QAPRegression(
            of: try variable("y", of: table),
            on: try ["x1", "x2", "x3"].map { ($0, try variable($0, of: table)) },
            plan: PermutationPlan(draws: 20_000, seed: 11))
        #expect(abs(result.intercept - (try expected.numbers("estimate")[0])) < 1e-10)
        for (index, coefficient) in result.coefficients.enumerated() {
            let test = coefficient.test
            #expect(abs(coefficient.estimate - (try expected.numbers("estimate")[index + 1])) < 1e-10)
            #expect(abs(test.observed - (try expected.numbers("t")[index + 1])) < 1e-10)
            for (p, name) in [
                (test.pAtLeast, "p_ge"), (test.pAtMost, "p_le"), (test.pAbsolute, "p_abs"),
            ] {
                let other = try expected.numbers(name)[index + 1]
                let middle = (p + other) / 2
                let error = (2 * middle * (1 - middle) / 20_000).squareRoot()
                #expect(abs(p - other) <= 4 * error + 1e-4, "\(coefficient.name) \(name): \(p), \(other)")
            }
        }
    }

    /// Refits by QR on permuted matrices, with and without missing pairs: the same counts; means to 1e-7, because a
    /// permutation that leaves five of the pairs makes an ill-conditioned regression.
    @Test(arguments: 1...6, [0.0, 0.12])
    func refittingForEveryPermutation(seed: Int, missing: Double) throws {
        var generator = SplitMix(seed: UInt64(seed))
        let variables = try (0..<3).map { _ in
            try randomVariable(states: 6, missing: missing, using: &generator)
        }
        let result = try QAPRegression(
            of: variables[0], on: [("a", variables[1]), ("b", variables[2])], plan: .init(seed: 1))
        let slow = try SlowRegression(variables)
        let permutations = StatePermutations(states: 6, plan: .init(seed: 1))
        for k in 0..<2 {
            var (atLeast, absolute, undefined, sum) = (0, 0, 0, 0.0)
            let observed = result.coefficients[k].test.observed
            for number in 0..<permutations.count {
                guard let t = try slow.statistic(k, permutations.permutation(number)) else {
                    undefined += 1
                    continue
                }
                if t >= observed - 1e-9 { atLeast += 1 }
                if abs(t) >= abs(observed) - 1e-9 { absolute += 1 }
                sum += t
            }
            let test = result.coefficients[k].test
            #expect(test.atLeast == atLeast && test.atLeastAbsolute == absolute)
            #expect(test.undefined == undefined)
            #expect(abs(test.mean - sum / Double(720 - undefined)) < 1e-7)
        }
        let rSquares = try (0..<720).compactMap { try slow.rSquared(permutations.permutation($0)) }
        #expect(result.rSquared.atLeast == rSquares.count { $0 >= result.rSquared.observed - 1e-9 })
        #expect(result.rSquared.defined == rSquares.count)
    }

    /// New names of states and new units change coefficients as they must and no count.
    @Test(arguments: [0.0, 0.1])
    func namesAndUnits(missing: Double) throws {
        var generator = SplitMix(seed: 77)
        let variables = try (0..<3).map { _ in
            try randomVariable(states: 6, missing: missing, using: &generator)
        }
        let plan = PermutationPlan(seed: 1)
        let base = try QAPRegression(
            of: variables[0], on: [("a", variables[1]), ("b", variables[2])], plan: plan)
        let image = [5, 2, 0, 4, 1, 3]
        let moved = try variables.map { try renamed($0, by: image) }
        let other = try QAPRegression(of: moved[0], on: [("a", moved[1]), ("b", moved[2])], plan: plan)
        let scaled = try QAPRegression(
            of: variables[0],
            on: [
                (
                    "a",
                    DyadicVariable(states: 6, values: variables[1].values.map { $0.map { 1e5 * $0 + 9 } })
                ),
                ("b", variables[2]),
            ], plan: plan)
        #expect(abs(scaled.coefficients[0].estimate * 1e5 / base.coefficients[0].estimate - 1) < 1e-9)
        for k in 0..<2 {
            for result in [other, scaled] {
                let (a, b) = (result.coefficients[k].test, base.coefficients[k].test)
                #expect(abs(a.observed - b.observed) < 1e-9)
                #expect(a.atLeast == b.atLeast && a.atLeastAbsolute == b.atLeastAbsolute)
            }
        }
    }

    /// With one predictor and nothing missing, t is a function of r that grows: the counts are those of the correlation.
    @Test func onePredictorIsACorrelation() throws {
        var generator = SplitMix(seed: 8)
        let (x, y) = (
            try randomVariable(states: 6, using: &generator), try randomVariable(states: 6, using: &generator)
        )
        let plan = PermutationPlan(seed: 1)
        let regression = try QAPRegression(of: y, on: [("x", x)], plan: plan)
        let correlation = try QAPCorrelation(of: y, with: x, plan: plan)
        #expect(regression.coefficients[0].test.atLeast == correlation.test.atLeast)
        #expect(
            abs(regression.rSquared.observed - correlation.test.observed * correlation.test.observed) < 1e-12)
        #expect(regression.rSquared.atLeast == correlation.test.atLeastAbsolute)
    }

    @Test func whatCannotBeFittedIsRefused() throws {
        var generator = SplitMix(seed: 9)
        let (x, y) = (
            try randomVariable(states: 5, using: &generator), try randomVariable(states: 5, using: &generator)
        )
        let double = try DyadicVariable(states: 5, values: x.values.map { $0.map { 2 * $0 + 1 } })
        let constant = try DyadicVariable(states: 5, values: x.values.map { _ in 3 })
        let other = try randomVariable(states: 6, using: &generator)
        let plan = PermutationPlan(seed: 1)
        for predictors in [[("x", x), ("double", double)], [("c", constant)], [("o", other)], []] {
            #expect(throws: Absence.self) { try QAPRegression(of: y, on: predictors, plan: plan) }
        }
        #expect(throws: Absence.self) { try QAPRegression(of: double, on: [("x", x)], plan: plan) }
        let small = try DyadicVariable(states: 3, values: [1, 2, 4])
        let pair = [("a", small), ("b", try DyadicVariable(states: 3, values: [1, 0, 0]))]
        #expect(throws: Absence.self) {
            try QAPRegression(of: try DyadicVariable(states: 3, values: [3, 1, 1]), on: pair, plan: plan)
        }
    }
}

/// Double semi-partialling by the definition: residuals by QR, permuted as matrices, and a new regression each time.
private struct SlowRegression {
    let layout: PairLayout
    /// The places of the pairs that all variables observe.
    let rows: [Int]
    let variables: [DyadicVariable]
    let residuals: [[Int: Double]]

    init(_ variables: [DyadicVariable]) throws {
        self.variables = variables
        layout = PairLayout(states: variables[0].states)
        let rows = layout.pairs.indices.filter { pair in variables.allSatisfy { $0.values[pair] != nil } }
        self.rows = rows
        func value(_ variable: Int, _ pair: Int) -> Double { variables[variable].values[pair] ?? .nan }
        residuals = try [1, 2].map { k in
            let design = Matrix(rows: rows.count, columns: 2) { $1 == 0 ? 1 : value(3 - k, rows[$0]) }
            let fit = try PivotedQR(of: design).leastSquares(rows.map { value(k, $0) })
            return Dictionary(
                uniqueKeysWithValues: rows.map { ($0, value(k, $0) - fit[0] - fit[1] * value(3 - k, $0)) })
        }
    }

    /// The pair that a pair is sent to.
    func image(of pair: Int, _ permutation: [Int]) -> Int {
        let (a, b) = (permutation[layout.pairs[pair].first], permutation[layout.pairs[pair].second])
        return layout.pairs.firstIndex { $0 == (min(a, b), max(a, b)) } ?? -1
    }

    func statistic(_ k: Int, _ permutation: [Int]) throws -> Double? {
        let used = rows.filter { rows.contains(image(of: $0, permutation)) }
        guard used.count > 3 else { return nil }
        let design = Matrix(rows: used.count, columns: 3) { row, column in
            switch column {
            case 0: 1
            case 1: variables[2 - k].values[used[row]] ?? .nan
            default: residuals[k][image(of: used[row], permutation)] ?? .nan
            }
        }
        let outcome = used.map { variables[0].values[$0] ?? .nan }
        guard let fit = try fit(outcome, design) else { return nil }
        let products = Matrix(rows: 3, columns: 3) { a, b in
            (0..<used.count).reduce(0) { $0 + design[$1, a] * design[$1, b] }
        }
        let inverse = try #require(CholeskyFactor(of: products)).inverse
        return fit.coefficients[2] / (fit.rest / Double(used.count - 3) * inverse[2, 2]).squareRoot()
    }

    func rSquared(_ permutation: [Int]) throws -> Double? {
        let used = rows.filter { rows.contains(image(of: $0, permutation)) }
        guard used.count > 3 else { return nil }
        let design = Matrix(rows: used.count, columns: 3) {
            $1 == 0 ? 1 : variables[$1].values[used[$0]] ?? .nan
        }
        let outcome = used.map { variables[0].values[image(of: $0, permutation)] ?? .nan }
        guard let fit = try fit(outcome, design) else { return nil }
        let mean = outcome.reduce(0, +) / Double(outcome.count)
        return 1 - fit.rest / outcome.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }

    private func fit(_ outcome: [Double], _ design: Matrix) throws -> (coefficients: [Double], rest: Double)?
    {
        let qr = try PivotedQR(of: design)
        guard qr.rank == design.columns else { return nil }
        let coefficients = qr.leastSquares(outcome)
        let rest = outcome.indices.reduce(0.0) { sum, row in
            let fitted = (0..<design.columns).reduce(0.0) { $0 + design[row, $1] * coefficients[$1] }
            return sum + (outcome[row] - fitted) * (outcome[row] - fitted)
        }
        return (coefficients, rest)
    }
}
