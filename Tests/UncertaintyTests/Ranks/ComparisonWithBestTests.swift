import LinearAlgebra
import Testing

@testable import Uncertainty

/// Hsu (1984), constrained simultaneous intervals.
struct ComparisonWithBestTests {
    /// Equal variances, critical value 1.9163 (three units, by numerical integration): s = 2^(1/2), d s = 2.7101.
    @Test func balancedByHand() throws {
        let inference = try RankInference(
            estimates: [5, 4, 0], covariance: SamplingCovariance(variances: [1, 1, 1]), draws: 20000,
            generator: Philox(seed: 1, stream: 0))
        let comparisons = try inference.comparisonsWithTheBest()
        // The critical values have a standard error near 0.012, times s.
        let expected = [(-1.7101, 3.7101), (-3.7101, 1.7101), (-7.7101, 0)]
        for (comparison, interval) in zip(comparisons, expected) {
            #expect(abs(comparison.lower - interval.0) < 0.08, "\(comparison)")
            #expect(abs(comparison.upper - interval.1) < 0.08, "\(comparison)")
        }
        #expect(comparisons.map(\.canBeBest) == [true, true, false])
    }

    /// A unit far above the rest is the best: its interval starts at 0, the others' end there.
    @Test func clearWinner() throws {
        let inference = try RankInference(
            estimates: [1, 20, 2], covariance: SamplingCovariance(variances: [1, 2, 1]),
            generator: Philox(seed: 2, stream: 0))
        let comparisons = try inference.comparisonsWithTheBest()
        #expect(comparisons.map(\.canBeBest) == [false, true, false])
        #expect(comparisons[1].lower == 0 && comparisons[1].upper > 18)
        #expect(comparisons[0].upper == 0 && comparisons[2].upper == 0)
    }

    /// The candidates are those whose marginal, one-sided sets without step-down hold rank 1; intervals hold 0 and,
    /// for candidates, the estimated distance.
    @Test(arguments: 1...12)
    func candidatesAreThoseOfRankOne(seed: Int) throws {
        let inference = try RankInferenceTests.random(
            seed: UInt64(seed), units: 8, columns: seed % 2 == 0 ? 8 : 2,
            degreesOfFreedom: seed % 3 == 0 ? 4 : nil)
        let comparisons = try inference.comparisonsWithTheBest()
        let sets = try inference.sets(.marginal, bounds: .lower, stepDown: false)
        for (comparison, set) in zip(comparisons, sets) {
            #expect(comparison.canBeBest == (set.lower == 1))
            #expect(comparison.lower <= 0 && comparison.upper >= 0)
            #expect(comparison.canBeBest || comparison.upper == 0)
            let others = inference.estimates.indices.filter { $0 != set.unit }.map { inference.estimates[$0] }
            let distance = inference.estimates[set.unit] - (others.max() ?? 0)
            #expect(distance >= comparison.lower || comparisons.count { $0.canBeBest } == 1)
        }
        #expect(comparisons.contains { $0.canBeBest })
    }

    @Test func withoutErrorAndAlone() throws {
        let exact = try RankInference(
            estimates: [3, 1, 3], covariance: SamplingCovariance(variances: [0, 0, 0]),
            generator: Philox(seed: 9, stream: 0))
        let comparisons = try exact.comparisonsWithTheBest()
        #expect(comparisons.map(\.lower) == [0, -2, 0] && comparisons.map(\.upper) == [0, 0, 0])
        #expect(comparisons.map(\.canBeBest) == [true, false, true])
        let alone = try RankInference(
            estimates: [3], covariance: SamplingCovariance(variances: [1]),
            generator: Philox(seed: 1, stream: 0))
        #expect(
            try alone.comparisonsWithTheBest()
                == [ComparisonWithBest(unit: 0, lower: 0, upper: 0, canBeBest: true)])
    }
}
