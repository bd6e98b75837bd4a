import Diagnostics
import Files
import Foundation
import TestSupport
import Testing
import WorkPieces

@testable import Batch

/// Shards that are missing, damaged or of something else are refused, each with its name and what to do.
struct HostileShardTests {
    /// Merging three shards after something was done to their folder.
    private func refusal(_ change: (ShardedStudy) throws -> Void) throws -> Diagnostic {
        try withTemporaryFolder { folder in
            let study = try Self.study(in: folder)
            try change(study)
            return try #require(throws: Diagnostic.self) { try study.merged() }
        }
    }

    /// The three shards of the study: names of files and their content.
    private static let shards = Result {
        try withTemporaryFolder { folder in
            let study = try ShardedStudy(text(), in: folder)
            try study.runAll(of: 3)
            let names = try #require(FileManager.default.subpaths(atPath: study.shards))
            return try names.filter { $0.contains(".") }.map {
                ($0, try Data(contentsOf: URL(fileURLWithPath: "\(study.shards)/\($0)")))
            }
        }
    }

    /// The study with its three shards.
    private static func study(in folder: String) throws -> ShardedStudy {
        let study = try ShardedStudy(text(), in: folder)
        for (name, bytes) in try shards.get() {
            try writeBytes([UInt8](bytes), toFile: "\(study.shards)/\(name)")
        }
        return study
    }

    /// A study that takes no time.
    private static func text() throws -> String {
        var study = LightStudy()
        study.states = ["AZE", "KAZ", "KGZ", "RUS", "UZB"]
        study.withoutReadings = ["conversion", "efficiency", "excess"]
        study.withoutTests.formUnion(["weights", "specifications", "associations"])
        return try study.text()
    }

    private func edit(_ file: String, _ change: (inout String) -> Void) throws {
        var text = try String(contentsOfFile: file, encoding: .utf8)
        let before = text
        change(&text)
        try #require(text != before)
        try text.write(toFile: file, atomically: true, encoding: .utf8)
    }

    @Test func aMissingShardIsNamed() throws {
        let error = try refusal { try FileManager.default.removeItem(atPath: "\($0.shards)/2-of-3") }
        #expect(error.category == .missingInput)
        #expect(error.found == "no shard 2/3")
        #expect(error.remedy?.contains("--shard 2/3") == true)
    }

    @Test func noShardsAtAll() throws {
        let error = try refusal { try FileManager.default.removeItem(atPath: $0.shards) }
        #expect(error.category == .missingInput)
        #expect(error.remedy?.contains("--shard 1/N") == true)
    }

    @Test func aMissingFileOfAShardIsNamed() throws {
        for file in ["pieces.bin", "manifest.json"] {
            let error = try refusal {
                try FileManager.default.removeItem(atPath: "\($0.shards)/3-of-3/\(file)")
            }
            #expect(error.category == .missingInput)
            #expect(error.location?.path.hasSuffix("3-of-3/\(file)") == true)
        }
    }

    @Test func aTruncatedShardIsRefusedAndRunAgain() throws {
        func truncate(_ study: ShardedStudy) throws {
            let file = "\(study.shards)/1-of-3/pieces.bin"
            let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
            try bytes.dropLast().write(to: URL(fileURLWithPath: file))
        }
        let error = try refusal(truncate)
        #expect(error.category == .badData)
        #expect(error.location?.path.hasSuffix("1-of-3") == true)
        #expect(error.remedy == "run shard 1/3 again")
        try withTemporaryFolder { folder in
            let study = try Self.study(in: folder)
            try truncate(study)
            #expect(try study.run("2/3") == .kept)
            #expect(try study.run("1/3") != .kept)
            #expect(try study.merged() == study.single())
        }
    }

    @Test func aShardOfAnotherSeedIsRefused() throws {
        let error = try refusal { study in
            try edit("\(study.shards)/2-of-3/manifest.json") {
                $0 = $0.replacing("\"seed\" : ", with: "\"seed\" : 1")
            }
        }
        #expect(error.category == .badData)
        #expect(error.found?.contains("seed") == true)
        #expect(error.remedy == "run shard 2/3 again")
    }

    @Test func aShardOfAnotherStudyFileIsRefusedAndRunAgain() throws {
        try withTemporaryFolder { folder in
            let study = try Self.study(in: folder)
            let other = try ShardedStudy("# changed\n" + Self.text(), in: folder)
            let error = try #require(throws: Diagnostic.self) { try other.merged() }
            #expect(error.category == .badData)
            #expect(error.found == "the study file was another")
            #expect(try other.run("1/3") != .kept)
        }
    }

    @Test(arguments: [
        (#""version" : "#, #""version" : "9."#, "version"),
        (#""programSHA256" : ""#, #""programSHA256" : "0"#, "another build"),
        (#""blasCoreType" : ""#, #""blasCoreType" : "Other"#, "BLAS kernel"),
        (#""path" : "states/"#, #""path" : "estates/"#, "data were others"),
    ])
    func aShardOfAnotherOriginIsRefused(piece: String, other: String, word: String) throws {
        let error = try refusal { study in
            try edit("\(study.shards)/3-of-3/manifest.json") {
                $0 = $0.replacing(
                    piece, with: piece == #""version" : "# ? #""version" : "9", "old" : "# : other)
            }
        }
        #expect(error.category == .badData)
        #expect(error.found?.contains(word) == true, "\(error)")
    }

    @Test func aShardUnderTheNameOfAnotherIsRefused() throws {
        let error = try refusal { study in
            try FileManager.default.removeItem(atPath: "\(study.shards)/2-of-3")
            try FileManager.default.copyItem(
                atPath: "\(study.shards)/1-of-3", toPath: "\(study.shards)/2-of-3")
        }
        #expect(error.category == .badData)
        #expect(error.location?.path.hasSuffix("2-of-3") == true)
        #expect(error.found == "shard 1/3")
    }

    @Test func shardsOfTwoDivisionsAreRefused() throws {
        let error = try refusal { _ = try $0.run("1/2") }
        #expect(error.category == .badData)
        #expect(error.found == "shard 1/2 beside shards of 3")
    }

    @Test func otherEntriesOfTheFolderDoNotMatter() throws {
        try withTemporaryFolder { folder in
            let study = try Self.study(in: folder)
            for name in [".1-of-3.staging-1", "merged-of-3", "01-of-3", "1-of-3.old", "0-of-3"] {
                try FileManager.default.createDirectory(
                    atPath: "\(study.shards)/\(name)", withIntermediateDirectories: true)
            }
            #expect(try study.merged() == study.single())
        }
    }

    @Test func aManifestThatIsNoneIsRefused() throws {
        for text in ["", "{}", "[1]", "\u{0}"] {
            let error = try refusal { study in
                try text.write(
                    toFile: "\(study.shards)/1-of-3/manifest.json", atomically: true, encoding: .utf8)
            }
            #expect(error.category == .badData)
        }
    }

    @Test func aFinishedShardIsKeptUnlessForced() throws {
        try withTemporaryFolder { folder in
            let study = try Self.study(in: folder)
            let first = try study.run("1/3", force: true)
            #expect(first != .kept)
            #expect(try study.run("1/3") == .kept)
        }
    }
}
