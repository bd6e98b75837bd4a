internal import Synchronization

/// The pieces that all shards of a run have kept.
public final class PieceLibrary: Sendable {
    /// How many shards there are.
    public let shards: Int
    private let stages: [String: [Int: ArraySlice<UInt8>]]
    private let notes = Mutex(Notes())

    private struct Notes {
        var damaged: Set<String> = []
        var missing: [String: Int] = [:]
    }

    /// - Parameter files: what `PieceCollector.bytes` gave, one a shard, in the order of shards.
    /// - Throws: `Damage` with the place of a file that is not so made, or that holds a piece of another.
    public init(_ files: [[UInt8]]) throws(Damage) {
        var stages: [String: [Int: ArraySlice<UInt8>]] = [:]
        for (place, file) in files.enumerated() {
            do throws(PieceDamage) {
                var reader = PieceReader(file[...])
                for _ in 0..<(try reader.readCount()) {
                    let key = try String(from: &reader)
                    for _ in 0..<(try reader.readCount()) {
                        let index = try reader.readInteger()
                        let bytes = try reader.read(try reader.readCount())
                        guard stages[key, default: [:]].updateValue(bytes, forKey: index) == nil else {
                            throw PieceDamage()
                        }
                    }
                }
                guard reader.isAtEnd else { throw PieceDamage() }
            } catch {
                throw Damage(file: place)
            }
        }
        shards = files.count
        self.stages = stages
    }

    /// A file that holds no pieces, or some of another file.
    public struct Damage: Error, Hashable, Sendable {
        public let file: Int
    }

    /// Stages with a piece that could not be read, by name; it was computed again.
    public var damagedStages: [String] { notes.withLock { $0.damaged.sorted() } }

    /// How many pieces of each stage were not kept by any shard, and so computed again.
    public var computedPieces: [(stage: String, pieces: Int)] {
        notes.withLock { $0.missing.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }
    }

    /// The pieces of a stage with these indices; nil for those that no shard has kept.
    func pieces<Piece: Storable>(_ indices: Range<Int>, of stage: StageName) -> [Piece?] {
        let kept = stages[stage.key] ?? [:]
        var damaged = false
        let pieces = indices.map { index -> Piece? in
            guard let bytes = kept[index] else { return nil }
            do throws(PieceDamage) {
                return try Piece(stored: bytes)
            } catch {
                damaged = true
                return nil
            }
        }
        let missing = pieces.count { $0 == nil }
        notes.withLock { notes in
            if damaged { notes.damaged.insert(stage.key) }
            if missing > 0 { notes.missing[stage.key] = missing }
        }
        return pieces
    }
}
