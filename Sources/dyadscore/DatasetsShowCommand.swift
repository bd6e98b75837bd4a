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
            print("\(metadata.name): \(metadata.title)\n\n\(metadata.description)\n")
            print("Version: \(metadata.sourceVersion)")
            for source in metadata.sources { print("Source: \(withPath(source.title, source.path))") }
            for licence in metadata.licences { print("Licence: \(withPath(licence.title, licence.path))") }
            print("Cite: \(metadata.citations.joined(separator: ", "))")
            print("Importer: \(package.importer)\n")
            print("How to obtain it: \(metadata.obtaining)")
            for resource in package.resources {
                let schema = resource.schema
                print("\nTable \(resource.path): \(schema.title)")
                print("Key: \(schema.primaryKey.joined(separator: ", "))")
                for field in schema.fields {
                    let unit = field.unit.map { " [\($0)]" } ?? ""
                    let optional = field.isRequired ? "" : " May be empty."
                    print("  \(field.name) (\(field.type.rawValue))\(unit): \(field.description)\(optional)")
                }
            }
            print("\nImport log:" + (skipped.isEmpty ? " nothing was skipped or assumed" : ""))
            for line in skipped { print("  \(line)") }
        }
    }

    private func withPath(_ title: String, _ path: String?) -> String {
        path.map { "\(title), \($0)" } ?? title
    }
}
