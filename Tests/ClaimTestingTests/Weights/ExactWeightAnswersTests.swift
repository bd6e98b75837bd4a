import Dyads
import DyadicModels
import Scoring
import TestSupport
import Testing
import Uncertainty

@testable import ClaimTesting

/// The fixture's reading `two`: AAA-BBB (1, 0), AAA-CCC (1/4, 1), BBB-CCC (0, 0); equal weights put AAA-CCC first.
struct ExactWeightAnswersTests {
    static let tolerance = 1e-7

    func answers(
        target: String, level: LinearScores.Level = .dimensions
    ) throws -> ExactWeightAnswers {
        let assessment = try DoubtTests.assessment(
            DoubtTests.plan { $0.weightDraws = 100 }, target: target)
        let test = try #require(
            assessment.tests.exactWeights.first { $0.reading == "two" && $0.level == level })
        return try test.outcome.get()
    }

    /// All weight on talks: a margin of 3/4. Level at w = 4/7: the declared half moves by 1/14, twice.
    @Test(arguments: LinearScores.Level.allCases)
    func aTargetThatWeightsCanCrown(level: LinearScores.Level) throws {
        let answers = try answers(target: "AAA-BBB", level: level)
        #expect(
            answers.scores.names == (level == .dimensions ? ["d-talks", "d-pacts"] : ["talks", "pacts"]))
        #expect(answers.scores.declared == [0.5, 0.5] && answers.scores.filled == 0)
        guard case .possible(let weights, let margin) = try #require(answers.firstPlaces.first).answer else {
            Issue.record("some weights put it first")
            return
        }
        #expect(abs(margin - 0.75) < Self.tolerance && abs(weights[0] - 1) < Self.tolerance)
        let crowning = try #require(answers.crowning?.change)
        #expect(abs(crowning.size - 1.0 / 7) < Self.tolerance)
        #expect(abs(crowning.weights[0] - 4.0 / 7) < Self.tolerance)
        let dethroning = try #require(answers.dethronings.first)
        #expect(answers.dethronings.count == 1 && dethroning.dyad.description == "AAA-CCC")
        #expect(abs(try #require(dethroning.change).size - 1.0 / 7) < Self.tolerance)
        #expect(answers.dyads[try #require(dethroning.change).winner].description == "AAA-BBB")
        // The leader's own largest margin: against AAA-BBB, with all weight on pacts.
        guard case .possible(_, let lead)? = answers.firstPlace(of: dethroning.dyad) else {
            Issue.record("the leader is first under some weights")
            return
        }
        #expect(abs(lead - 1) < Self.tolerance)
    }

    /// 3/7 of AAA-BBB and 4/7 of AAA-CCC make (4/7, 4/7), which is ahead of (0, 0) by 4/7 under all weights.
    @Test func aTargetThatNoWeightsCrown() throws {
        let answers = try answers(target: "BBB-CCC")
        guard case .excluded(let dominance) = try #require(answers.firstPlaces.first).answer else {
            Issue.record("no weights put it first")
            return
        }
        #expect(abs(dominance.largestLead + 4.0 / 7) < Self.tolerance)
        let shares = zip(answers.dyads, dominance.shares).filter { $1 > 0 }
        #expect(shares.map(\.0.description) == ["AAA-BBB", "AAA-CCC"])
        #expect(abs(shares[0].1 - 3.0 / 7) < Self.tolerance && abs(shares[1].1 - 4.0 / 7) < Self.tolerance)
        let crowning = try #require(answers.crowning)
        #expect(crowning.change == nil)
    }

    @Test func aTargetThatLeadsIsNotCrowned() throws {
        let answers = try answers(target: "AAA-CCC")
        #expect(answers.crowning == nil && answers.firstPlaces.count == 1)
        #expect(answers.dethronings.map(\.dyad.description) == ["AAA-CCC"])
    }

    @Test func nothingIsAskedWithoutRandomWeights() throws {
        let assessment = try DoubtTests.assessment(DoubtTests.plan { $0.tippingPoint = true })
        #expect(assessment.tests.exactWeights.isEmpty)
    }

    /// Two indicators of five states at random: the largest margin and the smallest changes of a fine grid of weights
    /// agree with the exact ones to the width of the grid, and exact margins are never smaller.
    @Test(arguments: 1...6)
    func aGridOfWeightsAgrees(seed: Int) throws {
        var generator = SplitMix(seed: UInt64(seed))
        var study = TinyStudy(states: 5, columns: [.init(id: "p"), .init(id: "q")])
        for column in study.columns.indices {
            study.columns[column].records = study.dyads.map {
                ($0, 2000, Double.random(in: 0...10, using: &generator))
            }
        }
        let scored = try #require(study.assessment.result("all", in: "main"))
        let (scores, standing) = (try #require(scored.scores), try #require(scored.standing))
        let (target, leader) = (study.dyads[0], try #require(standing.leaders.first))
        let exact = try ExactWeightAnswers(
            of: scores, level: .dimensions, target: target, leaders: [leader])
        let values = scores.index.dimensionScores.map { [$0[0] ?? .nan, $0[1] ?? .nan] }
        let steps = 4000
        func lead(_ dyad: Dyad, _ w: Double) throws -> Double {
            let unit = try #require(scores.dyads.firstIndex(of: dyad))
            let sums = values.map { w * $0[0] + (1 - w) * $0[1] }
            let best = sums.indices.filter { $0 != unit }.map { sums[$0] }.max() ?? .nan
            return sums[unit] - best
        }
        let grid = (0...steps).map { Double($0) / Double(steps) }
        for dyad in [target, leader] {
            let best = try grid.map { try lead(dyad, $0) }.max() ?? .nan
            switch exact.firstPlace(of: dyad) {
            case .possible(_, let margin):
                #expect(margin >= best - 1e-9 && margin <= best + 2 / Double(steps))
            case .excluded(let dominance):
                #expect(best <= 1e-9 && dominance.largestLead >= best - 1e-9)
                #expect(dominance.largestLead <= best + 2 / Double(steps))
            default: Issue.record("the class has rivals")
            }
        }
        // w moves by |w - 1/2|, and so does 1 - w.
        let lost = try grid.filter { try lead(leader, $0) < 0 }.map { 2 * abs($0 - 0.5) }.min()
        #expect((lost == nil) == (exact.dethronings[0].change == nil))
        if let lost, let change = exact.dethronings[0].change {
            #expect(change.size <= lost && change.size >= lost - 4 / Double(steps))
        }
        if target != leader {
            let won = try grid.filter { try lead(target, $0) > 0 }.map { 2 * abs($0 - 0.5) }.min()
            if let won {
                let change = try #require(exact.crowning?.change)
                #expect(change.size <= won && change.size >= won - 4 / Double(steps))
            }
        }
    }
}
