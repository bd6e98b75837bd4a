import TestSupport
import Testing

@testable import Scoring

struct DescendingOrderTests {
    /// Against a sort by comparison, on numbers of both signs and very different sizes, with ties and zeros of both
    /// signs, below and above the count from which digits are sorted.
    @Test(arguments: [0, 1, 2, 512, 513, 11_476]) func ordersAsComparisonsDo(count: Int) {
        var generator = SplitMix(seed: UInt64(count))
        let values = (0..<count).map { place -> Double in
            switch place % 5 {
            case 0: return (generator.uniform() * 20).rounded() - 10
            case 1: return generator.uniform() * 1e-300
            case 2: return -generator.uniform() * 1e300
            case 3: return place % 2 == 0 ? 0 : -0.0
            default: return generator.uniform() - 0.5
            }
        }
        let expected = values.indices.sorted { a, b in
            values[a] != values[b] ? values[a] > values[b] : a < b
        }
        #expect(descendingOrder(of: values) == expected)
    }
}
