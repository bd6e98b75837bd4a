import Files

/// What a manifest of any version of this program says of the files beside it.
private struct FormerManifest: Decodable {
    struct Program: Decodable {
        let name: String
    }

    struct Output: Decodable {
        let path: String
    }

    struct Origin: Decodable {
        let program: Program
    }

    let program: Program?
    let origin: Origin?
    let outputs: [Output]?

    /// Nil if there is none, or another program wrote it.
    static func read(in folder: String) -> FormerManifest? {
        guard let manifest: FormerManifest = try? decodedJSON(ofFile: "\(folder)/manifest.json"),
            (manifest.program ?? manifest.origin?.program)?.name == "dyadscore"
        else { return nil }
        return manifest
    }
}

extension FormerContent {
    /// Results folders.
    static let results = FormerContent(marker: "manifest.json") { folder in
        FormerManifest.read(in: folder)?.outputs.map { Set($0.map(\.path)) }
    }

    /// Folders of shards.
    static let shard = FormerContent(marker: "manifest.json") { folder in
        FormerManifest.read(in: folder)?.origin.map { _ in [ShardFolder.piecesName] }
    }
}
