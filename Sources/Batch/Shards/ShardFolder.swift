import Diagnostics
import Files
import Tabular
public import WorkPieces

/// The folder of one shard, `<shards>/3-of-16`: `pieces.bin` and `manifest.json`.
public struct ShardFolder: Sendable {
    public let shard: Shard
    public let path: String

    /// - Parameters:
    ///   - shard: the one that the folder holds and is named after.
    ///   - shards: the folder of all shards of a study.
    public init(_ shard: Shard, in shards: String) {
        self.shard = shard
        path = "\(shards)/\(shard.number)-of-\(shard.count)"
    }

    /// The shard that a folder's name says it holds; nil for other names.
    static func shard(named name: String) -> Shard? {
        Shard(name.replacing("-of-", with: "/", maxReplacements: 1)).flatMap {
            name == "\($0.number)-of-\($0.count)" ? $0 : nil
        }
    }

    static let piecesName = "pieces.bin"
    private var piecesFile: String { "\(path)/\(Self.piecesName)" }
    private var manifestFile: String { "\(path)/manifest.json" }

    /// Computes pieces and writes the folder, whole or not at all.
    ///
    /// - Parameter compute: begins when it is certain that the folder can be written, and that nobody else writes there.
    /// - Returns: the size of the pieces in bytes.
    /// - Throws: `Diagnostic` (cannot write), and what `compute` throws.
    func write(
        origin: ShardManifest.Origin, _ compute: () throws(Diagnostic) -> [UInt8]
    ) throws(Diagnostic) -> Int {
        try inStagedFolder(path, replacing: .shard) { staged throws(Diagnostic) in
            let pieces = try compute()
            try staged.write(binary: pieces, to: Self.piecesName)
            try staged.write(try jsonBytes(of: manifest(of: pieces, origin)), to: "manifest.json")
            return pieces.count
        }
    }

    private func manifest(
        of pieces: [UInt8], _ origin: ShardManifest.Origin
    ) throws(Diagnostic) -> ShardManifest {
        ShardManifest(
            origin: origin, shard: shard.number, shards: shard.count,
            pieces: .init(bytes: pieces.count, sha256: try sha256Hex(of: pieces)))
    }

    /// The pieces, if they are whole and of this origin.
    ///
    /// - Throws: `Diagnostic`: missing input for a file that is not there, bad data for a folder that holds another shard,
    ///   pieces of another origin, or pieces that are not those of its manifest.
    func pieces(of origin: ShardManifest.Origin) throws(Diagnostic) -> [UInt8] {
        let manifest: ShardManifest = try decodedJSON(ofFile: manifestFile)
        func refused(_ rule: String, found: String) -> Diagnostic {
            Diagnostic(
                at: SourceLocation(path: path), rule: rule, found: found, remedy: "run shard \(shard) again")
        }
        guard manifest.shard == shard.number, manifest.shards == shard.count else {
            throw refused(
                "a shard's folder must hold the shard that it is named after",
                found: "shard \(manifest.shard)/\(manifest.shards)")
        }
        if let difference = manifest.origin.difference(from: origin) {
            throw refused(
                "shards must belong to the study, the data and the program that merge them", found: difference
            )
        }
        let pieces = try readBytes(ofFile: piecesFile)
        guard pieces.count == manifest.pieces.bytes, try sha256Hex(of: pieces) == manifest.pieces.sha256
        else {
            throw refused(
                "pieces.bin must be what its manifest says",
                found: pieces.count == manifest.pieces.bytes
                    ? "other bytes" : "\(pieces.count) bytes instead of \(manifest.pieces.bytes)")
        }
        return pieces
    }
}
