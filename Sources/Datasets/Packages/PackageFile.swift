import Diagnostics
import Documents
import Files
import Tabular

/// The content of `datapackage.json` (Frictionless Data Package 2.0), for writing.
struct PackageFile: Encodable {
    struct Contributor: Encodable {
        let title: String
        let roles: [String]
    }

    struct Input: Encodable {
        let name: String
        let bytes: Int
        let hash: String
    }

    /// What the standard has no words for.
    struct Origin: Encodable {
        let importer: String
        let sourceVersion: String
        let inputs: [Input]
        let citations: [String]
        let obtaining: String
    }

    let profile = "https://datapackage.org/profiles/2.0/datapackage.json"
    let name: String
    let title: String
    let description: String
    let licenses: [PackageMetadata.Licence]
    let sources: [PackageMetadata.Source]
    let contributors = [Contributor(title: "DyadScore contributors", roles: ["wrangler"])]
    let resources: [TableResource]
    let origin: Origin

    enum CodingKeys: String, CodingKey {
        case profile = "$schema"
        case origin = "dyadscore"
        case name, title, description, licenses, sources, contributors, resources
    }
}

/// Writes tables and their description as a data package, whole or not at all.
///
/// - Parameters:
///   - isExact: whether numbers are written so that they are read back the same; otherwise with twelve digits, of which
///     the last ones of sums and means do not differ between processors.
///   - inputs: the files that the tables were derived from; their hashes are recorded.
///   - folder: the package's folder; an older package there is replaced.
/// - Throws: `Diagnostic` when a value is not finite or the folder cannot be written.
func writePackage(
    _ metadata: PackageMetadata, importer: String, tables: [Table], isExact: Bool = false,
    inputs: [SourceFile],
    to folder: String
) throws(Diagnostic) {
    try inStagedFolder(folder, replacing: .package) { staged throws(Diagnostic) in
        var resources: [TableResource] = []
        for table in tables {
            let bytes = try table.csv(significantDigits: isExact ? nil : 12, isVerbatim: true)
            let path = "\(table.schema.name).csv"
            try staged.write(bytes, to: path)
            resources.append(
                .init(table.schema, path: path, bytes: bytes.count, sha256: try sha256Hex(of: bytes)))
        }
        var origins: [PackageFile.Input] = []
        for input in inputs {
            let (digest, byteCount) = try input.sha256Hex()
            origins.append(.init(name: input.name, bytes: byteCount, hash: "sha256:" + digest))
        }
        let package = PackageFile(
            name: metadata.name, title: metadata.title, description: metadata.description,
            licenses: metadata.licences, sources: metadata.sources, resources: resources,
            origin: .init(
                importer: importer, sourceVersion: metadata.sourceVersion, inputs: origins,
                citations: metadata.citations, obtaining: metadata.obtaining))
        try staged.write(jsonBytes(of: package), to: "datapackage.json")
    }
}

extension FormerContent {
    /// Data packages that importers made, or users' own tables.
    static let package = FormerContent(marker: "datapackage.json") { folder in
        let file = "\(folder)/datapackage.json"
        guard let text = try? readText(ofFile: file), let node = try? DocumentNode(parsing: text, path: file)
        else { return nil }
        return (try? PackageDescription(decoding: node)).map { Set($0.resources.map(\.path)) }
    }
}
