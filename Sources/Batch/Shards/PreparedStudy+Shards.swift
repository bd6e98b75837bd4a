public import Diagnostics
import Files
public import WorkPieces

extension PreparedStudy {
    /// What became of a shard.
    public enum ShardOutcome: Hashable, Sendable {
        /// Its pieces were computed, and take so many bytes.
        case computed(bytes: Int)
        /// Its folder held the same pieces already.
        case kept
    }

    /// Computes the pieces of one shard into its folder among those of all shards.
    ///
    /// - Parameters:
    ///   - shard: which part of the pieces; all shards of a study must be parts of one division.
    ///   - shards: the folder of all shards of the study, in which this one has a folder of its own.
    ///   - force: whether a shard that is there already is computed again.
    ///   - observer: hears of the progress of long stages, from any thread.
    /// - Throws: `Diagnostic` for a study that does not fit its data, and when the folder cannot be written.
    public func runShard(
        _ shard: Shard, into shards: String, force: Bool = false, observer: WorkObserver? = nil
    ) throws(Diagnostic) -> ShardOutcome {
        let origin = try ShardManifest.Origin(of: self)
        let folder = ShardFolder(shard, in: shards)
        if !force, (try? folder.pieces(of: origin)) != nil { return .kept }
        let count = try folder.write(origin: origin) { () throws(Diagnostic) in
            let collector = PieceCollector()
            _ = try StudyRun(of: self, work: Work(shard: shard, keeping: collector, observer: observer))
            return collector.bytes
        }
        return .computed(bytes: count)
    }

    /// Assesses the claim from the pieces of all shards: the results are those of a single run, byte for byte.
    ///
    /// - Parameters:
    ///   - shards: the folder of all shards of the study, and of no others.
    ///   - observer: hears of the progress of stages with pieces that are computed here, from any thread.
    /// - Throws: `Diagnostic`: missing input when a shard is not there; bad data for shards that do not belong together or
    ///   are damaged.
    public func merge(shardsIn shards: String, observer: WorkObserver? = nil) throws(Diagnostic) -> StudyRun {
        let origin = try ShardManifest.Origin(of: self)
        let folders = try shardFolders(in: shards)
        var files: [[UInt8]] = []
        for folder in folders { files.append(try folder.pieces(of: origin)) }
        let library: PieceLibrary
        do throws(PieceLibrary.Damage) {
            library = try PieceLibrary(files)
        } catch {
            throw Diagnostic(
                at: SourceLocation(path: folders[error.file].path),
                rule: "pieces.bin must hold the pieces of its shard, and no others",
                remedy: "run shard \(folders[error.file].shard) again with --force")
        }
        let run = try StudyRun(of: self, work: Work(merging: library, observer: observer))
        if let stage = library.damagedStages.first {
            throw Diagnostic(
                at: SourceLocation(path: shards), rule: "the pieces of a stage must be readable",
                found: stage, remedy: "run the shards again with --force")
        }
        return run
    }

    /// Merges as `merge(shardsIn:)` does, and writes the results folder, whole or not at all.
    ///
    /// - Parameters:
    ///   - shards: as for `merge(shardsIn:)`.
    ///   - folder: it is made sure that it can be written before the work begins.
    ///   - observer: hears of the progress of stages with pieces that are computed here, from any thread.
    /// - Throws: `Diagnostic` as `merge(shardsIn:)` does, and when the folder cannot be written.
    public func merge(
        shardsIn shards: String, into folder: String, observer: WorkObserver? = nil
    ) throws(Diagnostic) -> StudyRun {
        try StudyRun.write(to: folder) { () throws(Diagnostic) in
            try merge(shardsIn: shards, observer: observer)
        }
    }

    /// The folders of all shards, in their order.
    private func shardFolders(in shards: String) throws(Diagnostic) -> [ShardFolder] {
        let found = sortedEntries(ofFolder: shards).compactMap(ShardFolder.shard)
        let place = SourceLocation(path: shards)
        guard let count = found.map(\.count).max() else {
            throw Diagnostic(
                .missingInput, at: place, rule: "there are no shards here",
                remedy:
                    "run dyadscore run \(path) --shard 1/N and the others first, or name their folder with --shards"
            )
        }
        if let other = found.first(where: { $0.count != count }) {
            throw Diagnostic(
                at: place, rule: "all shards must be parts of one division",
                found: "shard \(other) beside shards of \(count)",
                remedy: "take the folders of one of the two away")
        }
        let missing = (1...count).filter { number in !found.contains { $0.number == number } }
        guard missing.isEmpty else {
            let names = missing.prefix(8).map { "\($0)/\(count)" }.joined(separator: ", ")
            throw Diagnostic(
                .missingInput, at: place, rule: "every shard must be there",
                found: "no shard \(names)\(missing.count > 8 ? " and \(missing.count - 8) more" : "")",
                remedy: "run dyadscore run \(path) --shard \(missing[0])/\(count)")
        }
        return found.sorted { $0.number < $1.number }.map { ShardFolder($0, in: shards) }
    }
}
