public import Diagnostics
import Files
import Foundation
import Reporting

/// A results folder as it lies on disk, or as a run would write it.
public struct StoredResults: Sendable {
    /// A file that is not the one that the manifest lists: somebody or something touched the folder after the run.
    struct Damage: Sendable {
        let path: String
        /// Whether there is no such file any more; else it has another SHA-256.
        let isMissing: Bool
    }

    /// What it is called in messages.
    public let name: String
    let manifest: Manifest
    let damage: [Damage]
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
            try containedFile(path, in: folder, namedBy: "\(folder)/manifest.json")
        }
        for resource in package.resources { _ = try file(resource.path) }
        read = { path throws(Diagnostic) in try readBytes(ofFile: file(path)) }
        var damage: [Damage] = []
        for output in manifest.outputs {
            guard exists(try file(output.path)) else {
                damage.append(Damage(path: output.path, isMissing: true))
                continue
            }
            if try sha256Hex(of: read(output.path)) != output.sha256 {
                damage.append(Damage(path: output.path, isMissing: false))
            }
        }
        self.damage = damage
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
        manifest = try Self.decoded(read("manifest.json"))
        package = try Self.decoded(read("datapackage.json"))
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
        let bytes = try read(path)
        do throws(Diagnostic) {
            return try Self.decoded(bytes)
        } catch {
            throw Diagnostic(
                at: SourceLocation(path: "\(name)/\(path)"), rule: "the file is not what dyadscore wrote here"
            )
        }
    }

    /// The digest of a file as it should be: that of the manifest.
    func digest(_ path: String) -> String? { manifest.outputs.first { $0.path == path }?.sha256 }

    private static let verdict = "verdict.json"

    private static func decoded<Value: Decodable>(_ bytes: [UInt8]) throws(Diagnostic) -> Value {
        do {
            return try JSONDecoder().decode(Value.self, from: Data(bytes))
        } catch {
            throw Diagnostic(.internalFailure, rule: "a run must write JSON that can be read")
        }
    }
}
