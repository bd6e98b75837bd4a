import LinearAlgebra
import Testing

@testable import Uncertainty

struct BestAndWorstTests {
    /// The worst are the best of scores and errors with the other sign.
    @Test(arguments: 1...6, [true, false])
    func mirrored(seed: Int, stepDown: Bool) throws {
        let inference = try RankInferenceTests.random(seed: UInt64(seed), units: 7, columns: 4)
        let mirrored = try RankInference(
            estimates: inference.estimates.map { -$0 },
            covariance: SamplingCovariance(root: inference.covariance.root.map { -$0 }), draws: 200,
            generator: Philox(seed: UInt64(seed), stream: 3))
        for tau in 1...7 {
            #expect(
                try inference.worst(tau, stepDown: stepDown) == mirrored.best(tau, stepDown: stepDown))
        }
    }

    /// Sets grow with tau and with coverage, and hold the tau best by the estimates.
    @Test(arguments: 1...6)
    func growing(seed: Int) throws {
        let inference = try RankInferenceTests.random(seed: UInt64(seed), units: 7, columns: 7)
        var smaller: Set<Int> = []
        for tau in 1...7 {
            let best = Set(try inference.best(tau))
            #expect(best.isSuperset(of: smaller))
            #expect(best.isSuperset(of: try inference.best(tau, coverage: 0.6)))
            #expect((0..<7).allSatisfy { inference.rank(of: $0) > tau || best.contains($0) })
            smaller = best
        }
        #expect(smaller.count == 7)
    }
}
