import Foundation
import TestSupport
import Testing

@testable import Scoring

struct QuasiArithmeticTests {
    /// 2 and 8: harmonic 2/(1/2 + 1/8) = 3.2, geometric 4, arithmetic 5, quadratic sqrt(34).
    @Test func meansOfTwoNumbers() throws {
        let rows = [[2.0, 8.0]]
        #expect(abs(try aggregate(.harmonic, rows).numbers()[0] - 3.2) < 1e-14)
        for (exponent, expected) in [(-1.0, 3.2), (0, 4), (1, 5), (2, 34.0.squareRoot()), (0.5, 4.5)] {
            let score = try aggregate(.power, rows, ["exponent": .number(exponent)]).numbers()[0]
            #expect(abs(score - expected) < 1e-13, "exponent \(exponent)")
        }
    }

    /// Powers that are one but for 1e-12 cancel; the mean has to be the geometric one to within the order of p, and a
    /// step of p across the change of formula has to be as small as the slope says.
    @Test func powerMeansNearTheGeometricOne() throws {
        let rows = [[0.002, 0.7, 55], [1, 1, 1], [3, 4, 1e5]]
        let weights = [2.0, 1, 1]
        func power(_ exponent: Double) throws -> [Double?] {
            try aggregate(.power, rows, weights: weights, ["exponent": .number(exponent)]).scores
        }
        let geometric = try aggregate(.geometric, rows, weights: weights).scores
        for exponent in [1e-12, -1e-12, -1e-300] {
            #expect(try #require(largestDifference(try power(exponent), geometric)) < 1e-9)
        }
        #expect(try #require(largestDifference(try power(0.999e-6), try power(1.001e-6))) < 1e-7)
        #expect(
            try aggregate(.power, [[0, 2], [0, 0]], ["exponent": .number(1e-7)]).scores == [0, 0])
        #expect(throws: ScoringFailure.self) {
            try aggregate(.power, [[0, 2]], ["exponent": .number(-1e-7)])
        }
    }

    @Test func powerMeansHoldTheNamedOnesAndRiseWithTheExponent() throws {
        var generator = SplitMix(seed: 1)
        let rows = randomRows(20, 5, using: &generator)
        let weights = [3.0, 1, 2, 1, 1]
        func power(_ exponent: Double) throws -> [Double] {
            try aggregate(.power, rows, weights: weights, ["exponent": .number(exponent)]).numbers()
        }
        for (exponent, named) in [(-1.0, Aggregation.harmonic), (0, .geometric), (1, .arithmetic)] {
            let expected = try aggregate(named, rows, weights: weights).scores
            #expect(try #require(largestDifference(try power(exponent), expected)) < 1e-13)
        }
        let exponents = [-20.0, -3, -1, -0.5, 0, 1.0 / 3, 1, 2.5, 20]
        for (lower, higher) in zip(exponents, exponents.dropFirst()) {
            #expect(zip(try power(lower), try power(higher)).allSatisfy { $0 < $1 })
        }
        for (row, means) in zip(rows, zip(try power(-20), try power(20))) {
            #expect((row.min() ?? 0) <= means.0 && means.1 <= (row.max() ?? 0))
        }
    }

    /// Multiplying everything by a constant multiplies the mean; a slow sum of powers gives the same.
    @Test(arguments: [-2.5, -1, 0.25, 3])
    func homogeneousAndEqualToADirectSum(exponent: Double) throws {
        var generator = SplitMix(seed: 2)
        let rows = randomRows(10, 4, using: &generator)
        let argument = ["exponent": MethodArgument.number(exponent)]
        let scores = try aggregate(.power, rows, argument).numbers()
        let tripled = try aggregate(.power, rows.map { $0.map { 3 * $0 } }, argument).numbers()
        for (row, (score, scaled)) in zip(rows, zip(scores, tripled)) {
            let direct = pow(row.map { pow($0, exponent) }.reduce(0, +) / 4, 1 / exponent)
            #expect(abs(score - direct) < 1e-13)
            #expect(abs(scaled - 3 * score) < 1e-12)
        }
    }

    @Test func zeroIsInTheDomainOfPositiveExponentsOnly() throws {
        let rows = [[0.0, 4.0]]
        #expect(try aggregate(.power, rows, ["exponent": .number(0.5)]).numbers()[0] == 1)
        for exponent in [-1.0, 0] {
            #expect(throws: ScoringFailure.self) {
                try aggregate(.power, rows, ["exponent": .number(exponent)])
            }
        }
        #expect(throws: ScoringFailure.self) { try aggregate(.harmonic, rows) }
        #expect(throws: ScoringFailure.self) {
            try aggregate(.power, [[-1.0, 4.0]], ["exponent": .number(2)])
        }
    }

    /// A power that is too small or too large to be a number is refused, not turned into an infinite mean.
    @Test(arguments: [(1e300, -20.0), (1e300, 20), (1e-300, 20), (1e-300, -20)])
    func powersOutsideTheRangeOfNumbersAreRefused(value: Double, exponent: Double) {
        #expect(throws: ScoringFailure.self) {
            try aggregate(.power, [[value, 1]], ["exponent": .number(exponent)])
        }
    }

    @Test func requirementsFollowTheExponent() throws {
        func objections(_ exponent: Double, _ normalisation: MethodChoice) throws -> Int {
            let choice = try MethodChoice(Aggregation.power.description, ["exponent": .number(exponent)])
            return Admissibility.objections(
                to: ScoringMethod(normalisation: normalisation, aggregations: [choice]), hasGaps: false
            ).count
        }
        #expect(try objections(0.5, .unitRange) == 0)
        #expect(try objections(0, .unitRange) == 1)
        #expect(try objections(0.5, .zScore) == 1)
        #expect(try objections(-1, try #require(.minMax(1, 100))) == 0)
    }
}
