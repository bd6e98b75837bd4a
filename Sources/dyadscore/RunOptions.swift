import ArgumentParser
import Batch

/// Where results go, and what is told of them.
struct RunOptions: ParsableArguments {
    @Option(
        name: [.customLong("output"), .customShort("o")],
        help: "The folder in which the studies' results folders are written.", completion: .directory)
    var output = "results"

    @Option(help: "How to tell what became of the studies: text or json.")
    var format = OutputFormat.text

    @Flag(help: "Print no summary and no progress.")
    var quiet = false

    func validate() throws {
        if output.isEmpty { throw ValidationError("--output must name a folder; the current one is .") }
    }

    func folder(of prepared: PreparedStudy) -> String { "\(output)/\(prepared.study.id)" }
    func shardsFolder(of prepared: PreparedStudy) -> String { "\(folder(of: prepared)).shards" }
}
