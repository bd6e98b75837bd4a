import ArgumentParser
import Batch
import Diagnostics

struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Score the pairs of a study, test its claim, and write tables and figures.",
        discussion: """
            Writes the folder RESULTS/<study>, whole or not at all: a run that fails leaves what was there.
            """)

    @Argument(help: "The study file (YAML), for example studies/azerbaijan-kazakhstan.yaml.")
    var study: String

    @OptionGroup var datasets: DatasetsFolderOption

    @Option(
        name: [.customLong("output"), .customShort("o")],
        help: "The folder in which the study's results folder is written.")
    var output = "results"

    @Flag(help: "Print no summary.")
    var quiet = false

    func run() throws {
        try reportingDiagnostics {
            let run = try StudyRun(studyFile: study, datasets: datasets.folder)
            let folder = "\(output)/\(run.study.id)"
            try run.write(to: folder)
            if !quiet { print(run.summary + "\nResults: \(folder)") }
        }
    }
}
