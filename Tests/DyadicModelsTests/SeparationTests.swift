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

    /// A covariate and two sets of effects, as dummies of the levels that occur.
    static func twoWayEffects(_ rows: [[Double]], covariates: Int) -> [[Double]] {
        let effects = [covariates + 1, covariates + 2].flatMap { column in
            Set(rows.map { $0[column] }).sorted().map { (column, $0) }
        }
        return rows.map { row in
            Array(row[...covariates]) + effects.map { column, level in row[column] == level ? 1 : 0 }
        }
    }

    /// guides/csv/fe3.csv; alpaca prints -0.2995 and drops seven observations. The guide says that an eighth, the
    /// tenth, is separated too, but its own combination is zero there: y > 0 forces i1 + j1 = i1 + j3 = i6 + j3 = 0,
    /// hence i6 + j1 = 0. A linear program for each observation (scipy 1.17.1, `linprog`) also finds these seven.
    @Test func benchmarkWithSixteenObservationsAndEffects() throws {
        let rows: [[Double]] = [
            [0, 0, 1, 1], [0, 3, 1, 1], [0, -2, 1, 1], [0, 2, 1, 3], [0, 2, 1, 5], [0, 0, 1, 6],
            [0, 7, 4, 1],
            [0, 1, 4, 4], [0, 2, 4, 5], [0, 1, 6, 1], [0, -2, 8, 4], [0, 3, 8, 6], [1, -5, 1, 1],
            [1, 1, 1, 3], [5, -2, 6, 3], [7, 2, 1, 3],
        ]
        let fit = try Self.fit(Self.twoWayEffects(rows, covariates: 1), constant: false)
        #expect(fit.separatedObservations == [4, 5, 6, 7, 8, 10, 11])
        #expect(abs(try #require(fit.coefficients[0]) + 0.2995) < 0.0001)
    }

    /// guides/csv/fe1.csv: four separated observations, those with x2 above zero (also by linear programs); alpaca prints -0.4845 for x1.
    @Test func benchmarkWithEighteenObservationsAndEffects() throws {
        let rows: [[Double]] = [
            [2, 0, 0, 2, 1], [0, 0, 0, 4, 2], [0, 0, 0, 1, 1], [1, 1, 0, 4, 3], [0, 0, 1, 2, 2],
            [0, 0, 0, 2, 2], [1, 0, 0, 5, 4], [0, 1, 2, 2, 3], [1, 0, 0, 1, 1], [0, 0, 0, 2, 2],
            [0, 2, 0, 1, 3], [0, 0, 0, 1, 3], [0, 1, 0, 2, 2], [0, 0, 1, 5, 2], [0, 0, 1, 2, 4],
            [0, 0, 0, 1, 2], [0, 0, 0, 1, 1], [2, 0, 0, 1, 2],
        ]
        let fit = try Self.fit(Self.twoWayEffects(rows, covariates: 2), constant: false)
        #expect(fit.separatedObservations == [4, 7, 13, 14])
        #expect(abs(try #require(fit.coefficients[0]) + 0.4845) < 0.0001)
    }

    /// Tables of -1, 0 and 1 at random, two outcomes above zero and four of zero, against a search over all combinations
    /// with weights from -3 to 3: the edges of the cone of combinations are vector products of two rows, whose
    /// entries are at most 2, so that the search is complete.
    @Test func againstASearchOverAllSmallWeights() throws {
        var generator = SplitMix(seed: 17)
        var separating = 0
        for table in 0..<200 {
            let rows: [[Double]] = (0..<6).map { _ in (0..<3).map { _ in Double(generator.next() % 3) - 1 } }
            let outcome: [Double] = [1, 2, 0, 0, 0, 0]
            var expected: Set<Int> = []
            for code in 0..<343 {
                let weights = [code % 7, code / 7 % 7, code / 49].map { Double($0 - 3) }
                let values = rows.map { row in zip(weights, row).reduce(0) { $0 + $1.0 * $1.1 } }
                guard values[0] == 0, values[1] == 0, values.allSatisfy({ $0 >= 0 }) else { continue }
                expected.formUnion(values.indices.filter { values[$0] > 0 })
            }
            let design = Matrix(rows: 6, columns: 3) { rows[$0][$1] }
            let found = try findSeparated(outcome: outcome, design: design)
            #expect(found == expected.sorted(), "table \(table)")
            if !expected.isEmpty { separating += 1 }
        }
        #expect(separating > 40 && separating < 160)
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
