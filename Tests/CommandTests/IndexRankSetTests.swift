import Foundation
import Tabular
import TestSupport
import Testing

/// `dyadscore index --rank-ci`: confidence sets for ranks, through the built program.
struct IndexRankSetTests {
    private struct Document: Decodable {
        struct RankSet: Decodable, Equatable { let low, high: Int }
        struct Unit: Decodable {
            let unit: String
            let rank: Int
            let marginal, simultaneous: RankSet?
            let inTauBest: Bool?
        }
        let bounds: String
        let draws: Int
        let units: [Unit]
    }

    private static let pisa = Repository.path("Tests/ReferenceCases/csranks-pisa2018/input.csv")
    private static let mathematics = ["--rank-ci", "--estimate", "math_score", "--error", "math_se"]

    private func output(_ options: [String], table: String = pisa) throws -> String {
        let outcome = try CommandTests().dyadscore(["index", table] + options)
        try #require(outcome.status == 0, "\(outcome.errors)")
        return outcome.output
    }

    private func document(_ options: [String]) throws -> Document {
        try JSONDecoder().decode(
            Document.self, from: Data(try output(Self.mathematics + options + ["--format", "json"]).utf8))
    }

    /// csranks 1.2.3: bounds within one rank, as critical values are drawn; twelve countries may be among the five
    /// best.
    @Test func mathematicsInPISA2018() throws {
        let result = try document(["--tau-best", "5"])
        #expect(result.draws == 10_000 && result.bounds == "two-sided" && result.units.count == 38)
        let path = Repository.path("Tests/ReferenceCases/csranks-pisa2018/expected.csv")
        var reader = try CSVReader([UInt8](Data(contentsOf: URL(fileURLWithPath: path))), path: path)
        let places = try [
            "math_rank", "math_marg95_L", "math_marg95_U", "math_simul95_L", "math_simul95_U",
        ].map { name throws in try #require(reader.header.firstIndex(of: name)) }
        var place = 0
        while let row = try reader.next() {
            let unit = result.units[place]
            place += 1
            let expected = try places.map { Int(try row.number($0)) }
            #expect(unit.unit == row.text(0) && unit.rank == expected[0])
            let (marginal, all) = (try #require(unit.marginal), try #require(unit.simultaneous))
            let found = [marginal.low, marginal.high, all.low, all.high]
            #expect(zip(found, expected.dropFirst()).allSatisfy { abs($0 - $1) <= 1 }, "\(unit)")
            #expect(all.low <= marginal.low && marginal.high <= all.high)
        }
        #expect(place == 38)
        #expect(result.units.count { $0.inTauBest == true } == 12)
    }

    @Test func whatIsNotAskedForIsAbsent() throws {
        let lower = try document(["--rank-coverage", "marginal", "--rank-bounds", "lower"])
        #expect(lower.bounds == "lower")
        for unit in lower.units {
            #expect(unit.simultaneous == nil && unit.inTauBest == nil && unit.marginal?.high == 38)
        }
        let upper = try document(["--rank-coverage", "simultaneous", "--rank-bounds", "upper"])
        #expect(upper.units.allSatisfy { $0.marginal == nil && $0.simultaneous?.low == 1 })
    }

    @Test func theSeedDecidesAndConfidenceWidens() throws {
        let draws = ["--rank-draws", "200", "--seed", "3"]
        let (first, again) = (try document(draws), try document(draws))
        #expect(first.units.map(\.marginal) == again.units.map(\.marginal))
        let narrow = try document(draws + ["--confidence", "0.8"])
        for (wide, unit) in zip(first.units, narrow.units) {
            let (outer, inner) = (try #require(wide.marginal), try #require(unit.marginal))
            #expect(outer.low <= inner.low && inner.high <= outer.high)
        }
    }

    @Test func tablesForPeopleAndMachines() throws {
        let options = Self.mathematics + ["--tau-best", "5", "--rank-draws", "1000"]
        let text = try output(options)
        #expect(
            text.hasPrefix(
                "38 units; two-sided confidence sets for ranks, confidence 0.95, 1000 draws, seed 1\n\nrank  "
            ))
        #expect(
            text.contains("marginal low  marginal high  simultaneous low  simultaneous high  in 5 best\n"))
        let csv = try output(options + ["--format", "csv"])
        #expect(
            csv.hasPrefix(
                "unit,estimate,error,rank,marginal_low,marginal_high,simultaneous_low,simultaneous_high,in_tau_best\n"
            ))
        #expect(csv.count { $0 == "\n" } == 39 && csv.contains(",true\n") && csv.contains(",false\n"))
    }

    /// Without errors ranks are known, and a tie holds all its ranks.
    @Test func knownScoresHaveKnownRanks() throws {
        let csv = try withTemporaryFolder { folder in
            try "unit,x,s\nA,3,0\nB,2,0\nC,2,0\nD,1,0\n".write(
                toFile: "\(folder)/t.csv", atomically: true, encoding: .utf8)
            return try output(
                ["--rank-ci", "--estimate", "x", "--error", "s", "--format", "csv"],
                table: "\(folder)/t.csv")
        }
        #expect(
            csv.split(separator: "\n").dropFirst() == [
                "A,3,0,1,1,1,1,1", "B,2,0,2,2,3,2,3", "C,2,0,2,2,3,2,3", "D,1,0,4,4,4,4,4",
            ])
    }

    @Test(arguments: [
        (["--estimate", "speed"], 64, "--estimate does not go with an index; add --rank-ci"),
        (["--rank-ci", "--estimate", "speed"], 64, "--rank-ci needs --estimate and --error"),
        (
            ["--rank-ci", "--estimate", "sped", "--error", "cost"], 64,
            "--estimate must name a column of the table; found 'sped'; did you mean 'speed'?"
        ),
        (["--rank-ci", "--rank-coverage", "joint"], 64, "'joint'"),
        (
            ["--rank-ci", "--estimate", "speed", "--error", "cost", "--tau-best", "8"], 64,
            "--tau-best must be at most the number of units, 7; found 8"
        ),
        (
            ["--rank-ci", "--estimate", "speed", "--error", "cost", "--rank-draws", "9"], 64,
            "--rank-draws must be a number from 100 to 1000000; found 9"
        ),
        (
            ["--rank-ci", "--estimate", "speed", "--error", "cost", "--confidence", "1"], 64,
            "--confidence must be a number from 0.5 to below 1; found 1"
        ),
        (["--rank-ci", "--normalise", "none"], 64, "--normalise does not go with --rank-ci"),
        (["--rank-ci", "--class", "region=west"], 64, "--class does not go with --rank-ci"),
        (["--rank-ci", "--inputs", "cost"], 64, "--inputs does not go with --rank-ci"),
        (["--rank-ci", "--dea"], 64, "--rank-ci does not go with --dea"),
        (
            ["--rank-ci", "--estimate", "speed", "--error", "fall"], 65,
            "table.csv:3:29: error: a standard error may not be negative"
        ),
        (
            ["--rank-ci", "--estimate", "speed", "--error", "tiny"], 65,
            "table.csv:2:32: error: estimates and errors must be 0, or from 1e-100 to 1e100 in size; found 1e-200"
        ),
        (
            ["--rank-ci", "--estimate", "gap", "--error", "cost"], 65,
            "estimates and errors may not be missing; found no 'gap' of 'Astra'; leave the unit out"
        ),
    ])
    func wrongArguments(options: [String], status: Int32, message: String) throws {
        let rows = IndexFixture.table.split(separator: "\n").enumerated().map { place, row in
            row + (place == 0 ? ",fall,gap,tiny" : place == 1 ? ",1,,1e-200" : ",-1,1,1")
        }
        let outcome = try IndexFixture.run(
            options, table: rows.joined(separator: "\n") + "\n", sheet: nil)
        #expect(outcome.status == status, "\(outcome.errors)")
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
    }
}
