import ArgumentParser
import Diagnostics

@main
struct DyadScore: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dyadscore",
        abstract: "Test superlative claims about pairs of states with sourced dyad-year data.",
        discussion: """
            Exit codes: 0 success, 1 failure, 2 results differ, 64 wrong arguments, 65 bad data, 66 input missing, 69 program missing, \
            70 internal error, 73 output cannot be written. Of several studies: the code of those that failed, or 1 \
            if their codes differ.
            """,
        version: DyadScoreVersion.current,
        subcommands: [
            RunCommand.self, MergeCommand.self, TablesCommand.self, FiguresCommand.self, ReportCommand.self,
            ExplainCommand.self, VerifyCommand.self, CompareCommand.self, CiteCommand.self, InitCommand.self,
            IndexCommand.self, MethodsCommand.self, DatasetsCommand.self, DoctorCommand.self,
        ])
}
