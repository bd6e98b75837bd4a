import Dyads
import DyadicModels
import Foundation
import TestSupport
import Testing

@testable import ClaimTesting

struct SourceDisagreementTests {
    static func dyads(_ states: Int) -> [Dyad] { TinyStudy(states: states, columns: []).dyads }

    /// Four states, all pairs: u = 3 (1, 0, 0, -1) and v = 1 on AB and CD, -1 on AC and BD, 0 on AD and BC, whose sums over
    /// every state are 0. Then R1 = 4 on 2 degrees of freedom, R0 = 36 + 4, and 2 N - sum d^2 / N = 6.
    @Test func variancesByHand() throws {
        let dyads = Self.dyads(4)
        let v = [1.0, -1, 0, 0, -1, 1]
        let u = [1.0, 1, 0, 0, -1, -1]
        let fit = try TwoWayVariance(zip(dyads, v.indices.map { (3 * u[$0] + v[$0]) }).map { ($0, $1 + 7) })
        #expect(fit.states == 4 && fit.degreesOfFreedom == 2)
        #expect(abs(fit.mean - 7) < 1e-12 && abs(fit.variance - 8) < 1e-12)
        #expect(abs(fit.dyadVariance - 2) < 1e-12 && abs(fit.stateVariance - 5) < 1e-12)
        // Smaller effects of states: (8 - 5 x 2) / 6 is negative, so all of 8 / 5 is laid on dyads.
        let small = try TwoWayVariance(zip(dyads, v.indices.map { (u[$0] + v[$0]) }).map { ($0, $1) })
        #expect(small.stateVariance == 0 && abs(small.dyadVariance - 1.6) < 1e-12)
    }

    /// Averages of 400 estimates from simulated sources, where both variances are far from 0: within four standard errors.
    @Test func estimatesAreUnbiased() throws {
        let dyads = Self.dyads(10)
        let kept = dyads.indices.filter { $0 % 3 != 0 }
        let sampler = ReportingErrorSampler(
            doubts: [
                .init(id: "a", indicators: ["a"], error: .init(stateSigma: 0.8, dyadSigma: 0.4)),
                .init(id: "b", indicators: ["b"], error: .init(stateSigma: 0.8, dyadSigma: 0.4)),
            ], dyads: dyads, seed: 17, stream: 1)
        var (states, pairs): ([Double], [Double]) = ([], [])
        for draw in 0..<400 {
            let factors = sampler.factors(draw: UInt64(draw))
            let (a, b) = (try #require(factors["a"]), try #require(factors["b"]))
            let found = try SourceDisagreement(
                dyads: kept.map { dyads[$0] }, ("a", kept.map { 5 * a[$0] }), ("b", kept.map { 900 * b[$0] }))
            states.append(found.stateVariance)
            pairs.append(found.dyadVariance)
        }
        for (estimates, truth) in [(states, 2 * 0.64), (pairs, 2 * 0.16)] {
            let mean = estimates.reduce(0, +) / 400
            let squares = estimates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            #expect(abs(mean - truth) < 4 * (squares / 399 / 400).squareRoot(), "\(mean), \(truth)")
        }
    }

    /// The two coders of the register, rows with evidence A or B that are neither contractor-only nor inherited: nine
    /// pairs that both count, none of which close a circle, so that states and dyads cannot be told apart.
    @Test func twoCodersOfTheRegister() throws {
        let counts = [
            ("ARM-GEO", 1.0, 1.0), ("AZE-GEO", 5, 5), ("AZE-KAZ", 5, 6), ("AZE-TKM", 3, 3),
            ("BLR-KAZ", 13, 11),
            ("BLR-UKR", 3, 3), ("EST-LVA", 1, 1), ("GEO-UKR", 1, 0), ("KAZ-KGZ", 1, 1), ("KAZ-UZB", 14, 12),
        ]
        let found = try SourceDisagreement(
            dyads: try counts.map { try #require(Dyad($0.0)) }, ("second", counts.map(\.1)),
            ("first", counts.map(\.2)))
        #expect(found.lines.count == 9 && found.zeroInOne == 1 && found.zeroInBoth == 0)
        #expect(found.states == 11 && found.degreesOfFreedom == 0)
        #expect(found.error.stateSigma == 0)
        // By hand: (ln 5/6)^2 + (ln 13/11)^2 + (ln 7/6)^2 = 0.084911, less 9 times the square of the mean 0.015432.
        #expect(abs(found.dyadVariance - 0.0103459) < 1e-7)
        #expect(abs(found.error.dyadSigma - 0.0719233) < 1e-6)
    }

    @Test func unitsAndRolesDoNotMatter() throws {
        let dyads = Self.dyads(5)
        var generator = SplitMix(seed: 5)
        let a: [Double?] = dyads.map { _ in generator.uniform() < 0.2 ? 0 : generator.uniform() }
        let b: [Double?] = dyads.map { _ in generator.uniform() < 0.2 ? nil : generator.uniform() }
        let base = try SourceDisagreement(dyads: dyads, ("a", a), ("b", b))
        let scaled = try SourceDisagreement(dyads: dyads, ("b", b.map { $0.map { 1e6 * $0 } }), ("a", a))
        #expect(abs(base.stateVariance - scaled.stateVariance) < 1e-12)
        #expect(abs(base.dyadVariance - scaled.dyadVariance) < 1e-12)
        #expect(abs(base.meanLogRatio + scaled.meanLogRatio) < 1e-12)
        #expect(base.missing == scaled.missing && base.zeroInOne == scaled.zeroInOne)
    }

    @Test func whatCannotBeComparedIsRefused() {
        let dyads = Self.dyads(3)
        #expect(throws: Absence.self) {
            try SourceDisagreement(dyads: dyads, ("a", [1, 2, 0]), ("b", [1, 2, 3]))
        }
        #expect(throws: Absence.self) {
            try SourceDisagreement(dyads: dyads, ("a", [1, 2, -1]), ("b", [1, 2, 3]))
        }
    }

    @Test func errorsArePooledByVariance() throws {
        let dyads = Self.dyads(3)
        let none = try SourceDisagreement(dyads: dyads, ("a", [1, 2, 3]), ("b", [2, 4, 6]))
        let some = try SourceDisagreement(dyads: dyads, ("a", [1, 2, 3]), ("b", [2, 4, 1]))
        #expect(none.error == ReportingError(stateSigma: 0, dyadSigma: 0))
        let pooled = try #require(ReportingError(pooling: [none, some]))
        #expect(abs(pooled.dyadSigma - some.error.dyadSigma / 2.squareRoot()) < 1e-15)
        #expect(ReportingError(pooling: []) == nil)
        #expect(ReportingError(stateSigma: -1, dyadSigma: .nan).totalSigma == 0)
    }
}
