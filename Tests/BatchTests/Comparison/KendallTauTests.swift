import TestSupport
import Testing

@testable import Batch

struct KendallTauTests {
    /// The definition: concordant minus discordant pairs over the geometric mean of the pairs untied on each side.
    private func direct(_ ranks: [(first: Int, second: Int)]) -> Double? {
        var (score, untiedFirst, untiedSecond) = (0, 0, 0)
        for (place, one) in ranks.enumerated() {
            for other in ranks.dropFirst(place + 1) {
                let (a, b) = ((one.first - other.first).signum(), (one.second - other.second).signum())
                score += a * b
                untiedFirst += abs(a)
                untiedSecond += abs(b)
            }
        }
        guard untiedFirst > 0, untiedSecond > 0 else { return nil }
        return Double(score) / (Double(untiedFirst) * Double(untiedSecond)).squareRoot()
    }

    /// The example in the documentation of scipy.stats.kendalltau (version 1.11).
    @Test func theExampleOfScipy() throws {
        let ranks = zip([12, 2, 1, 12, 2], [1, 4, 7, 1, 0]).map { (first: $0, second: $1) }
        #expect(abs(try #require(kendallTau(ranks)) + 0.4714045207910317) < 1e-15)
    }

    @Test func isTheDefinitionWithAndWithoutTies() throws {
        var random = SplitMix(seed: 19)
        for size in [2, 3, 7, 40] {
            for values in [2, 5, 1_000] {
                let ranks = (0..<size).map { _ in
                    (
                        first: Int.random(in: 1...values, using: &random),
                        second: Int.random(in: 1...values, using: &random)
                    )
                }
                #expect(kendallTau(ranks) == direct(ranks), "\(size) ranks from \(values)")
            }
        }
    }

    @Test func isOneForTheSameOrderAndMinusOneForTheReverse() {
        let order = (1...30).map { (first: $0, second: $0) }
        #expect(kendallTau(order) == 1)
        #expect(kendallTau(order.map { (first: $0.first, second: -$0.second) }) == -1)
    }

    @Test func doesNotExistForOneOrForTies() {
        #expect(kendallTau([]) == nil)
        #expect(kendallTau([(first: 1, second: 1)]) == nil)
        #expect(kendallTau([(first: 1, second: 1), (first: 1, second: 2)]) == nil)
    }
}
