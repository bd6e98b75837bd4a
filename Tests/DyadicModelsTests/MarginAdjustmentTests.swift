import Dyads
import LinearAlgebra
import TestSupport
import Testing

@testable import DyadicModels

struct MarginAdjustmentTests {
    static func dyads(_ n: Int) throws -> [Dyad] {
        let letters = Array("ABCDEFGHIJKLMNO").prefix(n)
        let codes = try letters.map { try #require(StateCode(String(repeating: $0, count: 3))) }
        return codes.indices.flatMap { i in codes[(i + 1)...].compactMap { Dyad(codes[i], $0) } }
    }

    /// Random values, some of them zero or missing.
    static func values(_ count: Int, seed: UInt64) -> [Double?] {
        var generator = SplitMix(seed: seed)
        return (0..<count).map { _ in
            let draw = generator.uniform()
            return draw < 0.1 ? nil : draw < 0.25 ? 0 : 20 * generator.uniform()
        }
    }

    /// Three totals fix three cells: e12 = (T1 + T2 - T3) / 2, which is what was observed.
    @Test func threeStatesAreSaturated() throws {
        let fit = try QuasiIndependence(
            totals: [7, 5, 4], isCell: (0..<3).map { i in (0..<3).map { $0 != i } })
        for (i, j, exact) in [(0, 1, 4.0), (0, 2, 3), (1, 2, 1)] {
            #expect(abs(fit.expected[i][j] - exact) < 1e-10 && fit.expected[j][i] == fit.expected[i][j])
        }
        let adjusted = try MarginAdjustment(dyads: try Self.dyads(3), values: [4, 3, 1])
        for ratio in adjusted.ratios { #expect(abs(try #require(ratio) - 1) < 1e-10) }
    }

    /// Four states with equal totals: every pair is expected to have a third of the total.
    @Test func equalTotals() throws {
        let adjusted = try MarginAdjustment(dyads: try Self.dyads(4), values: [3, 0, 0, 0, 0, 3])
        for expected in adjusted.expected { #expect(abs(try #require(expected) - 1) < 1e-12) }
        #expect(adjusted.ratios[1] == 0)
    }

    /// A table that is a(i) a(j) already has every ratio 1, with missing cells too.
    @Test func aProductTableIsItsOwnExpectation() throws {
        let factors = [0.3, 1, 2, 5, 0.7]
        var values: [Double?] = []
        for i in 0..<5 {
            for j in (i + 1)..<5 { values.append(i == 1 && j == 3 ? nil : factors[i] * factors[j]) }
        }
        let adjusted = try MarginAdjustment(dyads: try Self.dyads(5), values: values)
        #expect(adjusted.ratios.count { $0 == nil } == 1)
        for ratio in adjusted.ratios.compactMap(\.self) { #expect(abs(ratio - 1) < 1e-10) }
    }

    /// The same expectation from a Poisson regression on dummies of the states; relative 1e-9.
    @Test(arguments: 1...6)
    func poissonRegressionOnStates(seed: Int) throws {
        let dyads = try Self.dyads(7)
        let values = Self.values(dyads.count, seed: UInt64(seed))
        let observed = dyads.indices.filter { values[$0] != nil }
        let states = Set(dyads.flatMap { [$0.first, $0.second] }).sorted()
        let model = try PoissonPseudoMaximumLikelihood(
            outcome: observed.compactMap { values[$0] },
            design: Matrix(rows: observed.count, columns: states.count) {
                dyads[observed[$0]].includes(states[$1]) ? 1 : 0
            })
        let adjusted = try MarginAdjustment(dyads: dyads, values: values)
        for (position, index) in observed.enumerated() {
            let expected = try #require(adjusted.expected[index])
            #expect(abs(expected / model.fitted[position] - 1) < 1e-9)
        }
    }

    /// What defines the fit: every state's total is met, and e(ij) e(kl) = e(il) e(kj) for four states.
    @Test(arguments: 11...14)
    func totalsAndCrossRatios(seed: Int) throws {
        let dyads = try Self.dyads(6)
        let values = Self.values(dyads.count, seed: UInt64(seed)).map { $0 ?? 1.5 }
        let adjusted = try MarginAdjustment(dyads: dyads, values: values)
        let expected = try adjusted.expected.map { try #require($0) }
        for state in Set(dyads.flatMap { [$0.first, $0.second] }) {
            let own = dyads.indices.filter { dyads[$0].includes(state) }
            let (target, fitted) = (
                own.reduce(0) { $0 + values[$1] }, own.reduce(0) { $0 + expected[$1] }
            )
            #expect(abs(fitted / target - 1) < 1e-11)
        }
        // AB, AC, AD, AE, AF, BC, BD, BE, BF, CD, ...: AB CD = AD BC = AC BD.
        let (ab, ac, ad, bc, bd, cd) = (
            expected[0], expected[1], expected[2], expected[5], expected[6], expected[9]
        )
        #expect(abs(ab * cd / (ad * bc) - 1) < 1e-10 && abs(ab * cd / (ac * bd) - 1) < 1e-10)
    }

    @Test func unitAndOrderDoNotMatter() throws {
        let dyads = try Self.dyads(6)
        let values = Self.values(dyads.count, seed: 21)
        let first = try MarginAdjustment(dyads: dyads, values: values)
        let second = try MarginAdjustment(
            dyads: dyads.reversed(), values: values.reversed().map { $0.map { 1e6 * $0 } })
        for (a, b) in zip(first.ratios, second.ratios.reversed()) {
            #expect((a == nil) == (b == nil))
            if let a, let b { #expect(abs(a - b) <= 1e-9 * a) }
        }
    }

    @Test func statesWithoutContactAreSetAside() throws {
        // EEE has four observed zeros.
        let adjusted = try MarginAdjustment(dyads: try Self.dyads(5), values: [1, 2, 3, 0, 2, 1, 0, 4, 0, 0])
        #expect(adjusted.expected[3] == nil && adjusted.reasons[3] == "EEE has no contact with anyone")
        #expect(adjusted.ratios[0] != nil && adjusted.reasons[0] == nil)
    }

    @Test func refusals() throws {
        let dyads = try Self.dyads(4)
        #expect(throws: Absence("no contact at all")) {
            try MarginAdjustment(dyads: dyads, values: [0, 0, nil, 0, 0, 0])
        }
        #expect(throws: Absence("the value of AAA-CCC is negative or not finite")) {
            try MarginAdjustment(dyads: dyads, values: [0, -1, nil, 0, 0, 0])
        }
        // All contact is with AAA, though the others could meet.
        let star = #expect(throws: Absence.self) {
            try MarginAdjustment(dyads: dyads, values: [1, 2, 3, 0, 0, 0])
        }
        #expect(star?.reason.hasPrefix("the total of AAA, 6.0, is not below") == true)
        // The same where the others cannot meet: the cells are the totals.
        let only = try MarginAdjustment(dyads: dyads, values: [1, 2, 3, nil, nil, nil])
        #expect(only.ratios.compactMap(\.self).allSatisfy { abs($0 - 1) < 1e-10 })
        // A total that exceeds the sum of the others.
        #expect(throws: QuasiIndependence.Failure.totalOutOfReach(state: 0, partnersTotal: 8)) {
            try QuasiIndependence(totals: [9, 5, 3], isCell: (0..<3).map { i in (0..<3).map { $0 != i } })
        }
    }

    /// States 1 and 2 have no common cell and together need all that states 3 and 4 have: their cell would be zero.
    @Test func zerosThatCutStatesApart() throws {
        let cells = (0..<4).map { i in (0..<4).map { j in i != j && i + j != 1 } }
        #expect(throws: QuasiIndependence.Failure.notMet(iterations: 500)) {
            try QuasiIndependence(totals: [2, 3, 2, 3], isCell: cells, maximumIterations: 500)
        }
    }
}
