import Dyads
import DyadicModels
import Scoring
import TestSupport
import Testing

@testable import ClaimTesting

struct InfluenceTests {
    /// Six states, two annual indicators and one snapshot, random.
    static func study(seed: UInt64) -> TinyStudy {
        var study = TinyStudy(states: 6, columns: [], target: 2, excluded: ["FFF"])
        var generator = SplitMix(seed: seed)
        func records(_ years: ClosedRange<Int>) -> [(dyad: Dyad, year: Int, value: Double)] {
            study.dyads.flatMap { dyad in
                years.map { (dyad, $0, (10 * generator.uniform()).rounded(.down)) }
            }
        }
        study.columns = [
            .init(id: "a", yearOperator: .shareOfYear, years: 2000...2003, records: records(2000...2003)),
            .init(id: "b", yearOperator: .sum, years: 2001...2004, records: records(2001...2004)),
            .init(id: "c", yearOperator: .snapshot, years: 2002...2002, records: records(2002...2002)),
        ]
        study.specification = Specification(method: ScoringMethod(scaling: .classMean, transform: .log1p))
        return study
    }

    static func influences(_ study: TinyStudy, sources: [InfluenceSource] = []) -> [Omission: Influence] {
        let found = study.assessment.influences(on: "all", in: study.window, sources: sources)
        return Dictionary(uniqueKeysWithValues: found.map { ($0.omission, $0) })
    }

    /// Every omission against a study that never had what is left out.
    @Test(arguments: 1...4)
    func anAssessmentWithoutTheThing(seed: Int) throws {
        let study = Self.study(seed: UInt64(seed))
        let found = Self.influences(study)
        // Five years, three indicators, nine rivals, three states and their pairs.
        #expect(found.count == 5 + 3 + 9 + 3 + 3)
        for (omission, influence) in found {
            var other = study
            switch omission {
            case .year(2002):
                // The snapshot was its dimension's only indicator.
                #expect((try? influence.standing.get()) == nil)
                continue
            case .year(let year):
                for k in other.columns.indices { other.columns[k].records.removeAll { $0.year == year } }
            case .indicator(let id): other.columns.removeAll { $0.id == id }
            case .states(let codes): other.excluded += codes.map(\.text)
            case .rival(let dyad): other.excludedDyads = [dyad]
            case .source: Issue.record("no source was named")
            }
            #expect(agree(try? influence.standing.get(), other.standing), "\(omission)")
        }
    }

    @Test func sourcesAreReplacedOrLeftOut() throws {
        let study = Self.study(seed: 9)
        var other = study
        other.columns[1].records = study.columns[1].records.map { ($0.dyad, $0.year, 20 - $0.value) }
        let sources = [
            InfluenceSource(id: "gone", indicators: ["b"]),
            InfluenceSource(
                id: "other", indicators: ["b"], replacements: [other.panelColumn(other.columns[1])]),
            InfluenceSource(id: "unused", indicators: ["nothing"]),
        ]
        let found = Self.influences(study, sources: sources)
        #expect(agree(try found[.source("other")]?.standing.get(), other.standing))
        #expect(
            agree(
                try found[.source("gone")]?.standing.get(), try found[.indicator("b")]?.standing.get()))
        #expect(found[.source("unused")] == nil)
    }

    /// The fixture by hand: without pacts the target leads, without talks it ties with BBB-CCC behind AAA-CCC, without
    /// BBB-CCC both remaining have 0.5, and without AAA-CCC or the state CCC there is nothing to compare.
    @Test func theFixtureByHand() throws {
        let assessment = assess(try #require(Fixture.claim()), plan: Fixture.plan, panel: Fixture.panel())
        let found = assessment.influences(on: "two", in: Fixture.plan.windows[0])
        #expect(found.map(\.omission.kind).filter { $0 == "year" }.count == 16)
        #expect(found.dropFirst(16).map(\.omission.name) == ["talks", "pacts", "AAA-CCC", "BBB-CCC", "CCC"])
        let standings = found.map { try? $0.standing.get() }
        #expect(standings.prefix(16).allSatisfy { $0?.rank == 2 && $0?.margin == -0.125 })
        #expect(standings[16]?.rank == 2 && standings[16]?.tieSize == 2)
        #expect(standings[17]?.rank == 1)
        #expect(standings[18] == nil && standings[20] == nil)
        #expect(standings[19]?.rank == 1 && standings[19]?.tieSize == 2)
    }

    /// Works have as many covered years as they need, two; leaving one of them out does not drop the indicator, and an
    /// indicator that lacks years before stays out.
    @Test func theNumberOfYearsNeededFallsByOne() throws {
        let assessment = assess(try #require(Fixture.claim()), plan: Fixture.plan, panel: Fixture.panel())
        let found = assessment.influences(on: "three", in: Fixture.plan.windows[0])
        for influence in found where [.year(2000), .year(2001)].contains(influence.omission) {
            #expect(try influence.standing.get().rank == 2)
        }
        let short = assess(
            try #require(Fixture.claim()), plan: Fixture.plan, panel: Fixture.panel(worksYears: 2000...2000))
        let without = short.influences(on: "three", in: Fixture.plan.windows[0])
        for influence in without where influence.omission == .year(1999) {
            #expect(throws: Absence.self) { try influence.standing.get() }
        }
    }

    /// Pacts p give (1 + (p - 2) / 6) / 2 > 0.625 from p = 4, two more, of standard deviation sqrt 12; talks do not help.
    @Test func singleChangesByHand() throws {
        let assessment = assess(try #require(Fixture.claim()), plan: Fixture.plan, panel: Fixture.panel())
        let found = try assessment.singleChanges(on: "two", in: Fixture.plan.windows[0])
        #expect(found.map(\.indicator) == ["pacts", "talks"])
        #expect(found[0].value == 2 && found[0].needed == 4)
        #expect(abs(try #require(found[0].changeInDeviations) - 2 / 12.0.squareRoot()) < 1e-12)
        #expect(found[1].needed == nil && found[1].changeInDeviations == nil)
    }
}
