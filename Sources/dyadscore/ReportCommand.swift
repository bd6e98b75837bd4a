import ArgumentParser
import Batch

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Score the pairs of a study, test its claim, and write the report as one HTML page.",
        discussion:
            "The page is the report.html that 'run' writes: one file that needs no other and no network.")

    @Argument(help: "The study file (YAML).")
    var study: String

    @Option(
        name: [.customLong("output"), .customShort("o")],
        help: "The file to write; - is standard output.")
    var output = "report.html"

    @Flag(help: "Print no progress.")
    var quiet = false

    @OptionGroup var datasets: DatasetsFolderOption

    func run() throws {
        try reportingDiagnostics {
            try requireFolder(of: output)
            let meter = ProgressMeter(quiet: quiet)
            let prepared = try PreparedStudy(studyFile: study, datasets: datasets.folder)
            let run = try prepared.run(observer: meter?.observer)
            meter?.clear()
            try writeResult(run.report().bytes, to: output)
        }
    }
}
