import Testing

@testable import Reporting

@Suite("Scales of ranks")
struct RankScaleTests {
    @Test(
        "Rank 1 stands at the start and the worst at the end; ticks rise from 1",
        arguments: [1, 2, 7, 21, 91, 1540, 11_476])
    func ends(worst: Int) {
        for isLogarithmic in [false, true] {
            let scale = RankScale(worst: worst, from: 10, to: 110, isLogarithmic: isLogarithmic)
            #expect(abs(scale(1) - 10) < 1e-9)
            #expect(abs(scale(scale.worst) - 110) < 1e-9)
            #expect(scale.ticks.first == 1)
            #expect(zip(scale.ticks, scale.ticks.dropFirst()).allSatisfy { $0 < $1 })
            #expect(scale.ticks.allSatisfy { $0 <= scale.worst })
            #expect(scale.ticks.count <= (isLogarithmic ? 20 : 11))
        }
    }

    @Test("On a logarithmic scale equal ratios are equal distances")
    func ratios() {
        let scale = RankScale(fitting: 100, from: 0, to: 200)
        #expect(scale.isLogarithmic)
        #expect(abs(scale(10) - 100) < 1e-9)
        #expect(abs((scale(6) - scale(3)) - (scale(80) - scale(40))) < 1e-9)
        #expect(!RankScale(fitting: 20, from: 0, to: 1).isLogarithmic)
    }

    @Test("Groups of ranks cover a class once", arguments: [1, 2, 3, 10, 11, 31, 91])
    func groups(members: Int) {
        let groups = RankGroup.groups(of: members)
        #expect(groups.flatMap { Array($0.first...$0.last) } == Array(1...members))
    }

    @Test("Digits are grouped by thousands")
    func digits() {
        #expect(
            [0, 12, 999, 1000, 4748, 100_000, 1_234_567, -1200].map(grouped)
                == ["0", "12", "999", "1,000", "4,748", "100,000", "1,234,567", "\u{2212}1,200"])
    }
}
