import Dyads
import DyadicModels
import LinearAlgebra
import Scoring
import Testing

/// Efficiencies of dyads by hand: three in the class with inputs 9, 3, 1 and two outputs, and others.
struct EfficiencyScoresTests {
    static let dyads = ["AAA-BBB", "AAA-CCC", "BBB-CCC", "AAA-DDD", "BBB-DDD", "CCC-DDD"].compactMap {
        Dyad($0)
    }
    static let plan = EnvelopmentPlan(orientation: .output, replicates: 30, confidence: 0.95, seed: 4)

    func scores(
        input: [Double?] = [9, 3, 1, 20, 0, nil], first: [Double?] = [2, 8, 2, 0, 9, 1],
        second: [Double?] = [1, 5, 1, 0, 0, 1]
    ) throws -> EfficiencyScores {
        try EfficiencyScores(
            Production(
                dyads: Self.dyads, isInClass: [true, true, true, false, false, false], input: input,
                inputIndicators: ["talks"], outputs: [("pacts", first), ("works", second)]),
            plan: Self.plan, tieTolerance: 1e-9)
    }

    func expect(_ actual: [Double?], _ expected: [Double?]) {
        #expect(actual.count == expected.count)
        for (a, e) in zip(actual, expected) {
            #expect((a == nil) == (e == nil))
            if let a, let e { #expect(abs(a - e) < 1e-9, "\(a) is not \(e)") }
        }
    }

    /// Constant returns as in `RatioReadingTests`. A mixture may be no smaller than BBB-CCC, which is therefore efficient
    /// under variable returns, and AAA-BBB is compared with AAA-CCC as it is: four times its pacts.
    @Test func everyAssumptionAboutScale() throws {
        let scores = try scores()
        #expect(scores.measured == [0, 1, 2, 3, 4])
        expect(scores.rows.map(\.constant.efficiency), [1.0 / 12, 1, 0.75, 0, nil])
        expect(scores.rows.map(\.superConstant.efficiency), [1.0 / 12, 5.0 / 3, 0.75, 0, nil])
        expect(scores.rows.map(\.variable.efficiency), [0.25, 1, 1, 0, nil])
        expect(scores.rows.map(\.nonIncreasing.efficiency), [0.25, 1, 0.75, 0, nil])
        expect(scores.rows.map(\.scale?.ratio), [1.0 / 3, 1, 0.75, nil, nil])
        #expect(scores.rows.map(\.scale?.region) == [.decreasing, .constant, .increasing, nil, nil])
        #expect(scores.rows[4].constant == .withoutInput)
    }

    /// Without BBB-CCC nobody makes anything of so little: reported, and no number instead.
    @Test func infeasibleSuperEfficiencyIsReportedAndNotANumber() throws {
        let scores = try scores()
        #expect(scores.rows[2].superVariable == .beyondReference)
        #expect(scores.rows[2].superVariable.efficiency == nil)
        // Without AAA-CCC its three talks make two pacts and one work.
        expect([scores.rows[1].superVariable.efficiency], [5])
    }

    /// Under variable returns the efficient tie, whether super-efficiency tells them apart or not.
    @Test func ranksUnderVariableReturns() throws {
        let scores = try scores()
        #expect(scores.ranking.classRanking.ranks.prefix(3) == [3, 1, 2])
        let variable = scores.ranking(.variable)
        #expect(variable.classRanking.ranks.prefix(3) == [3, 1, 1])
        #expect(variable.classRanking.tieSizes.prefix(3) == [1, 2, 2])
        #expect(scores.ranking(.nonIncreasing).classRanking.ranks.prefix(3) == [3, 1, 2])
    }

    /// The only one that makes works is beyond the others: it has no score and no rank.
    @Test func whoMakesWhatNobodyElseMakesIsNotRanked() throws {
        let scores = try scores(
            input: [1, 1, 1, nil, nil, nil], first: [1, 2, 1, 0, 0, 0], second: [0, 0, 1, 0, 0, 0])
        #expect(scores.rows[2].superConstant == .beyondReference)
        #expect(scores.ranking.scores[2] == nil)
        #expect(scores.ranking.classRanking.ranks == [2, 1, nil, nil, nil, nil])
        // It is efficient all the same.
        expect([scores.rows[2].constant.efficiency], [1])
    }

    /// A dyad is measured with an input and every output.
    @Test func missingOutputs() throws {
        let scores = try scores(first: [2, 8, nil, 0, 9, 1])
        #expect(scores.measured == [0, 1, 3, 4])
        #expect(scores.ranking.scores[2] == nil && scores.ranking.classRanking.ranks[2] == nil)
        #expect(scores.production.complete == scores.measured)
    }

    @Test func noFrontierIsAReason() {
        #expect(throws: Absence("no dyad of the class has both contacts and outputs")) {
            try scores(first: [0, 0, 0, 0, 9, 1], second: [0, 0, 0, 0, 0, 1])
        }
        #expect(throws: Absence("works of AAA-CCC is negative or no number")) {
            try scores(second: [1, -5, 1, 0, 0, 1])
        }
        #expect(throws: Absence("the contacts of AAA-DDD is negative or no number")) {
            try scores(input: [9, 3, 1, -20, 0, nil])
        }
    }

    /// The replicates are computed by many workers and give what one after the other gives.
    @Test func intervalsDoNotDependOnTheNumberOfThreads() throws {
        let scores = try scores()
        let intervals = try scores.intervals()
        let measured = scores.measured
        let table = try ProductionTable(
            inputs: Matrix(rows: measured.count, columns: 1) { row, _ in
                scores.production.input[measured[row]] ?? 0
            },
            outputs: Matrix(rows: measured.count, columns: 2) { row, column in
                scores.production.outputs[column].values[measured[row]] ?? 0
            }, isReference: measured.map { scores.production.isInClass[$0] })
        let bootstrap = try EfficiencyBootstrap(
            table, model: EfficiencyModel(returnsToScale: .constant, orientation: .output),
            seed: Self.plan.seed)
        var replicates: [[Double?]] = []
        for number in (0..<Self.plan.replicates).reversed() {
            replicates.insert(try bootstrap.replicate(UInt64(number)), at: 0)
        }
        #expect(try bootstrap.summary(of: replicates, confidence: Self.plan.confidence) == intervals)
    }

    @Test func withoutInefficiencyThereAreNoIntervals() throws {
        let scores = try scores(
            input: [1, 1, 1, nil, nil, nil], first: [1, 1, 1, 0, 0, 0], second: [1, 1, 1, 0, 0, 0])
        #expect(throws: Absence("all units are efficient, so there is no inefficiency to resample")) {
            try scores.intervals()
        }
    }
}
