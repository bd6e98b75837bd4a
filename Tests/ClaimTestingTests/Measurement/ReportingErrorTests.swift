import Dyads
import Foundation
import Scoring
import Testing

@testable import ClaimTesting

struct ReportingErrorTests {
    static let dyads = TinyStudy(states: 5, columns: []).dyads

    /// Logarithms of factors: variance 2 s^2 + t^2, covariance s^2 of dyads that share a state, 0 of others and between
    /// doubts; each within four standard errors of 20,000 draws.
    @Test func variancesAndCovariancesOfDraws() throws {
        let (s, t, draws) = (0.5, 0.3, 20_000)
        let error = ReportingError(stateSigma: s, dyadSigma: t)
        let sampler = ReportingErrorSampler(
            doubts: [
                .init(id: "x", indicators: ["x", "also-x"], error: error),
                .init(id: "y", indicators: ["y"], error: error),
            ], dyads: Self.dyads, seed: 3, stream: 9)
        var sums = [Double](repeating: 0, count: 5)
        for draw in 0..<draws {
            let factors = sampler.factors(draw: UInt64(draw))
            let (x, y) = (
                try #require(factors["x"]).map { log($0) }, try #require(factors["y"]).map { log($0) }
            )
            #expect(factors["also-x"] == factors["x"])
            // Dyads AB, AC, ..., DE: 0 shares a state with 1 and none with 9.
            for (index, product) in [x[0] * x[0], x[0] * x[1], x[0] * x[9], x[0] * y[0], x[0]].enumerated() {
                sums[index] += product / Double(draws)
            }
        }
        let variance = 2 * s * s + t * t
        let unit = 1 / Double(draws).squareRoot()
        #expect(abs(error.totalSigma * error.totalSigma - variance) < 1e-12)
        #expect(abs(sums[0] - variance) < 4 * 2.0.squareRoot() * variance * unit)
        #expect(abs(sums[1] - s * s) < 4 * (variance * variance + pow(s, 4)).squareRoot() * unit)
        for index in 2...3 { #expect(abs(sums[index]) < 4 * variance * unit) }
        #expect(abs(sums[4]) < 4 * variance.squareRoot() * unit)
    }

    @Test func drawsDependOnSeedStreamAndNumber() {
        func factors(seed: UInt64, stream: UInt64, draw: UInt64) -> [String: [Double]] {
            ReportingErrorSampler(
                doubts: [.init(id: "x", indicators: ["x"], error: .init(stateSigma: 1, dyadSigma: 1))],
                dyads: Self.dyads, seed: seed, stream: stream
            ).factors(draw: draw)
        }
        #expect(factors(seed: 1, stream: 2, draw: 3) == factors(seed: 1, stream: 2, draw: 3))
        let others = [(2, 2, 3), (1, 3, 3), (1, 2, 4)] as [(UInt64, UInt64, UInt64)]
        for (seed, stream, draw) in others {
            #expect(
                factors(seed: seed, stream: stream, draw: draw) != factors(seed: 1, stream: 2, draw: 3))
        }
    }

    /// AB recorded as 2, AC as 1, BC as next to nothing: AB stays before AC with probability
    /// Phi(ln 2 / sqrt(2 s^2 + 2 t^2)), since the error of A is in both.
    @Test func probabilityOfTheFirstRank() throws {
        let (s, t, draws) = (0.4, 0.3, 3_000)
        let study = Self.study([2, 1, 1e-9])
        let sampler = ReportingErrorSampler(
            doubts: [.init(id: "x", indicators: ["x"], error: .init(stateSigma: s, dyadSigma: t))],
            dyads: study.dyads, seed: 8, stream: 0)
        let counts = try study.assessment.ranksUnderReportingError(
            on: "all", in: study.window, sampler: sampler, draws: draws)
        let exact = 0.5 * erfc(-log(2.0) / (2 * s * s + 2 * t * t).squareRoot() / 2.0.squareRoot())
        let found = counts.share(of: 0, rankAtMost: 1)
        #expect(counts.draws == draws && counts.failures == 0)
        #expect(abs(found.value - exact) < 4 * (exact * (1 - exact) / Double(draws)).squareRoot())
        #expect(counts.count(of: 0, rank: 1) + counts.count(of: 0, rank: 2) == draws)
        #expect(counts.soleFirst[0] == counts.count(of: 0, rank: 1))
        #expect(counts.quantile(of: 0, 0.5) == 1 && counts.quantile(of: 2, 0.5) == 3)
    }

    @Test func withoutErrorEveryDrawIsTheRecord() throws {
        let study = Self.study([1, 4, 2])
        let sampler = ReportingErrorSampler(
            doubts: [.init(id: "x", indicators: ["x"], error: .init(stateSigma: 0, dyadSigma: 0))],
            dyads: study.dyads, seed: 8, stream: 0)
        let counts = try study.assessment.ranksUnderReportingError(
            on: "all", in: study.window, sampler: sampler, draws: 70)
        #expect(
            (0..<3).map { dyad in (1...3).first { counts.count(of: dyad, rank: $0) == 70 } } == [3, 1, 2])
    }

    static func study(_ values: [Double]) -> TinyStudy {
        var study = TinyStudy(states: 3, columns: [])
        study.columns = [
            .init(id: "x", records: zip(study.dyads, values).map { ($0, 2000, $1) })
        ]
        return study
    }
}
