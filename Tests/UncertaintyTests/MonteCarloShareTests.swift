import Testing

@testable import Uncertainty

struct MonteCarloShareTests {
    @Test func binomialError() {
        let share = MonteCarloShare(count: 25, draws: 100)
        #expect(share.value == 0.25)
        #expect(abs(share.standardError - 0.0433012701892219) < 1e-15)
        #expect(MonteCarloShare(count: 0, draws: 0).value == 0)
    }
}
