import Dyads
import DyadicModels
import Scoring
import TestSupport
import Testing

@testable import ClaimTesting

struct RankBoundsTests {
    /// Three indicators of four states, a fifth of the values missing.
    static func study(seed: UInt64) -> (study: TinyStudy, gaps: [(column: Int, dyad: Dyad)]) {
        var study = TinyStudy(states: 4, columns: [])
        var generator = SplitMix(seed: seed)
        var gaps: [(column: Int, dyad: Dyad)] = []
        for column in 0..<3 {
            var records: [(dyad: Dyad, year: Int, value: Double)] = []
            for dyad in study.dyads {
                let value = 10 * generator.uniform()
                if generator.uniform() < 0.2, records.count > 1 {
                    gaps.append((column, dyad))
                } else {
                    records.append((dyad, 2000, value))
                }
            }
            study.columns.append(.init(id: "x\(column)", records: records))
        }
        return (study, gaps)
    }

    /// The target's rank when the gaps lie at some shares of the way from the lowest to the highest observed value.
    static func rank(_ study: TinyStudy, gaps: [(column: Int, dyad: Dyad)], shares: [Double]) -> Int? {
        var completed = study
        for (gap, share) in zip(gaps, shares) {
            let values = study.columns[gap.column].records.map(\.value)
            guard let lowest = values.min(), let highest = values.max() else { continue }
            completed.columns[gap.column].records.append(
                (gap.dyad, 2000, lowest + share * (highest - lowest)))
        }
        return completed.standing?.rank
    }

    /// All corners, and 40 completions in between: the bounds are reached and never left.
    @Test(arguments: 1...12)
    func everyCorner(seed: Int) throws {
        let (study, gaps) = Self.study(seed: UInt64(seed))
        guard gaps.count <= 6 else { return }
        let bounds = try study.assessment.rankBounds(on: "all", in: study.window)
        #expect(bounds.isExact && bounds.missing == gaps.count)
        #expect(bounds.missingOfTarget == gaps.count { $0.dyad == study.dyads[0] })
        var generator = SplitMix(seed: UInt64(1_000 + seed))
        let corners = (0..<(1 << gaps.count)).map { corner in
            gaps.indices.map { Double((corner >> $0) & 1) }
        }
        let between = (0..<40).map { _ in gaps.map { _ in generator.uniform() } }
        let ranks = try (corners + between).map {
            try #require(Self.rank(study, gaps: gaps, shares: $0))
        }
        #expect(ranks.min() == bounds.best.rank && ranks.max() == bounds.worst.rank)
    }

    /// Where the class moves the scale, the corners are completions like others, and it is said what moves.
    @Test func caveats() throws {
        var (study, gaps) = Self.study(seed: 3)
        try #require(!gaps.isEmpty)
        study.specification = Specification(method: ScoringMethod(scaling: .classMean, transform: .log1p))
        let moved = try study.assessment.rankBounds(on: "all", in: study.window)
        #expect(
            moved.caveats == [
                "z-score is fitted on all values of the class",
                "the class mean, by which values are divided, moves",
            ])
        let target = study.dyads[0]
        let best = gaps.map { $0.dyad == target ? 1.0 : 0 }
        #expect(moved.best.rank == Self.rank(study, gaps: gaps, shares: best))
        #expect(moved.worst.rank == Self.rank(study, gaps: gaps, shares: best.map { 1 - $0 }))
    }

    @Test func withoutGapsThereIsOneRank() throws {
        let assessment = assess(try #require(Fixture.claim()), plan: Fixture.plan, panel: Fixture.panel())
        let bounds = try assessment.rankBounds(on: "two", in: Fixture.plan.windows[0])
        #expect(bounds.missing == 0 && bounds.isExact)
        #expect(bounds.best == bounds.worst && bounds.best.rank == 2)
        #expect(throws: Absence.self) { try assessment.rankBounds(on: "three", in: Fixture.plan.windows[1]) }
    }

    /// Contacts are what output is divided by: fewer of them are better for the target.
    @Test func inputsAreCompletedTheOtherWay() throws {
        var study = TinyStudy(states: 4, columns: [])
        let dyads = study.dyads
        study.columns = [
            .init(
                id: "talks", records: zip(dyads, [0.0, 30, 12, 5, 20, 9]).dropFirst().map { ($0, 2000, $1) }),
            .init(id: "works", records: zip(dyads, [6.0, 30, 1, 4, 9, 2]).map { ($0, 2000, $1) }),
        ]
        study.readings = [
            .init(
                id: "rate", title: "Rate", kind: .conversion(contacts: "d-talks", outputs: ["works"]),
                isPrimary: true)
        ]
        let bounds = try study.assessment.rankBounds(on: "rate", in: study.window)
        #expect(bounds.missing == 1 && bounds.missingOfTarget == 1 && !bounds.isExact)
        for (talks, bound) in [(5.0, bounds.best), (30, bounds.worst)] {
            var completed = study
            completed.columns[0].records.append((dyads[0], 2000, talks))
            #expect(agree(completed.assessment.result("rate", in: "main")?.standing, bound))
        }
        #expect(bounds.best.score > bounds.worst.score)
    }
}
