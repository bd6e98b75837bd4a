import Diagnostics
import Dyads
import Tabular

/// Reads one source in its own format and derives our tables from it.
///
/// An importer is one file and one row in `SourceImporters.all`. It decides nothing about scoring: it keeps
/// what the source recorded about the states it is given, in our schema.
public protocol SourceImporter: Sendable {
    /// The files it reads, in the order in which they are named on the command line.
    var inputs: [InputDescription] { get }
    /// Whether it selects rows by the list of states; only the importer that makes that list does not.
    var needsStates: Bool { get }
    /// What the package says about itself.
    var metadata: PackageMetadata { get }
    /// The derived tables, sorted by their keys.
    ///
    /// - Parameters:
    ///   - files: one file for each of `inputs`.
    ///   - states: the states to keep; empty for the importer that makes the list of states.
    ///   - log: takes what was skipped, and why.
    /// - Throws: `Diagnostic` with file, line and column for the first malformed row.
    func tables(from files: [SourceFile], states: StateSystem, log: inout ImportLog) throws(Diagnostic)
        -> [Table]
}

extension SourceImporter {
    /// The name on the command line, and of the package's folder.
    public var id: String { metadata.name }

    public var needsStates: Bool { true }
}

/// One file that an importer needs.
public struct InputDescription: Sendable {
    /// A name for the usage message, e.g. `parties.csv`.
    public let name: String
    public let contents: String

    public init(_ name: String, _ contents: String) {
        self.name = name
        self.contents = contents
    }
}
