import ArgumentParser
import Datasets
import Tabular

struct DatasetsShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show where a data package comes from, what its columns mean and how to make it again.")

    @Argument(help: "The package.", completion: .packages)
    var name: String

    @Option(help: "How to print: text or json.")
    var format = OutputFormat.text

    @OptionGroup var datasets: DatasetsFolderOption

    func run() throws {
        try reportingDiagnostics {
            let folder = datasets.folder
            let package = try folder.package(name)
            let skipped = try folder.importLogLines(ofPackage: name)
            if format == .json {
                let view = PackageView(package, importLog: skipped)
                return try writeResult(try jsonBytes(of: view), to: nil)
            }
            let metadata = package.metadata
            try say("\(metadata.name): \(metadata.title)\n\n\(metadata.description)\n")
            try say("Version: \(metadata.sourceVersion)")
            for source in metadata.sources { try say("Source: \(withPath(source.title, source.path))") }
            for licence in metadata.licences { try say("Licence: \(withPath(licence.title, licence.path))") }
            try say("Cite: \(metadata.citations.joined(separator: ", "))")
            try say("Importer: \(package.importer)\n")
            try say("How to obtain it: \(metadata.obtaining)")
            for resource in package.resources {
                let schema = resource.schema
                try say("\nTable \(resource.path): \(schema.title)")
                try say("Key: \(schema.primaryKey.joined(separator: ", "))")
                for field in schema.fields {
                    let unit = field.unit.map { " [\($0)]" } ?? ""
                    let optional = field.isRequired ? "" : " May be empty."
                    try say(
                        "  \(field.name) (\(field.type.rawValue))\(unit): \(field.description)\(optional)")
                }
            }
            try say("\nImport log:" + (skipped.isEmpty ? " nothing was skipped or assumed" : ""))
            for line in skipped { try say("  \(line)") }
        }
    }

    private func withPath(_ title: String, _ path: String?) -> String {
        path.map { "\(title), \($0)" } ?? title
    }
}
