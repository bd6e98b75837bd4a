internal import Synchronization

/// Keeps the pieces of one shard while it is computed.
public final class PieceCollector: Sendable {
    private let stages = Mutex<[String: [Int: [UInt8]]]>([:])

    public init() {}

    func keep(_ pieces: [(Int, [UInt8])], of stage: StageName) {
        stages.withLock { stages in
            for (index, bytes) in pieces { stages[stage.key, default: [:]][index] = bytes }
        }
    }

    /// All that was kept, in the order of names and pieces, as `PieceLibrary` reads it.
    public var bytes: [UInt8] {
        let stages = stages.withLock { $0 }
        var writer = PieceWriter()
        writer.write(integer: stages.count)
        for (key, pieces) in stages.sorted(by: { $0.key < $1.key }) {
            key.write(to: &writer)
            writer.write(integer: pieces.count)
            for (index, bytes) in pieces.sorted(by: { $0.key < $1.key }) {
                writer.write(integer: index)
                writer.write(integer: bytes.count)
                writer.write(bytes: bytes)
            }
        }
        return writer.bytes
    }
}
