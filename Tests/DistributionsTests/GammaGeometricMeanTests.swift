import Distributions
import Foundation
import TestSupport
import Testing

struct GammaGeometricMeanTests {
    static func variables(_ parameters: [(shape: Double, rate: Double)]) -> [GammaDistribution] {
        parameters.compactMap { GammaDistribution(shape: $0.shape, rate: $0.rate) }
    }

    struct Case: Sendable {
        let parameters: [(shape: Double, rate: Double)]
        let x: Double
        let probability: Double
    }

    static let cases: [Case] = [
        Case(parameters: [(2, 3), (5, 1)], x: 2, probability: 0.710684346485613),
        Case(parameters: [(0.3, 0.7), (0.6, 2)], x: 0.05, probability: 0.356361478358641),
        Case(parameters: [(0.3, 0.7), (40, 10)], x: 0.5, probability: 0.433419190576584),
        Case(parameters: [(1.5, 1), (2.5, 2), (8, 3)], x: 1.2, probability: 0.337712394082688),
        Case(parameters: [(200, 100), (300, 100)], x: 2.4, probability: 0.341718624311735),
        Case(parameters: [(0.05, 1), (3, 1)], x: 0.001, probability: 0.491858213999753),
    ]

    /// Expected: inversion of the characteristic function, the product of Gamma(a + iw) / Gamma(a) b^-iw (Gil-Pelaez
    /// 1951), by mpmath 1.3.0 with 25 digits.
    @Test(arguments: cases)
    func probability(_ known: Case) throws {
        let mean = try #require(GammaGeometricMean(of: Self.variables(known.parameters)))
        #expect(abs(mean.cumulative(known.x) - known.probability) < 1e-9)
        #expect(abs(try #require(mean.quantile(known.probability)) / known.x - 1) < 1e-7)
    }

    @Test func oneVariableIsItself() throws {
        let variables = Self.variables([(2.5, 3)])
        let mean = try #require(GammaGeometricMean(of: variables))
        #expect(mean.quantile(0.9) == variables[0].quantile(0.9))
        #expect(abs(mean.cumulative(0.7) - variables[0].cumulative(0.7)) < 1e-15)
    }

    /// The geometric mean scales with the rates and does not depend on the order of the variables.
    @Test func scaleAndOrder() throws {
        let first = try #require(GammaGeometricMean(of: Self.variables([(2, 1), (0.7, 1), (5, 1)])))
        let second = try #require(GammaGeometricMean(of: Self.variables([(5, 10), (2, 100), (0.7, 1)])))
        let (a, b) = (try #require(first.quantile(0.3)), try #require(second.quantile(0.3)))
        #expect(abs(a / (10 * b) - 1) < 1e-8)
    }

    @Test func outsideTheDomain() throws {
        #expect(GammaGeometricMean(of: []) == nil)
        let mean = try #require(GammaGeometricMean(of: Self.variables([(1, 1), (0.001, 1)])))
        #expect(mean.quantile(0) == nil && mean.quantile(1) == nil && mean.cumulative(-1) == 0)
        #expect(try #require(mean.quantile(0.975)).isFinite)
    }
}
