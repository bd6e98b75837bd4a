import ArgumentParser
import Datasets
import Diagnostics

struct DatasetsImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Derive a data package from a source's own files.",
        discussion: "Reports on standard error which rows were skipped, and why.")

    @Argument(
        help: "The source: \(SourceImporters.all.map(\.id).joined(separator: ", ")).",
        completion: .list(SourceImporters.all.map(\.id)))
    var source: String

    @Argument(
        help: "The source's files, in the order that the source's documentation gives.", completion: .file())
    var files: [String] = []

    @Option(help: "How to tell what was left out: text (on standard error) or json.")
    var format = OutputFormat.text

    @OptionGroup var datasets: DatasetsFolderOption

    func run() throws {
        try reportingDiagnostics {
            guard let importer = SourceImporters.named(source) else {
                let known = SourceImporters.all.map(\.id)
                throw Diagnostic(
                    .wrongArgument, rule: "the source must be one of \(known.joined(separator: ", "))",
                    found: source.quotedForMessage,
                    remedy: nearestWord(to: source, among: known).map {
                        "did you mean \($0.quotedForMessage)?"
                    })
            }
            try report(
                try runImport(importer, files: files, into: datasets.writableFolder), of: importer.id,
                format: format)
        }
    }
}
