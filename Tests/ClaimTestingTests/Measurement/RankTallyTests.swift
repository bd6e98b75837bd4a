import TestSupport
import Testing

@testable import ClaimTesting

struct RankTallyTests {
    /// Against a list of all ranks, counted in two parts.
    @Test(arguments: [1, 2, 3]) func countsAsAListDoes(seed: Int) {
        var generator = SplitMix(seed: UInt64(seed))
        let ranks = (0..<200).map { _ in 40 + Int(generator.uniform() * 30) }
        var (first, second) = (RankTally(), RankTally())
        for rank in ranks.prefix(120) { first.add(rank) }
        for rank in ranks.dropFirst(120) { second.add(rank) }
        first.add(second)
        #expect(first.total == 200)
        for rank in 1...100 {
            #expect(first[rank] == ranks.count { $0 == rank })
            #expect(first.count(atMost: rank) == ranks.count { $0 <= rank })
        }
        #expect(first.occurring.map(\.rank) == Set(ranks).sorted())
        let sorted = ranks.sorted()
        for probability in [0.005, 0.025, 0.5, 0.975, 1] {
            let place = max(1, Int((probability * 200).rounded(.up)))
            #expect(first.quantile(probability) == sorted[place - 1])
        }
    }

    @Test func withoutRanksThereIsNoQuantile() {
        var empty = RankTally()
        #expect(empty.quantile(0.5) == nil && empty.total == 0 && empty[1] == 0)
        empty.add(RankTally())
        #expect(empty.occurring.isEmpty)
    }
}
