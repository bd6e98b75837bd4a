import Dyads
import LinearAlgebra
import TestSupport
import Testing

@testable import DyadicModels

struct CoefficientCovarianceTests {
    /// Aronow, Samii & Assenova (2015): against a double loop over all pairs of observations, term by term.
    @Test func dyadicRobustEqualsTheDoubleLoop() throws {
        let data = try SimulatedDyadYears()
        let dyads = try data.dyads.map { try #require(Dyad($0)) }
        let fit = try PoissonPseudoMaximumLikelihood(outcome: data.outcome, design: data.design)
        let n = data.outcome.count
        var meat = Matrix(rows: 7, columns: 7)
        for i in 0..<n {
            for j in 0..<n where dyads[i].includes(dyads[j].first) || dyads[i].includes(dyads[j].second) {
                let product = (data.outcome[i] - fit.fitted[i]) * (data.outcome[j] - fit.fitted[j])
                for a in 0..<7 {
                    for b in 0..<7 { meat[a, b] += data.design[i, a] * product * data.design[j, b] }
                }
            }
        }
        let information = data.design.crossProduct(weights: fit.fitted)
        let bread = try #require(CholeskyFactor(of: information)).inverse
        let expected = bread.times(meat).times(bread)
        let computed = try fit.dyadicRobustCovariance(dyads: dyads)
        let robust = try fit.robustCovariance().matrix
        for i in 0..<7 {
            // With ten states the sum is indefinite here; clipping only ever adds variance.
            #expect(computed.matrix[i, i] >= computed.unclipped[i, i])
            for j in 0..<7 {
                let scale = (robust[i, i] * robust[j, j]).squareRoot()
                #expect(abs(computed.unclipped[i, j] - expected[i, j]) < 1e-8 * scale)
            }
        }
    }

    /// Without shared states the pairs left are those of one dyad: the covariance clustered by dyad.
    @Test func disjointDyadsAreClusters() throws {
        let outcome: [Double] = [1, 4, 2, 7, 3, 3]
        let x = Matrix(rows: 6, columns: 2) { $1 == 0 ? 1 : Double($0 * $0) / 10 }
        let names = ["AAA-BBB", "AAA-BBB", "CCC-DDD", "CCC-DDD", "EEE-FFF", "EEE-FFF"]
        let dyads = try names.map { try #require(Dyad($0)) }
        let fit = try PoissonPseudoMaximumLikelihood(outcome: outcome, design: x)
        let residuals = zip(outcome, fit.fitted).map { $0 - $1 }
        var meat = Matrix(rows: 2, columns: 2)
        for pair in [[0, 1], [2, 3], [4, 5]] {
            let u = (0..<2).map { column in pair.reduce(0) { $0 + x[$1, column] * residuals[$1] } }
            for a in 0..<2 { for b in 0..<2 { meat[a, b] += u[a] * u[b] } }
        }
        let bread = try #require(CholeskyFactor(of: x.crossProduct(weights: fit.fitted))).inverse
        let expected = bread.times(meat).times(bread)
        let computed = try fit.dyadicRobustCovariance(dyads: dyads).matrix
        for index in 0..<4 {
            #expect(abs(computed.elements[index] - expected.elements[index]) < 1e-12)
        }
    }

    /// Three states and a constant: all pairs of dyads share a state, so that the sum is (sum of residuals)^2 = 0.
    /// With a covariate the sum is indefinite or zero; what is negative is clipped, and said.
    @Test func clippingIsReportedAndUnitsDoNotMatter() throws {
        let names = ["AAA-BBB", "AAA-CCC", "AAA-DDD", "BBB-CCC", "BBB-DDD", "CCC-DDD"]
        let dyads = try names.map { try #require(Dyad($0)) }
        // Residuals of opposite sign in dyads that share states, of the same sign in the two that share none.
        let outcome: [Double] = [9, 2, 1, 1, 2, 9]
        let x = Matrix(rows: 6, columns: 2) { row, column in column == 0 ? 1 : [1, 0, 0, 0, 0, -1][row] }
        let fit = try PoissonPseudoMaximumLikelihood(outcome: outcome, design: x)
        let covariance = try fit.dyadicRobustCovariance(dyads: dyads)
        #expect(!covariance.clippedEigenvalues.isEmpty)
        #expect(covariance.clippedEigenvalues.allSatisfy { $0 < 0 })
        #expect(try SymmetricEigen(of: covariance.matrix).values.allSatisfy { $0 >= -1e-12 })
        let rescaled = Matrix(rows: 6, columns: 2) { x[$0, $1] * ($1 == 0 ? 1 : 1000) }
        let other = try PoissonPseudoMaximumLikelihood(outcome: outcome, design: rescaled)
            .dyadicRobustCovariance(dyads: dyads)
        let pairs = zip(covariance.clippedEigenvalues, other.clippedEigenvalues)
        for (a, b) in pairs { #expect(abs(a / b - 1) < 1e-9) }
        #expect(abs(other.matrix[1, 1] * 1e6 - covariance.matrix[1, 1]) < 1e-9)
    }
}
