import ArgumentParser
import Datasets
import Diagnostics
import Tabular

struct DatasetsValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Check data packages against their own descriptions.",
        discussion: """
            Files, hashes, columns, the form of every cell, keys, the order of rows and the codes of dyads. Every \
            problem is reported on standard error with its place; the exit code is then 65.
            """)

    @Argument(help: "The packages; all of them if none is named.", completion: .packages)
    var names: [String] = []

    @Option(help: "How to print: text or json.")
    var format = OutputFormat.text

    @OptionGroup var datasets: DatasetsFolderOption

    private struct Report: Encodable {
        let name: String
        let isValid: Bool
        let problems: [String]
    }

    func run() throws {
        let folder = datasets.folder
        var reports: [Report] = []
        for name in names.isEmpty ? folder.packageNames : names {
            let problems = folder.problems(ofPackage: name)
            for problem in problems { tell(problem) }
            reports.append(
                Report(name: name, isValid: problems.isEmpty, problems: problems.map(\.description)))
            if format == .text { try say("\(name): \(problems.isEmpty ? "valid" : "not valid")") }
        }
        if format == .json {
            try reportingDiagnostics { try writeResult(try jsonBytes(of: reports), to: nil) }
        }
        guard reports.allSatisfy(\.isValid) else { throw ExitCode(Diagnostic.Category.badData.exitCode) }
    }
}
