import TestSupport
import Testing

@testable import Batch

/// However a run is divided, the merged results are those of the single run, byte for byte, the manifest included.
struct MergedRunTests {
    private func expectSame(_ text: String, shards: [Int]) throws {
        try withTemporaryFolder { folder in
            let single = try ShardedStudy(text, in: folder).single()
            #expect(single.count > 20)
            for count in shards {
                try withTemporaryFolder { folder in
                    let study = try ShardedStudy(text, in: folder)
                    try study.runAll(of: count)
                    let merged = try study.merged()
                    #expect(Set(merged.keys) == Set(single.keys))
                    for (name, bytes) in single {
                        #expect(merged[name] == bytes, "\(name) differs after \(count) shards")
                    }
                }
            }
        }
    }

    @Test func theSecondStudy() throws { try expectSame(ShardedStudy.second(), shards: [1, 2, 3, 7]) }

    @Test func theFirstStudyOnAFewStates() throws { try expectSame(ShardedStudy.first(), shards: [3]) }

    /// Without joint draws nothing rests on the multiverse, and shards divide it.
    @Test func aStudyWithoutJointDraws() throws {
        var study = LightStudy()
        study.states = ["AZE", "GEO", "KAZ", "KGZ", "RUS", "UZB"]
        study.withoutTests.insert("weights")
        try expectSame(try study.text(), shards: [2])
    }

    @Test func mergingComputesNothingThatIsDivided() throws {
        try withTemporaryFolder { folder in
            let study = try ShardedStudy(ShardedStudy.second(), in: folder)
            try study.runAll(of: 2)
            let heard = HeardStages()
            _ = try study.prepared.merge(shardsIn: study.shards, observer: heard.observer)
            #expect(heard.names.isEmpty, "computed again: \(heard.names)")
            let single = HeardStages()
            _ = try study.prepared.run(observer: single.observer)
            let stages = Set(single.names.map { $0.prefix { $0 != "," } })
            #expect(
                stages.isSuperset(of: [
                    "specifications", "joint draws", "evaluations", "reporting errors", "resampled years",
                    "rank sets", "simultaneous rank sets", "permutations", "omissions", "smallest removal",
                ]), "\(stages)")
        }
    }
}
