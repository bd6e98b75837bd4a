import ArgumentParser
import Datasets
import Diagnostics
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
    @Option(name: .customLong("datasets"), help: "The folder of data packages.")
    var path = "datasets"

    var folder: DatasetFolder { DatasetFolder(path: path) }
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
            writeToStandardError("\(entry.file): \(entry.reason): \(entry.rows) (\(place) \(lines)\(more))\n")
        }
    }
}
