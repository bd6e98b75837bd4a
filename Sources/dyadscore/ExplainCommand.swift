import ArgumentParser
import Batch
import Diagnostics
import Dyads
import Tabular

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Why a pair has its rank: what each indicator adds, beside the leader's.")

    @Argument(help: "The study file.", completion: .studyFile)
    var study: String

    @Argument(help: "The pair, for example AZE-KAZ.", completion: .dyads)
    var dyad: String

    @Option(
        help: "The reading or dimension; without it, the study's first reading.", completion: .subjects)
    var reading: String?

    @Option(help: "The window.", completion: .windows)
    var window = "main"

    @Option(help: "How to print: text or json.")
    var format = OutputFormat.text

    @OptionGroup var datasets: DatasetsFolderOption

    func run() throws {
        try reportingDiagnostics {
            guard let dyad = Dyad(dyad) else {
                throw Diagnostic(
                    .wrongArgument, rule: "a pair is two ISO codes, written AZE-KAZ",
                    found: dyad.quotedForMessage)
            }
            let data = try StudyData(studyFile: study, datasets: datasets.folder)
            let explanation = try Explanation(
                of: dyad, reading: reading ?? data.study.plan.readings[0].id, window: window, in: data)
            switch format {
            case .text: try printResult(explanation.text, terminator: "")
            case .json: try writeResult(try jsonBytes(of: explanation), to: nil)
            }
        }
    }
}
