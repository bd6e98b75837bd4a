import Foundation
import TestSupport
import Testing

/// `run --shard`, `merge` and runs of several studies, as a user sees them.
struct ShardCommandTests {
    private let program = CommandTests()

    private struct Document: Decodable {
        struct Study: Decodable {
            let file: String
            let status: String
            let study: String?
            let verdict: String?
            let folder: String?
            let exitCode: Int
        }

        let studies: [Study]
    }

    /// A study that takes no time, under a name of its own.
    private func study(_ name: String, in folder: String) throws -> String {
        var light = LightStudy()
        light.states = ["AZE", "KAZ", "KGZ", "RUS", "UZB"]
        light.withoutReadings = ["conversion", "efficiency", "excess"]
        light.withoutTests.formUnion(["weights", "specifications", "associations"])
        let file = "\(folder)/\(name).yaml"
        try light.text().replacing("study: azerbaijan-kazakhstan", with: "study: \(name)")
            .write(toFile: file, atomically: true, encoding: .utf8)
        return file
    }

    private func bytes(of folder: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try #require(FileManager.default.subpaths(atPath: folder)) where name.contains(".") {
            files[name] = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
        }
        return files
    }

    @Test func twoShardsAreMergedIntoTheResultsOfOneRun() throws {
        try withTemporaryFolder { folder in
            let file = try study("small", in: folder)
            #expect(try program.dyadscore(["run", file, "--output", "\(folder)/single"]).status == 0)
            let first = try program.dyadscore(["run", file, "--output", "\(folder)/out", "--shard", "1/2"])
            #expect(first.status == 0, "\(first.errors)")
            #expect(first.output.hasPrefix("Shard 1/2 of small: "))
            let missing = try program.dyadscore(["merge", file, "--output", "\(folder)/out"])
            #expect(missing.status == 66)
            #expect(missing.errors.contains("no shard 2/2"))
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/out/small"))
            _ = try program.dyadscore(["run", file, "--output", "\(folder)/out", "--shard", "2/2", "--quiet"])
            let again = try program.dyadscore(["run", file, "--output", "\(folder)/out", "--shard", "1/2"])
            #expect(again.output.contains("is there already"))
            let merged = try program.dyadscore(["merge", file, "--output", "\(folder)/out"])
            #expect(merged.status == 0, "\(merged.errors)")
            #expect(merged.output.contains("Results:\n  \(folder)/out/small\n"))
            let single = try bytes(of: "\(folder)/single/small")
            #expect(single.count > 10)
            #expect(try bytes(of: "\(folder)/out/small") == single)
        }
    }

    @Test func oneStudyThatFailsStopsNoOther() throws {
        try withTemporaryFolder { folder in
            let files = [
                try study("small", in: folder), "\(folder)/none.yaml", try study("other", in: folder),
                try study("small", in: folder),
            ]
            let outcome = try program.dyadscore(["run"] + files.prefix(3) + ["--output", "\(folder)/out"])
            #expect(outcome.status == 66)
            let lines = outcome.output.split(separator: "\n")
            #expect(lines.count == 3)
            #expect(lines.first?.hasPrefix("small: ") == true)
            #expect(lines.dropFirst().first?.contains("none.yaml: error: no such file") == true)
            #expect(lines.last?.hasPrefix("other: ") == true)
            #expect(outcome.errors.contains("none.yaml"))
            for name in ["small", "other"] {
                #expect(FileManager.default.fileExists(atPath: "\(folder)/out/\(name)/manifest.json"))
            }

            // Failures of several kinds: 1. A study may not take the place of another.
            let json = try program.dyadscore(
                ["run"] + files + ["--output", "\(folder)/out", "--resume", "--format", "json"])
            #expect(json.status == 1)
            let document = try JSONDecoder().decode(Document.self, from: Data(json.output.utf8))
            #expect(document.studies.map(\.status) == ["kept", "failed", "kept", "failed"])
            #expect(document.studies.map(\.exitCode) == [0, 66, 0, 65])
            #expect(document.studies.first?.study == "small")
        }
    }

    @Test func resumingRunsWhatIsNotWhole() throws {
        try withTemporaryFolder { folder in
            let file = try study("small", in: folder)
            let arguments = ["run", file, "--output", "\(folder)/out", "--resume"]
            #expect(try program.dyadscore(arguments).output.contains("Results:\n"))
            #expect(try program.dyadscore(arguments).output.contains("Results were there already"))
            let verdict = "\(folder)/out/small/verdict.json"
            let before = try Data(contentsOf: URL(fileURLWithPath: verdict))
            try Data("{}".utf8).write(to: URL(fileURLWithPath: verdict))
            #expect(try program.dyadscore(arguments).output.contains("Results:\n"))
            #expect(try Data(contentsOf: URL(fileURLWithPath: verdict)) == before)
        }
    }

    @Test(arguments: [
        ["--shard", "4/3"], ["--shard", "0/3"], ["--shard", "x"], ["--force"],
        ["--shard", "1/3", "--resume"],
    ])
    func wrongArgumentsAreRefused(arguments: [String]) throws {
        let outcome = try program.dyadscore(["run", "studies/kazakhstan-kyrgyzstan.yaml"] + arguments)
        #expect(outcome.status == 64)
        #expect(outcome.output.isEmpty)
    }

    @Test func aRunNeedsAStudy() throws {
        #expect(try program.dyadscore(["run"]).status == 64)
    }

    @Test func mergingWithoutShardsSaysWhatToDo() throws {
        try withTemporaryFolder { folder in
            let file = try study("small", in: folder)
            let outcome = try program.dyadscore(["merge", file, "--shards", "\(folder)/nowhere", "--quiet"])
            #expect(outcome.status == 66)
            #expect(outcome.errors.contains("--shard 1/N"))
        }
    }
}
