/// What a stage is called, and into how many pieces it is divided.
struct StageName: Hashable, Sendable {
    let path: [String]
    let stage: String
    let count: Int

    /// Under which its pieces are kept. The number of pieces belongs to it: pieces of another division are others.
    var key: String { (path + [stage, "\(count)"]).joined(separator: "/") }

    /// For people: the stage, then where.
    var words: String { ([stage] + path).joined(separator: ", ") }

    /// Where in the turn of the shards its first piece is, so that stages of few pieces do not all go to the first shard:
    /// FNV-1a (Fowler, Noll & Vo), 32 bits, of the key.
    var turn: Int {
        var hash: UInt32 = 2_166_136_261
        for byte in key.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return Int(hash)
    }
}
