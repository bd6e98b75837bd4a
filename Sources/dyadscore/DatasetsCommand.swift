import ArgumentParser
import Datasets
import Diagnostics

struct DatasetsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "datasets", abstract: "List, show, validate, import and add data packages.",
        subcommands: [ImportCommand.self])
}

/// The option that every command on data packages has.
struct DatasetsFolderOption: ParsableArguments {
    @Option(name: .customLong("datasets"), help: "The folder of data packages.")
    var path = "datasets"

    var folder: DatasetFolder { DatasetFolder(path: path) }
}

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Derive a data package from a source's own files.",
        discussion: "Reports on standard error which rows were skipped, and why.")

    @Argument(help: "The source: \(SourceImporters.all.map(\.id).joined(separator: ", ")).")
    var source: String

    @Argument(help: "The source's files, in the order that the source's documentation gives.")
    var files: [String] = []

    @OptionGroup var datasets: DatasetsFolderOption

    func run() throws {
        try reportingDiagnostics {
            guard let importer = SourceImporters.named(source) else {
                let known = SourceImporters.all.map(\.id)
                throw Diagnostic(
                    rule: "the source must be one of \(known.joined(separator: ", "))",
                    found: source.quotedForMessage,
                    remedy: nearestWord(to: source, among: known).map {
                        "did you mean \($0.quotedForMessage)?"
                    })
            }
            let log = try runImport(importer, files: files, into: datasets.folder)
            for entry in log.entries {
                let lines = entry.lines.map(String.init).joined(separator: ", ")
                let more = entry.rows > entry.lines.count ? ", …" : ""
                let place = entry.lines.count == 1 ? "line" : "lines"
                writeToStandardError(
                    "\(entry.file): \(entry.reason): \(entry.rows) (\(place) \(lines)\(more))\n")
            }
        }
    }
}
