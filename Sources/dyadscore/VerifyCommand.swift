import ArgumentParser
import Batch
import Diagnostics
import Tabular

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Run the study of a results folder again and compare every value.",
        discussion: """
            The study is the copy in the folder, unless --study names another. Ranks, counts, names and whole \
            numbers must be the same; other numbers may differ by the tolerance, as a share of the larger of the two. \
            Nothing is written. Exit code 0 if all values agree, 2 if one does not; what moved is told with \
            what may have moved it: study, data, program, BLAS.
            """)

    @Argument(help: "A results folder, for example results/azerbaijan-kazakhstan.", completion: .directory)
    var results: String

    @OptionGroup var datasets: DatasetsFolderOption

    @Option(help: "The study file; without it study.yaml in the folder.")
    var study: String?

    @OptionGroup var tolerances: ToleranceOptions

    @Option(help: "How to print: text or json.")
    var format = OutputFormat.text

    @Flag(name: .shortAndLong, help: "Print nothing but errors.")
    var quiet = false

    func run() throws {
        let meter = ProgressMeter(quiet: quiet)
        var agrees = true
        try reportingDiagnostics {
            defer { meter?.clear() }
            let difference = try StoredResults(folder: results).verified(
                studyFile: study, datasets: datasets.folder, within: try tolerances.tolerances,
                observer: meter?.observer)
            meter?.clear()
            agrees = difference.agrees
            switch format {
            case .json: try writeResult(try jsonBytes(of: difference), to: nil)
            case .text: if !quiet { try printResult(difference.text(), terminator: "") }
            }
        }
        if !agrees { throw ExitCode(differenceExitCode) }
    }
}

/// Values that do not agree; no failure of the program and nothing wrong with its input.
let differenceExitCode: Int32 = 2

struct ToleranceOptions: ParsableArguments {
    @Option(help: "By what share numbers may differ.")
    var tolerance = Tolerances.standard

    @Option(
        help: ArgumentHelp(
            "The tolerance of a column, of all tables or of one file; may be repeated.",
            valueName: "[file:]column=number"))
    var columnTolerance: [String] = []

    var tolerances: Tolerances {
        get throws(Diagnostic) { try Tolerances(general: tolerance, columns: columnTolerance) }
    }
}
