import Foundation
import TestSupport
import Testing

/// `dyadscore index --smaa`: ranks under other weights, through the built program.
struct IndexUncertaintyTests {
    private struct Document: Decodable {
        struct Share: Decodable {
            let unit: String
            let share: Double
        }
        struct Possible: Decodable {
            let canBeFirst: Bool
            let weights: [Double]?
            let margin: Double?
            let dominatingShares: [Share]?
            let better, worse: [String]?
        }
        struct SMAA: Decodable {
            let draws: Int
            let seed: UInt64
            let space: String
            let drawsAreIndependent: Bool
            let acceptability: [[Double]?]
            let firstShare, firstShareErrors, meanRank: [Double?]
            let centralWeights: [[Double]?]
            let confidenceFactors: [Double?]
            let holisticRankWeights: String
            let holisticAcceptability: [Double?]
            let pairwiseWins: [[Double?]]?
            let possible: [Possible]?
        }
        let scores: [Double?]
        let smaa: SMAA?
    }

    private let draws = 20_000

    private func document(
        _ options: [String] = [], table: String = IndexFixture.table, sheet: String? = nil
    ) throws -> Document {
        let outcome = try IndexFixture.run(options + ["--format", "json"], table: table, sheet: sheet)
        try #require(outcome.status == 0, "\(outcome.errors)")
        return try JSONDecoder().decode(Document.self, from: Data(outcome.output.utf8))
    }

    private func smaa(
        _ options: [String] = [], table: String = IndexFixture.table, sheet: String? = nil
    ) throws -> Document.SMAA {
        try #require(
            try document(["--smaa", "\(draws)"] + options, table: table, sheet: sheet).smaa)
    }

    /// A, B and C of the closed form.
    private func twoCriteria() throws -> String {
        try String(
            contentsOfFile: Repository.path("Tests/ReferenceCases/smaa-exact-2crit/input.csv"),
            encoding: .utf8)
    }

    /// A share is within four standard errors of what it should be.
    private func expect(
        _ share: Double?, _ exact: Double, _ what: String,
        at location: Testing.SourceLocation = #_sourceLocation
    ) {
        let error = (exact * (1 - exact) / Double(draws)).squareRoot()
        #expect(abs((share ?? .nan) - exact) <= 4 * error, "\(what)", sourceLocation: location)
    }

    /// A is first for w1 > 0.6, B for w1 < 0.4, else C.
    @Test func twoCriteriaInClosedForm() throws {
        let result = try smaa(["--seed", "5"], table: twoCriteria())
        #expect(result.draws == draws && result.seed == 5 && result.space == "flat")
        #expect(result.drawsAreIndependent)
        let exact = [[0.4, 0.1, 0.5], [0.4, 0.1, 0.5], [0.2, 0.8, 0]]
        // Centroid weights of three ranks.
        let worth = [1, 5.0 / 11, 2.0 / 11]
        for (unit, shares) in exact.enumerated() {
            let found = try #require(result.acceptability[unit])
            for rank in 0..<3 { expect(found[rank], shares[rank], "unit \(unit), rank \(rank + 1)") }
            #expect(result.firstShare[unit] == found[0])
            let error = (found[0] * (1 - found[0]) / Double(draws)).squareRoot()
            #expect(abs((result.firstShareErrors[unit] ?? .nan) - error) < 1e-15)
            let mean = zip(found, [1.0, 2, 3]).reduce(0) { $0 + $1.0 * $1.1 }
            #expect(abs((result.meanRank[unit] ?? .nan) - mean) < 1e-12)
            let holistic = zip(found, worth).reduce(0) { $0 + $1.0 * $1.1 }
            #expect(abs((result.holisticAcceptability[unit] ?? .nan) - holistic) < 1e-12)
        }
        #expect(result.holisticRankWeights == "centroid")
        #expect(result.confidenceFactors == [1, 1, 1])
        // w1 above 0.6 is uniform up to 1: mean 0.8, deviation 0.4 / sqrt 12.
        let central = try #require(result.centralWeights[0])
        #expect(abs(central[0] - 0.8) <= 4 * 0.4 / (12 * 0.4 * Double(draws)).squareRoot())
        let wins = try #require(result.pairwiseWins)
        expect(wins[0][1], 0.5, "A over B")
        expect(wins[0][2], 0.4, "A over C")
        #expect(wins[2][2] == nil)
        // All weight on c1 puts A 0.4 ahead of C; equal weights put C 0.1 ahead of both.
        let possible = try #require(result.possible)
        #expect(possible.map(\.canBeFirst) == [true, true, true])
        for (unit, margin, first) in [(0, 0.4, 1.0), (1, 0.4, 0), (2, 0.1, 0.5)] {
            #expect(abs((possible[unit].margin ?? .nan) - margin) < 1e-9)
            #expect(abs((possible[unit].weights?[0] ?? .nan) - first) < 1e-9)
        }
    }

    /// Logarithms of 100, 60.4 and 1: A is first for w1 > ln 60.4 / ln 100.
    @Test func theGeometricMeanIsLinearInLogarithms() throws {
        let result = try smaa(
            ["--normalise", "min-max:1,100", "--aggregate", "geometric"], table: twoCriteria())
        let edge = log(60.4) / log(100)
        expect(result.firstShare[0], 1 - edge, "A")
        expect(result.firstShare[2], 2 * edge - 1, "C")
        #expect(abs((result.possible?[0].margin ?? .nan) - (log(100) - log(60.4))) < 1e-8)
    }

    /// With w2 >= w1, w1 is uniform below 0.5: B is first below 0.4, A never, as C and B stand in its way.
    @Test func anOrderOfWeights() throws {
        let result = try smaa(["--weight-order", "c2,c1"], table: twoCriteria())
        expect(result.firstShare[1], 0.8, "B")
        #expect(result.firstShare[0] == 0 && result.centralWeights[0] == nil)
        #expect(result.confidenceFactors[0] == nil)
        let excluded = try #require(result.possible?[0])
        #expect(!excluded.canBeFirst && excluded.weights == nil)
        #expect(abs((excluded.dominatingShares ?? []).reduce(0) { $0 + $1.share } - 1) < 1e-12)
        #expect(excluded.worse == ["c1"])
    }

    @Test func anIntervalOfAWeight() throws {
        let result = try smaa(["--weight-interval", "c1=0.7,0.9"], table: twoCriteria())
        #expect(result.firstShare == [1, 0, 0] && !result.drawsAreIndependent)
        let central = try #require(result.centralWeights[0])
        #expect((0.7...0.9).contains(central[0]))
    }

    /// Two groups of one and three indicators that contradict each other: a nested space gives each half of the
    /// weight in expectation, so that both units are first equally often; a flat one gives the single indicator w
    /// with P(w > 1/2) = (1/2)^3.
    @Test func groupsMakeTheSpaceNested() throws {
        let table = "unit,a,b,c,d\nA,1,0,0,0\nB,0,1,1,1\n"
        let sheet = "indicator,parent\na,One\nb,Other\nc,Other\nd,Other\n"
        let nested = try smaa(table: table, sheet: sheet)
        #expect(nested.space == "nested")
        expect(nested.firstShare[0], 0.5, "nested")
        let flat = try smaa(["--weight-space", "flat"], table: table, sheet: sheet)
        #expect(flat.space == "flat")
        expect(flat.firstShare[0], 0.125, "flat")
        let ordered = try smaa(["--weight-order", "Other,One"], table: table, sheet: sheet)
        #expect(ordered.firstShare[0] == 0)
    }

    @Test func theScoresStayAndTheSeedDecides() throws {
        let plain = try document(sheet: IndexFixture.sheet)
        let options = ["--smaa", "500", "--seed", "4"]
        let drawn = try document(options, sheet: IndexFixture.sheet)
        #expect(plain.smaa == nil && plain.scores == drawn.scores)
        let again = try document(options, sheet: IndexFixture.sheet)
        let other = try document(["--smaa", "500", "--seed", "6"], sheet: IndexFixture.sheet)
        #expect(drawn.smaa?.acceptability == again.smaa?.acceptability)
        #expect(drawn.smaa?.acceptability != other.smaa?.acceptability)
    }

    /// Scores with gaps are no longer linear in the weights; a unit without values has no rank.
    @Test func gapsLeaveNoExactAnswers() throws {
        let table = try twoCriteria() + "D,,\nE,0.5,\n"
        let result = try smaa(table: table)
        #expect(result.possible == nil)
        #expect(result.acceptability[3] == nil && result.firstShare[3] == nil)
        #expect(result.meanRank[3] == nil && result.meanRank[4] != nil)
    }

    /// One unit is first under all weights, and nothing stands against it.
    @Test func oneUnitIsUnopposed() throws {
        let result = try smaa(["--normalise", "none"], table: "unit,a,b\nA,1,2\n")
        #expect(result.firstShare == [1] && result.meanRank == [1])
        #expect(result.possible?.map(\.canBeFirst) == [true] && result.possible?[0].weights == nil)
    }

    /// Three of seven units are the class: the others have a place against them, and one more is possible.
    @Test func unitsOutsideTheClassHavePlacesAgainstIt() throws {
        let result = try smaa(["--class", "region=west"], sheet: IndexFixture.sheet)
        for shares in result.acceptability {
            let shares = try #require(shares)
            #expect(shares.count == 4 && abs(shares.reduce(0, +) - 1) < 1e-12)
        }
        let wins = try #require(result.pairwiseWins)
        #expect(wins[0][1] != nil && wins[0][2] == nil && wins[2][0] == nil)
        #expect(result.possible?.count == 7)
    }

    /// What grows with the square of the units ends at 500 units.
    @Test func manyUnits() throws {
        let rows = (1...501).map { "u\($0),\($0),\(($0 * 37) % 501)\n" }
        let outcome = try IndexFixture.run(
            ["--smaa", "20", "--format", "json"], table: "unit,a,b\n" + rows.joined(), sheet: nil)
        let smaa = try #require(
            try JSONDecoder().decode(Document.self, from: Data(outcome.output.utf8)).smaa)
        #expect(smaa.acceptability.allSatisfy { $0?.count == 100 })
        #expect(smaa.pairwiseWins == nil && smaa.possible == nil)
        #expect(smaa.holisticAcceptability.allSatisfy { $0 == nil })
        #expect(smaa.meanRank.allSatisfy { $0 != nil })
    }

    @Test func tablesForPeopleAndMachines() throws {
        let text = try IndexFixture.run(["--smaa", "300"]).output
        #expect(text.contains("\n\nRanks under 300 draws of weights, nested space, seed 1\n\nunit "))
        #expect(text.contains("first share  first share error  mean rank  ") && text.contains("  rank 3\n"))
        #expect(text.hasPrefix(try IndexFixture.run().output))
        let csv = try IndexFixture.run(["--smaa", "300", "--format", "csv"]).output
        #expect(
            csv.hasPrefix(
                "unit,rank,ties,score,observed_weight,Access,Burden,first_share,first_share_error,mean_rank\n"
            ))
    }

    @Test(arguments: [
        (["--weight-space", "flat"], "--weight-space needs --smaa"),
        (["--weight-order", "speed,ports"], "--weight-order needs --smaa"),
        (["--smaa", "1"], "--smaa must be a number from 2 to 10000000; found 1"),
        (
            [
                "--smaa", "9", "--normalise", "min-max:1,100", "--aggregate", "arithmetic", "--aggregate",
                "geometric",
            ],
            "--smaa needs an arithmetic or a geometric aggregation, the same on all levels; found arithmetic then geometric"
        ),
        (
            ["--smaa", "9", "--weight-order", "speed,port"],
            "--weight-order must name indicators or groups; found 'port'; did you mean 'ports'?"
        ),
        (["--smaa", "9", "--weight-order", "speed"], "--weight-order must be at least two names"),
        (
            ["--smaa", "9", "--weight-order", "speed,Burden"],
            "--weight-order must name indicators or groups of one level"
        ),
        (["--smaa", "9", "--weight-order", "speed,cost"], "use a flat space"),
        (
            ["--smaa", "9", "--weight-interval", "speed=0.4"],
            "--weight-interval must be written NAME=LOWEST,HIGHEST"
        ),
        (
            ["--smaa", "9", "--weight-interval", "speed=0.8,1", "--weight-interval", "ports=0.5,1"],
            "no weights keep all of: speed from 0.8 to 1.0; ports from 0.5 to 1.0"
        ),
        (["--rank-ci", "--smaa", "9"], "does not go with --rank-ci"),
    ])
    func wrongArguments(options: [String], message: String) throws {
        let outcome = try IndexFixture.run(options)
        #expect(outcome.status == 64, "\(outcome.errors)")
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
    }
}
