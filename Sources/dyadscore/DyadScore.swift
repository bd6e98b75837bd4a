import ArgumentParser
import Diagnostics
import Files

@main
struct DyadScore: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dyadscore",
        abstract: "Test superlative claims about pairs of states with sourced dyad-year data.",
        discussion: """
            Exit codes: 0 success, 1 failure, 2 results differ, 64 wrong arguments, 65 bad data, 66 input missing, 69 program missing, \
            70 internal error, 73 output cannot be written, 130 and 143 stopped by SIGINT (Ctrl-C) and SIGTERM. Of several \
            studies: the code of those that failed, or 1 \
            if their codes differ.
            """,
        version: DyadScoreVersion.current,
        subcommands: [
            RunCommand.self, MergeCommand.self, TablesCommand.self, FiguresCommand.self, ReportCommand.self,
            ExplainCommand.self, VerifyCommand.self, CompareCommand.self, CiteCommand.self, InitCommand.self,
            IndexCommand.self, MethodsCommand.self, DatasetsCommand.self, DoctorCommand.self,
        ])

    /// Runs the command that the arguments name.
    static func main() {
        occupyStandardStreams()
        Interruption.watchSignals()
        do {
            try reportingDiagnostics { try requireOpenFiles(64) }
            var command = try parseAsRoot()
            try command.run()
        } catch  where exitCode(for: error) == .success {
            // Help, the version and completions are results too: without them the command has failed.
            do throws(Diagnostic) {
                try writeToStandardOutput(Array((fullMessage(for: error) + "\n").utf8))
            } catch {
                tell(error)
                exit(withError: ExitCode(error.category.exitCode))
            }
        } catch {
            exit(withError: error)
        }
    }
}
