import LinearAlgebra
import TestSupport
import Testing

@testable import DyadicModels

/// Examples of the separation primer and benchmarks of ppmlhdfe (Correia, Guimarães & Zylkin; guides/ of
/// github.com/sergiocorreia/ppmlhdfe at 33e5cb6), which print the separated observations and some coefficients.
struct SeparationTests {
    static func fit(_ rows: [[Double]], constant: Bool = true) throws -> PoissonPseudoMaximumLikelihood {
        let columns = rows[0].count - (constant ? 0 : 1)
        let design = Matrix(rows: rows.count, columns: columns) { row, column in
            constant ? (column == 0 ? 1 : rows[row][column]) : rows[row][column + 1]
        }
        return try PoissonPseudoMaximumLikelihood(outcome: rows.map { $0[0] }, design: design)
    }

    @Test func primerWithOneRegressor() throws {
        let fit = try Self.fit([[0, 1], [0, 1], [0, 0], [1, 0], [2, 0], [3, 0]])
        #expect(fit.separatedObservations == [0, 1])
        #expect(fit.columnsLostToSeparation == [1] && fit.collinearColumns.isEmpty)
        // Printed: 0.405, the logarithm of 1.5.
        #expect(abs(try #require(fit.coefficients[0]) - 0.405465108108164) < 1e-12)
        #expect(fit.fitted[0] == 0)
    }

    @Test func primerWithTwoRegressors() throws {
        let fit = try Self.fit(
            [[0, 2, -1], [0, -1, 2], [0, 0, 0], [1, 0, 0], [2, 5, -10], [3, 6, -12]])
        #expect(fit.separatedObservations == [0])
        #expect(fit.columnsLostToSeparation == [2])
    }

    /// Two sets of effects; the third observation is separated by a combination of both.
    @Test func primerWithTwoSetsOfEffects() throws {
        let rows: [[Double]] = [
            [0, 1, 0, 1, 0], [1, 1, 0, 1, 0], [0, 0, 1, 1, 0], [0, 0, 1, 0, 1], [1, 0, 1, 0, 1],
        ]
        #expect(try Self.fit(rows, constant: false).separatedObservations == [2])
    }

    /// The same with three tiny outcomes beside it: nothing is separated any more.
    @Test func primerWithTinyOutcomes() throws {
        let rows: [[Double]] =
            [[0, 1, 0, 1, 0], [1, 1, 0, 1, 0], [0, 0, 1, 1, 0], [0, 0, 1, 0, 1], [1, 0, 1, 0, 1]]
            + Array(repeating: [1e-6, 0, 1, 1, 0], count: 3)
        #expect(try Self.fit(rows, constant: false).separatedObservations.isEmpty)
    }

    @Test func benchmarkWithTenObservations() throws {
        let fit = try Self.fit([
            [0, 0, 1, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 1, 9, 0], [2, 21, 21, 21],
            [3, 0, 0, 0],
            [5, 0, 0, 0], [7, 0, 0, 0], [10, -18, -18, 0],
        ])
        #expect(fit.separatedObservations == [0, 4])
        #expect(abs(try #require(fit.coefficients[3]) - 0.066) < 0.0005)
    }

    /// Printed with five decimals: 0.59095, -0.47085, -0.03779.
    @Test func benchmarkWithTwelveObservations() throws {
        let fit = try Self.fit([
            [0, 0, 0, 2, 10], [0, 0, 0, 0, -2], [0, 0, 0, 0, 6], [0, 0, 0, 4, 5], [0, 1, 0, 0, 3],
            [2, 0, 0, 0, 3],
            [2, 0, 0, 0, 4], [2, 0, 0, -2, 15], [2, 0, 0, 0, -7], [4, 0, 0, -3, 15], [6, -3, -3, 0, 4],
            [6, 0, 0, 0, 4],
        ])
        #expect(fit.separatedObservations == [4])
        #expect(fit.columnsLostToSeparation == [2])
        for (column, printed) in [(0, 0.59095), (3, -0.47085), (4, -0.03779)] {
            #expect(abs(try #require(fit.coefficients[column]) - printed) < 0.000005)
        }
    }

    /// A column that tells some zeros apart, at random: exactly the planted observations are found.
    @Test func plantedSeparation() throws {
        var generator = SplitMix(seed: 11)
        for trial in 0..<20 {
            let n = 60
            let outcome = (0..<n).map { _ in generator.uniform() < 0.5 ? 0 : generator.uniform() * 5 }
            let planted = outcome.indices.filter { outcome[$0] == 0 && generator.uniform() < 0.2 }
            let isPlanted = Set(planted)
            let x = (0..<n).map { _ in (generator.uniform(), generator.uniform()) }
            // The third covariate equals the sum of the others but for planted rows.
            let design = Matrix(rows: n, columns: 4) { row, column in
                [1, x[row].0, x[row].1, x[row].0 + x[row].1 + (isPlanted.contains(row) ? 0.5 : 0)][column]
            }
            let fit = try PoissonPseudoMaximumLikelihood(outcome: outcome, design: design)
            #expect(fit.separatedObservations == planted, "trial \(trial)")
        }
    }
}
