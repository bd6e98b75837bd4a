import Foundation
import TestSupport
import Testing

/// `verify` and `compare` on the committed results of the second study.
struct VerifyCommandTests {
    private let program = CommandTests()
    private let committed = "results/kazakhstan-kyrgyzstan"

    /// A copy of the committed results with a piece of a file replaced.
    private func copy(in folder: String, of file: String, replacing piece: String, with other: String) throws
        -> String
    {
        let copy = "\(folder)/copy"
        try FileManager.default.copyItem(atPath: Repository.path(committed), toPath: copy)
        let text = try String(contentsOfFile: "\(copy)/\(file)", encoding: .utf8)
        try #require(text.contains(piece))
        try text.replacing(piece, with: other, maxReplacements: 1)
            .write(toFile: "\(copy)/\(file)", atomically: true, encoding: .utf8)
        return copy
    }

    @Test func theCommittedResultsAreVerified() throws {
        let outcome = try program.dyadscore(["verify", committed])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains(" tables agree.\n"))
        #expect(!outcome.output.contains(" differ"))
    }

    @Test func aScoreThatMovedIsFoundWithItsRowAndSize() throws {
        try withTemporaryFolder { folder in
            let copy = try copy(in: folder, of: "scores.csv", replacing: "45.81946", with: "45.82")
            let outcome = try program.dyadscore(["verify", copy])
            #expect(outcome.status == 2 && outcome.errors.isEmpty)
            #expect(outcome.output.contains("\(copy)/scores.csv was changed after the run\n"))
            #expect(outcome.output.contains("45.82 -> 45.81946\n"))
            #expect(outcome.output.contains("numbers by at most 0.0012 % of their size"))
            #expect(outcome.output.contains("Likely cause:\n  files that were touched after the run\n"))
            let quiet = try program.dyadscore(["verify", copy, "--quiet"])
            #expect(quiet.status == 2 && quiet.output.isEmpty && quiet.errors.isEmpty)
        }
    }

    @Test func otherDataAreTheLikelyCause() throws {
        try withTemporaryFolder { folder in
            let datasets = "\(folder)/datasets"
            try FileManager.default.copyItem(atPath: Repository.path("datasets"), toPath: datasets)
            let file = "\(datasets)/icews/dyad-years.csv"
            let text = try String(contentsOfFile: file, encoding: .utf8)
            let row = "\nKAZ-KGZ,KAZ,KGZ,703,705,2007,257.5,"
            try #require(text.contains(row))
            try text.replacing(row, with: row.replacing("257.5", with: "999.5"))
                .write(toFile: file, atomically: true, encoding: .utf8)
            let outcome = try program.dyadscore(["verify", committed, "--datasets", datasets])
            #expect(outcome.status == 2, "\(outcome.errors)")
            #expect(
                outcome.output.contains(
                    "main, indicator icews-verbal-cooperation, dyad KAZ-KGZ: value 0.2171373"))
            #expect(outcome.output.hasSuffix("Likely cause:\n  data: icews/dyad-years.csv (changed)\n"))
        }
    }

    @Test func theSeedOfTheStudyIsTheLikelyCause() throws {
        try withTemporaryFolder { folder in
            let study = try program.study(in: folder, replacing: "seed: ", with: "seed: 9")
            let outcome = try program.dyadscore(["verify", committed, "--study", study, "--format", "json"])
            #expect(outcome.status == 2, "\(outcome.errors)")
            struct Document: Decodable {
                struct Cause: Decodable { let kind: String }
                struct Table: Decodable { let path: String }
                let agrees: Bool
                let causes: [Cause]
                let tables: [Table]
            }
            let found = try JSONDecoder().decode(Document.self, from: Data(outcome.output.utf8))
            #expect(!found.agrees && found.causes.map(\.kind) == ["study"])
            #expect(found.tables.contains { $0.path == "first-places.csv" })
            // Scores have no chance in them.
            #expect(!found.tables.contains { $0.path == "scores.csv" })
        }
    }

    @Test func anotherStudyIsRefused() throws {
        let outcome = try program.dyadscore([
            "verify", committed, "--study", "studies/azerbaijan-kazakhstan.yaml",
        ])
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("the study must be the one of the results"))
    }

    @Test func whatIsNoResultsFolderIsSaid() throws {
        #expect(try program.dyadscore(["verify", "studies"]).status == 66)
        #expect(try program.dyadscore(["compare", committed, "nowhere"]).status == 66)
        #expect(try program.dyadscore(["verify", committed, "--column-tolerance", "scroe=1"]).status == 64)
    }

    @Test func comparingTellsWhatMovedAndDrawsIt() throws {
        try withTemporaryFolder { folder in
            let copy = try copy(
                in: folder, of: "verdict.json", replacing: "\"overall\" : \"not established\"",
                with: "\"overall\" : \"contradicted\"")
            let outcome = try program.dyadscore(["compare", committed, copy, "--figure", "\(folder)/figure"])
            #expect(outcome.status == 2, "\(outcome.errors)")
            #expect(outcome.output.hasPrefix("Verdict: not established -> contradicted\n"))
            let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/figure").sorted()
            #expect(names == ["slope.csv", "slope.svg"])
            let allowed = try program.dyadscore(["compare", committed, copy, "--allow-differences"])
            #expect(allowed.status == 0 && allowed.output == outcome.output)
            let same = try program.dyadscore(["compare", committed, committed])
            #expect(same.status == 0)
            let unknown = try program.dyadscore([
                "compare", committed, copy, "--figure", "\(folder)/other", "--reading", "colour",
            ])
            #expect(unknown.status == 64)
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/other"))
        }
    }
}
