import Datasets
import Foundation
import TestSupport
import Testing
import WorkPieces

@testable import Batch

/// A committed study with few draws, and what its shards and their merging give.
struct ShardedStudy {
    let prepared: PreparedStudy
    let shards: String

    /// - Parameter folder: a folder of the test's own.
    init(_ text: String, in folder: String) throws {
        let file = "\(folder)/study.yaml"
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        prepared = try PreparedStudy(
            studyFile: file, datasets: DatasetFolder(path: Repository.path("datasets")))
        shards = "\(folder)/shards"
    }

    func run(_ shard: String, force: Bool = false) throws -> PreparedStudy.ShardOutcome {
        try prepared.runShard(try #require(Shard(shard)), into: shards, force: force)
    }

    func runAll(of count: Int) throws {
        for number in 1...count { _ = try run("\(number)/\(count)") }
    }

    func merged() throws -> [String: [UInt8]] { try Self.files(of: prepared.merge(shardsIn: shards)) }
    func single() throws -> [String: [UInt8]] { try Self.files(of: prepared.run()) }

    private static func files(of run: StudyRun) throws -> [String: [UInt8]] {
        Dictionary(uniqueKeysWithValues: try run.files().map { ($0.name, $0.bytes) })
    }

    /// The second study: every test of it, with few draws.
    static func second() throws -> String {
        fewer(
            try String(
                contentsOfFile: Repository.path("studies/kazakhstan-kyrgyzstan.yaml"), encoding: .utf8))
    }

    /// Efficiencies, an expectation and a class without a state: the first study on a few states.
    static func first() throws -> String {
        var study = LightStudy()
        study.states = ["AZE", "GEO", "KAZ", "KGZ", "RUS", "TKM", "UZB"]
        study.replicates = 20
        study.withoutTests = []
        return fewer(try study.text())
    }

    private static func fewer(_ text: String) -> String {
        text.replacing("draws: 100000", with: "draws: 3000").replacing("draws: 1000", with: "draws: 200")
            .replacing("replicates: 999", with: "replicates: 39")
            .replacing("permutations: 10000", with: "permutations: 999")
            .replacing("joint-draws: 10000", with: "joint-draws: 300")
    }
}
