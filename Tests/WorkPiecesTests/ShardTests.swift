import Testing

@testable import WorkPieces

struct ShardTests {
    @Test(arguments: ["1/1", "3/16", "10000/10000"])
    func aShardIsWrittenAsItIsRead(text: String) throws {
        #expect("\(try #require(Shard(text)))" == text)
    }

    @Test(arguments: [
        "", "3", "0/3", "4/3", "3/0", "-1/3", "+1/3", "1/3/3", "1/ 3", "1/10001", "a/b", "/", "１/３",
    ])
    func anythingElseIsNoShard(text: String) {
        #expect(Shard(text) == nil)
    }

    @Test(arguments: [1, 2, 3, 7, 16])
    func everyPieceBelongsToOneShard(count: Int) throws {
        for pieces in [0, 1, 2, 5, 40] {
            let shards = try (1...count).map { try #require(Shard(number: $0, count: count)) }
            for stage in ["a", "b", "joint draws"] {
                let name = StageName(path: ["x"], stage: stage, count: pieces)
                for piece in 0..<pieces {
                    #expect(shards.count { $0.owns(piece: piece, of: name) } == 1)
                }
            }
            let ranges = shards.map { $0.range($0.number, of: pieces) }
            #expect(ranges.flatMap { $0 } == Array(0..<pieces))
            #expect((ranges.map(\.count).max() ?? 0) - (ranges.map(\.count).min() ?? 0) <= 1)
        }
    }

    /// Stages of one piece must not all go to the first shard.
    @Test func singlePiecesAreSpread() throws {
        let names = (0..<200).map { StageName(path: ["reading \($0)"], stage: "smallest removal", count: 1) }
        for number in 1...4 {
            let shard = try #require(Shard(number: number, count: 4))
            let own = names.count { shard.owns(piece: 0, of: $0) }
            #expect((30...70).contains(own), "shard \(number) has \(own) of 200")
        }
    }
}
