import Testing

@testable import Uncertainty

struct MonteCarloMeanTests {
    /// Of 1, 2 and 6: mean 3, variance 7.
    @Test func standardErrorOfAMean() throws {
        let mean = try #require(MonteCarloMean(sum: 9, sumOfSquares: 41, draws: 3))
        #expect(mean.value == 3)
        #expect(abs((mean.standardError ?? .nan) - (7.0 / 3).squareRoot()) < 1e-15)
        #expect(MonteCarloMean(sum: 2, sumOfSquares: 4, draws: 1)?.standardError == nil)
        #expect(MonteCarloMean(sum: 0, sumOfSquares: 0, draws: 0) == nil)
    }
}
