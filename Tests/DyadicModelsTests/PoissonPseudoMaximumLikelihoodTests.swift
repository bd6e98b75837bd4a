import Foundation
import LinearAlgebra
import TestSupport
import Testing

@testable import DyadicModels

/// The simulated dyad-years of `Tests/ReferenceCases/ppml-simulated`.
struct SimulatedDyadYears {
    let outcome: [Double]
    let design: Matrix
    let offset: [Double]
    let years: [Double]
    let dyads: [String]

    init() throws {
        let columns = ["dyad", "year", "y", "log_size", "log_distance", "contiguous", "offset"]
        let table = try ReferenceTable("ppml-simulated/input.csv", columns: columns)
        let years = try table.numbers("year")
        let effects: [[Double]] = [2001, 2002, 2003, 2004].map { year in years.map { $0 == year ? 1 : 0 } }
        let covariates = effects + (try columns[3...5].map { try table.numbers($0) })
        self.years = years
        outcome = try table.numbers("y")
        offset = try table.numbers("offset")
        dyads = try table.texts("dyad")
        design = Matrix(rows: years.count, columns: covariates.count) { covariates[$1][$0] }
    }
}

struct PoissonPseudoMaximumLikelihoodTests {
    /// statsmodels 0.15.0, relative 1e-8.
    @Test(arguments: [false, true])
    func statsmodelsOnSimulatedDyadYears(withOffset: Bool) throws {
        let data = try SimulatedDyadYears()
        let suffix = withOffset ? "_with_offset" : ""
        let names = ["coefficient" + suffix, "hc0_se" + suffix]
        let expected = try ReferenceTable("ppml-simulated/expected.csv", columns: names)
        let fit = try PoissonPseudoMaximumLikelihood(
            outcome: data.outcome, design: data.design, offset: withOffset ? data.offset : nil)
        let errors = try fit.robustCovariance().standardErrors
        for index in 0..<7 {
            let coefficient = try #require(Double(try expected.texts(names[0])[index]))
            let error = try #require(Double(try expected.texts(names[1])[index]))
            #expect(abs(try #require(fit.coefficients[index]) / coefficient - 1) < 1e-8)
            #expect(abs(errors[index] / error - 1) < 1e-8)
        }
        let deviance = try #require(Double(try expected.texts(names[0])[7]))
        #expect(abs(fit.deviance / deviance - 1) < 1e-10)
        #expect(fit.separatedObservations.isEmpty && fit.collinearColumns.isEmpty)
    }

    /// The first-order conditions of the effects: fitted values sum to the outcomes in every year.
    @Test func fittedValuesSumToTheOutcomesInEveryYear() throws {
        let data = try SimulatedDyadYears()
        let fit = try PoissonPseudoMaximumLikelihood(outcome: data.outcome, design: data.design)
        for year in [2001.0, 2002, 2003, 2004] {
            let members = data.years.indices.filter { data.years[$0] == year }
            let observed = members.reduce(0) { $0 + data.outcome[$1] }
            let fitted = members.reduce(0) { $0 + fit.fitted[$1] }
            #expect(abs(fitted / observed - 1) < 1e-12)
        }
        #expect(try #require(fit.devianceExplained) > 0.3)
    }

    /// Random tables with zeros: sum (y - mu) x = 0 for every column, whatever the order of the observations.
    @Test(arguments: 1...10)
    func firstOrderConditions(seed: Int) throws {
        var generator = SplitMix(seed: UInt64(seed))
        let n = 30 + 10 * seed
        let x = Matrix(rows: n, columns: 4) { $1 == 0 ? 1 : 4 * generator.uniform() - 2 }
        let outcome = (0..<n).map { row in
            generator.uniform() < 0.4 ? 0 : exp(x[row, 1] - x[row, 2]) * -log(generator.uniform())
        }
        let fit = try PoissonPseudoMaximumLikelihood(outcome: outcome, design: x)
        let total = outcome.reduce(0, +)
        for score in x.transposedTimes(zip(outcome, fit.fitted).map { $0 - $1 }) {
            #expect(abs(score) < 1e-10 * total)
        }
        let reversed = try PoissonPseudoMaximumLikelihood(
            outcome: outcome.reversed(),
            design: Matrix(rows: n, columns: 4) { x[n - 1 - $0, $1] })
        for (a, b) in zip(fit.fitted, reversed.fitted.reversed()) { #expect(abs(a / b - 1) < 1e-9) }
    }

    /// With a constant alone the fitted value is the mean.
    @Test func aConstantFitsTheMean() throws {
        let fit = try PoissonPseudoMaximumLikelihood(
            outcome: [0, 1, 2.5, 0.5], design: Matrix(rows: 4, columns: 1, repeating: 1))
        #expect(abs(try #require(fit.coefficients[0])) < 1e-14)
        #expect(abs(fit.deviance - fit.nullDeviance) < 1e-14)
    }

    @Test func unitsOfColumnsAndOutcomesDoNotMatter() throws {
        let data = try SimulatedDyadYears()
        let scales = [1, 1, 1, 1, 1e6, 1e-6, -3]
        let rescaled = Matrix(rows: data.design.rows, columns: 7) { data.design[$0, $1] * scales[$1] }
        let first = try PoissonPseudoMaximumLikelihood(outcome: data.outcome, design: data.design)
        let second = try PoissonPseudoMaximumLikelihood(
            outcome: data.outcome.map { 1e9 * $0 }, design: rescaled)
        for (a, b) in zip(first.fitted, second.fitted) { #expect(abs(1e9 * a / b - 1) < 1e-9) }
        let (a, b) = (try #require(first.coefficients[4]), try #require(second.coefficients[4]))
        #expect(abs(1e6 * b / a - 1) < 1e-9)
    }

    @Test func collinearColumnsAreDroppedAndNamed() throws {
        let data = try SimulatedDyadYears()
        let x = Matrix(rows: data.design.rows, columns: 9) { row, column in
            switch column {
            case 7: 1  // the sum of the year effects
            case 8: 2 * data.design[row, 4] - 3 * data.design[row, 5]
            default: data.design[row, column]
            }
        }
        let plain = try PoissonPseudoMaximumLikelihood(outcome: data.outcome, design: data.design)
        let fit = try PoissonPseudoMaximumLikelihood(outcome: data.outcome, design: x)
        #expect(fit.collinearColumns == [7, 8] && fit.columnsLostToSeparation.isEmpty)
        #expect(fit.coefficients[7] == nil)
        for (a, b) in zip(plain.fitted, fit.fitted) { #expect(abs(a / b - 1) < 1e-10) }
        // A new observation has a prediction only if it keeps the dependence.
        #expect(fit.linearPredictor(x.row(5)) != nil)
        var broken = x.row(5)
        broken[8] += 1
        #expect(fit.linearPredictor(broken) == nil)
    }

    @Test func refusals() {
        let x = Matrix(rows: 3, columns: 1, repeating: 1)
        #expect(throws: PoissonFailure.allZero) {
            try PoissonPseudoMaximumLikelihood(outcome: [0, 0, 0], design: x)
        }
        #expect(throws: PoissonFailure.negativeOutcome(observation: 1)) {
            try PoissonPseudoMaximumLikelihood(outcome: [0, -1, 3], design: x)
        }
        #expect(throws: PoissonFailure.notFinite) {
            try PoissonPseudoMaximumLikelihood(outcome: [0, .nan, 3], design: x)
        }
        #expect(throws: PoissonFailure.noColumns) {
            try PoissonPseudoMaximumLikelihood(outcome: [0, 1, 3], design: Matrix(rows: 3, columns: 1))
        }
    }

    @Test func notConverging() throws {
        let data = try SimulatedDyadYears()
        #expect(throws: PoissonFailure.notConverged(iterations: 3)) {
            try PoissonPseudoMaximumLikelihood(
                outcome: data.outcome, design: data.design, maximumIterations: 3)
        }
    }
}
