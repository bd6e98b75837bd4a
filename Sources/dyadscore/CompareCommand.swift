import ArgumentParser
import Batch
import Diagnostics
import Reporting
import Tabular

struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "What changed between two results folders: verdicts, ranks, pairs, values.",
        discussion: """
            For two versions of the data, two study files or two versions of the program. With --figure a slope figure of \
            the ranks is written into a folder, with its values beside it. Exit code 0 if all values agree within the \
            tolerance, 2 if one does not, as of 'verify'; with --allow-differences 0 for two folders that could be read.
            """)

    @Argument(help: "The first results folder.", completion: .directory)
    var first: String

    @Argument(help: "The second.", completion: .directory)
    var second: String

    @OptionGroup var tolerances: ToleranceOptions

    @Option(help: "The reading or dimension of the figure; without it, the first.")
    var reading: String?

    @Option(help: "The window of the figure; without it, the first.")
    var window: String?

    @Option(
        help: ArgumentHelp("A folder for slope.svg and slope.csv.", valueName: "folder"),
        completion: .directory)
    var figure: String?

    @Option(help: "How to print: text or json.")
    var format = OutputFormat.text

    @Flag(help: "Exit code 0 whatever differs.")
    var allowDifferences = false

    private struct Document: Encodable {
        let ranks: RankChanges
        let values: ResultsDifference
    }

    func run() throws {
        var agrees = true
        try reportingDiagnostics {
            let (one, other) = (try StoredResults(folder: first), try StoredResults(folder: second))
            let ranks = try RankChanges(from: one, to: other)
            let values = try ResultsDifference(one, other, within: try tolerances.tolerances)
            agrees = values.agrees
            if let figure { try write(ranks, to: figure) }
            switch format {
            case .json:
                try writeResult(try jsonBytes(of: Document(ranks: ranks, values: values)), to: nil)
            case .text: try printResult(ranks.text() + "\n" + values.text(), terminator: "")
            }
        }
        if !agrees, !allowDifferences { throw ExitCode(differenceExitCode) }
    }

    private func write(_ ranks: RankChanges, to folder: String) throws(Diagnostic) {
        let files = ranks.slopeFigure(of: reading, window: window, names: (first, second))
        guard !files.isEmpty else {
            throw Diagnostic(
                .wrongArgument, rule: "the figure needs a reading and window that both folders rank",
                found: [reading, window].compactMap { $0?.quotedForMessage }.joined(separator: ", "))
        }
        try ResultFile.write(files, to: folder)
    }
}
