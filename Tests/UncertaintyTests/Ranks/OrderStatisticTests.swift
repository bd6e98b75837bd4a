import TestSupport
import Testing

@testable import Uncertainty

struct OrderStatisticTests {
    @Test func lowerInverseOfTheDistribution() {
        #expect([3.0, 1, 2].lowerQuantile(0.5) == 2)
        #expect([4.0, 3, 1, 2].lowerQuantile(0.5) == 2)
        #expect([7.0].lowerQuantile(0.95) == 7)
        #expect((1...1000).map(Double.init).reversed().lowerQuantile(0.95) == 950)
        #expect((1...1000).map(Double.init).lowerQuantile(1) == 1000)
    }

    @Test func selectionAgreesWithSorting() {
        var numbers = SplitMix(seed: 4)
        for count in 1...60 {
            let values = (0..<count).map { _ in (10 * numbers.uniform()).rounded() }
            let sorted = values.sorted()
            for place in 1...count {
                #expect(values.lowerQuantile(Double(place) / Double(count)) == sorted[place - 1])
            }
        }
    }
}
