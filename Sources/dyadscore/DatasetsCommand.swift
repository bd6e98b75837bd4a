import ArgumentParser
import Datasets
import Diagnostics
import Files
import Foundation
import Tabular

struct DatasetsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "datasets", abstract: "List, show, validate, import and add data packages.",
        subcommands: [
            DatasetsListCommand.self, DatasetsShowCommand.self, DatasetsValidateCommand.self,
            DatasetsImportCommand.self, DatasetsAddCommand.self,
        ])
}

/// The option that every command on data packages has.
struct DatasetsFolderOption: ParsableArguments {
    @Option(
        name: .customLong("datasets"),
        help: ArgumentHelp(
            "The folder of data packages (default: datasets; the installed one if there is none here).",
            valueName: "folder"),
        completion: .directory)
    var given: String?

    @Option(
        name: .customLong("data-root"),
        help: ArgumentHelp(
            "Another folder into which symbolic links of the data folder may lead; may be repeated.",
            valueName: "folder"),
        completion: .directory)
    var otherRoots: [String] = []

    func validate() throws {
        if given == "" { throw ValidationError("--datasets must name a folder; the current one is .") }
        for root in otherRoots where resolvedPath(root) == nil {
            throw ValidationError(
                "--data-root must name a folder that exists, found \(root.quotedForMessage)")
        }
    }

    /// Where packages are read.
    var path: String {
        if let given { return given }
        guard !exists(Self.own), let installed = Self.installed else { return Self.own }
        return installed
    }

    var folder: DatasetFolder { DatasetFolder(path: path, otherRoots: otherRoots) }

    /// Where packages are written: never into an installation unless it is named.
    var writableFolder: DatasetFolder { DatasetFolder(path: given ?? Self.own, otherRoots: otherRoots) }

    static let own = "datasets"

    /// The data packages beside an installed program: `PREFIX/share/dyadscore/datasets`.
    private static var installed: String? {
        guard let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        else {
            return nil
        }
        let prefix = URL(fileURLWithPath: program).deletingLastPathComponent().deletingLastPathComponent()
            .path
        let folder = "\(prefix)/share/dyadscore/datasets"
        return exists(folder) ? folder : nil
    }
}

/// Says what was left out of a package, and why: on standard error for people, on standard output for machines.
///
/// - Throws: `Diagnostic` (internal failure) if it cannot be encoded.
func report(_ log: ImportLog, of package: String, format: OutputFormat) throws(Diagnostic) {
    struct Entry: Encodable {
        let file, reason: String
        let rows: Int
        let firstLines: [Int]
    }
    struct Report: Encodable {
        let package: String
        let leftOut: [Entry]
    }
    switch format {
    case .json:
        let entries = log.entries.map {
            Entry(file: $0.file, reason: $0.reason, rows: $0.rows, firstLines: $0.lines)
        }
        try writeResult(try jsonBytes(of: Report(package: package, leftOut: entries)), to: nil)
    case .text:
        for entry in log.entries {
            let lines = entry.lines.map(String.init).joined(separator: ", ")
            let more = entry.rows > entry.lines.count ? ", …" : ""
            let place = entry.lines.count == 1 ? "line" : "lines"
            writeToStandardError(
                "\(entry.file): \(entry.reason): \(entry.rows) (\(place) \(lines)\(more))\n".printable)
        }
    }
}
