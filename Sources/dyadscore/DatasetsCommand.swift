import ArgumentParser
import Datasets

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

/// Says on standard error what was left out, and why.
func report(_ log: ImportLog) {
    for entry in log.entries {
        let lines = entry.lines.map(String.init).joined(separator: ", ")
        let more = entry.rows > entry.lines.count ? ", …" : ""
        let place = entry.lines.count == 1 ? "line" : "lines"
        writeToStandardError("\(entry.file): \(entry.reason): \(entry.rows) (\(place) \(lines)\(more))\n")
    }
}
