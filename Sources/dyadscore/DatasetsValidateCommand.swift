import ArgumentParser
import Datasets
import Diagnostics

struct DatasetsValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Check data packages against their own descriptions.",
        discussion: """
            Files, hashes, columns, the form of every cell, keys, the order of rows and the codes of dyads. Every \
            problem is reported on standard error with its place; the exit code is then 65.
            """)

    @Argument(help: "The packages; all of them if none is named.")
    var names: [String] = []

    @OptionGroup var datasets: DatasetsFolderOption

    func run() throws {
        let folder = datasets.folder
        var isValid = true
        for name in names.isEmpty ? folder.packageNames : names {
            let problems = folder.problems(ofPackage: name)
            for problem in problems { writeToStandardError("\(problem)\n") }
            isValid = isValid && problems.isEmpty
            print("\(name): \(problems.isEmpty ? "valid" : "not valid")")
        }
        guard isValid else { throw ExitCode(Diagnostic.Category.badData.exitCode) }
    }
}
