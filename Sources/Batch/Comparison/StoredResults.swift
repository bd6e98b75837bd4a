public import Diagnostics
import Files
import Reporting

/// A results folder as it lies on disk, or as a run would write it.
public struct StoredResults: Sendable {
    /// What it is called in messages.
    public let name: String
    let manifest: Manifest
    let damage: [Manifest.Damage]
    private let package: StoredPackage
    private let read: @Sendable (String) throws(Diagnostic) -> [UInt8]

    /// Opens a results folder. Files that are not those of its manifest are noted, not refused: what a comparison is for is to
    /// find them.
    ///
    /// - Throws: `Diagnostic` (missing input) where there is no such folder, (bad data) for one that was not written by this
    ///   program.
    public init(folder: String) throws(Diagnostic) {
        name = folder
        manifest = try decodedJSON(ofFile: "\(folder)/manifest.json")
        package = try decodedJSON(ofFile: "\(folder)/datapackage.json")
        let file = { @Sendable (path) throws(Diagnostic) in
            try containedFile(path, in: folder, namedBy: "\(folder)/datapackage.json")
        }
        for resource in package.resources { _ = try file(resource.path) }
        read = { path throws(Diagnostic) in try readBytes(ofFile: file(path)) }
        damage = try manifest.damage(in: folder)
    }

    /// The files of a run that were not written.
    init(_ files: [ResultFile], name: String) throws(Diagnostic) {
        self.name = name
        let bytes = Dictionary(files.map { ($0.name, $0.bytes) }, uniquingKeysWith: { first, _ in first })
        read = { path throws(Diagnostic) in
            guard let found = bytes[path] else {
                throw Diagnostic(.internalFailure, rule: "a run must write \(path)")
            }
            return found
        }
        manifest = try decodedJSON(read("manifest.json"), path: "\(name)/manifest.json")
        package = try decodedJSON(read("datapackage.json"), path: "\(name)/datapackage.json")
        damage = []
    }

    /// The paths of all tables, in the order of the package, and of the verdict, whose values are compared as theirs are.
    var tablePaths: [String] { package.resources.map(\.path) + [Self.verdict] }

    /// The paths of the other files that say what was found: text, figures and pages.
    var documentPaths: [String] {
        let tables = Set(tablePaths)
        return manifest.outputs.map(\.path).filter { !tables.contains($0) }
    }

    /// A table; nil where there is none of that path, or its file is missing.
    ///
    /// - Throws: `Diagnostic` (bad data) for a file that cannot be read as what `datapackage.json` says of it.
    func table(_ path: String) throws(Diagnostic) -> StoredTable? {
        guard !damage.contains(where: { $0.path == path && $0.isMissing }) else { return nil }
        let place = "\(name)/\(path)"
        if path == Self.verdict { return try StoredTable(json: read(path), path: path, in: place) }
        guard let resource = package.resources.first(where: { $0.path == path }) else { return nil }
        return try StoredTable(resource, bytes: read(path), path: place)
    }

    /// The value of a JSON file of the folder.
    ///
    /// - Throws: `Diagnostic` (missing input) without the file, (bad data) for one that holds something else.
    func json<Value: Decodable>(_ path: String) throws(Diagnostic) -> Value {
        try decodedJSON(read(path), path: "\(name)/\(path)")
    }

    /// The digest of a file as it should be: that of the manifest.
    func digest(_ path: String) -> String? { manifest.outputs.first { $0.path == path }?.sha256 }

    private static let verdict = "verdict.json"
}
