import Dyads
import DyadicModels
import Scoring
import Testing
import Uncertainty

@testable import ClaimTesting

/// Joint draws against shares that can be worked out, one doubt at a time and together.
struct JointDrawsTests {
    static let draws = 8_000

    static func finding(_ study: TinyStudy, _ plan: AssessmentPlan.JointPlan) throws -> JointTest.Finding {
        let assessment = study.assessment(tests: DoubtTests.plan { $0.joint = plan })
        return try #require(assessment.tests.joint.first).outcome.get()
    }

    static func isWithinError(_ share: MonteCarloShare?, of truth: Double) -> Bool {
        guard let share else { return false }
        return abs(share.value - truth) < 4 * (truth * (1 - truth) / Double(share.draws)).squareRoot()
    }

    /// As in `DoubtTests`: first when the weight of talks exceeds 4/7. The years of the fixture are all alike.
    @Test func weightsAloneGiveTheirOwnShare() throws {
        let assessment = try DoubtTests.assessment(
            DoubtTests.plan { $0.joint = .init(draws: Self.draws, effectRows: 500) })
        let test = try #require(assessment.tests.joint.first { $0.reading == "two" })
        let finding = try test.outcome.get()
        #expect(finding.doubts == [.weights, .years])
        #expect(Self.isWithinError(finding.shareFirst, of: 3.0 / 7))
        let effects = try finding.effects.get()
        #expect(abs(effects.total[0].value - 1) < 4 * effects.total[0].standardError + 1e-9)
        #expect(effects.total[1].value == 0)
        let item = try #require(assessment.result("two", in: "main"))
        #expect(assessment.evidence(on: item).joint == finding.shareFirst?.value)
    }

    /// The target has one project for sure and two of unknown date, its rival two for sure: alone in front with both,
    /// level with one.
    @Test func rowsOfUnknownDateAreCountedWithTheirProbability() throws {
        var study = TinyStudy(states: 3, columns: [])
        let dyads = study.dyads
        let dated: [DatedRecords.Record] =
            [.init(dyad: dyads[0], dating: .year(2000))]
            + (0..<2).map { _ in .init(dyad: dyads[0], dating: .unknown) }
            + (0..<2).map { _ in .init(dyad: dyads[1], dating: .year(2001)) }
        study.columns = [.init(id: "x", dated: dated)]
        let half = try Self.finding(study, .init(draws: Self.draws))
        #expect(half.doubts == [.undated])
        #expect(Self.isWithinError(half.shareFirst, of: 0.75))
        let alone = MonteCarloShare(count: half.ranks.soleFirst[half.target], draws: half.ranks.draws)
        #expect(Self.isWithinError(alone, of: 0.25))
        let rare = try Self.finding(study, .init(draws: Self.draws, undatedShare: 0.1))
        #expect(Self.isWithinError(rare.shareFirst, of: 1 - 0.81))
        #expect(try Self.finding(study, .init(draws: 100, undatedShare: 1)).shareFirst?.value == 1)
    }

    /// Three years are resampled in blocks of two, the last one cut: years (1, 2) or (2, 3), then year 1 or 2. Of the four
    /// cases only 1, 2, 1 gives the target a higher mean than its rival's.
    @Test func yearsAreResampledInBlocks() throws {
        var study = TinyStudy(states: 3, columns: [])
        let dyads = study.dyads
        let target = [9.0, 0, 0]
        let rival = [4.0, 4, 4]
        var column = TinyStudy.Column(id: "x", years: 2000...2002)
        for (year, value) in target.enumerated() { column.records.append((dyads[0], 2000 + year, value)) }
        for (year, value) in rival.enumerated() { column.records.append((dyads[1], 2000 + year, value)) }
        for year in 2000...2002 { column.records.append((dyads[2], year, 0)) }
        study.columns = [column]
        var first = 0.0
        for start in 0..<2 {
            for second in 0..<2 {
                let years = [start, start + 1, second]
                let means = [target, rival].map { values in years.reduce(0) { $0 + values[$1] } / 3 }
                if means[0] >= means[1] { first += 0.25 }
            }
        }
        #expect(first == 0.25)
        let finding = try Self.finding(study, .init(draws: Self.draws))
        #expect(finding.doubts == [.years])
        #expect(Self.isWithinError(finding.shareFirst, of: first))
    }

    /// Two windows with a snapshot each: the target leads in the first and comes second in the other.
    @Test func everySpecificationIsAsLikelyAsAnyOther() throws {
        var study = TinyStudy(states: 3, columns: [])
        let dyads = study.dyads
        study.columns = [
            .init(
                id: "x", yearOperator: .snapshot, years: 2000...2010,
                records: zip(dyads, [3.0, 2, 0]).map { ($0, 2000, $1) }
                    + zip(dyads, [1.0, 2, 0]).map { ($0, 2010, $1) })
        ]
        let space = try MultiverseSpace([
            .windows([
                Window(id: "main", years: 1995...2004), Window(id: "late", years: 2005...2015),
            ])
        ])
        let assessment = study.assessment(
            tests: DoubtTests.plan {
                $0.space = space
                $0.joint = .init(draws: Self.draws, effectRows: 200)
            })
        let finding = try #require(assessment.tests.joint.first).outcome.get()
        #expect(finding.doubts == [.specification])
        #expect(Self.isWithinError(finding.shareFirst, of: 0.5))
        let effect = try finding.effects.get().first[0]
        #expect(abs(effect.value - 1) < 4 * effect.standardError)
    }

    /// The target has 1, its rival 1.5, both times exp(0.4 z): first when z1 - z2 > log(1.5) / 0.4, a standard normal
    /// beyond 0.716774, in 23.675 % of the draws (by scipy.stats.norm.sf).
    @Test func recordsErrAsMuchAsIsSaid() throws {
        var study = TinyStudy(states: 3, columns: [])
        let records = zip(study.dyads, [1.0, 1.5, 0.001]).map { ($0, 2000, $1) }
        study.columns = [.init(id: "x", yearOperator: .snapshot, years: 2000...2000, records: records)]
        let assessment = study.assessment
        let draws = try JointDraws(
            of: assessment.plan.reading("all"), in: assessment,
            columns: MultiverseColumns(
                for: assessment.plan, space: .none, claim: assessment.claim, panel: assessment.panel,
                covariates: nil), multiverse: nil,
            errors: [
                .init(id: "x", indicators: ["x"], error: ReportingError(stateSigma: 0, dyadSigma: 0.4))
            ], plan: .init(draws: Self.draws, effectRows: 200), seed: 7)
        let finding = try draws.finding()
        #expect(finding.doubts == [.reporting])
        #expect(Self.isWithinError(finding.shareFirst, of: 0.23675))
        #expect(finding.ranks.failures == 0)
    }

    @Test func drawsDependOnTheSeedAlone() throws {
        var study = TinyStudy(states: 4, columns: [])
        let dyads = study.dyads
        study.columns = ["x", "y"].enumerated().map { number, id in
            var column = TinyStudy.Column(id: id, years: 2000...2007)
            for (place, dyad) in dyads.enumerated() {
                for year in 2000...2007 {
                    column.records.append((dyad, year, Double((place * 7 + year * 3 + number * 5) % 11)))
                }
            }
            return column
        }
        let first = try Self.finding(study, .init(draws: 500, effectRows: 50))
        let second = try Self.finding(study, .init(draws: 500, effectRows: 50))
        #expect(first.ranks == second.ranks)
        #expect(try first.effects.get().total == second.effects.get().total)
        // The first draws do not depend on how many follow.
        let fewer = try Self.finding(study, .init(draws: 100, effectRows: 50))
        #expect(fewer.ranks.count(of: 0, rank: 1) <= first.ranks.count(of: 0, rank: 1))
    }

    @Test func nothingOpenAndNoCompositeAreSaid() throws {
        var study = TinyStudy(states: 3, columns: [])
        study.columns = [
            .init(id: "x", records: zip(study.dyads, [3.0, 2, 1]).map { ($0, 2000, $1) })
        ]
        let assessment = study.assessment(tests: DoubtTests.plan { $0.joint = .init(draws: 100) })
        #expect(throws: Absence.self) { try assessment.tests.joint[0].outcome.get() }
        let item = try #require(assessment.result("all", in: "main"))
        #expect(assessment.evidence(on: item).joint == nil)
    }

    /// A class that leaves a dyad out in some draws: its ranks are fewer than the draws, and quantiles are of those.
    @Test func aDyadIsRankedInTheDrawsThatHoldIt() {
        var counts = DyadRankCounts(dyads: TinyStudy(states: 3, columns: []).dyads)
        counts.count(ranks: [1, 2, 3], tieSizes: [1, 1, 1])
        counts.count(ranks: [2, 1, nil], tieSizes: [1, 1, nil])
        #expect(counts.draws == 2)
        #expect((0..<3).map(counts.rankings) == [2, 2, 1])
        #expect(counts.quantile(of: 2, 0.5) == 3)
    }
}
