import ArgumentParser
import Batch
import Diagnostics

struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Make the results of a study from its shards.",
        discussion: """
            The results are those of a single run, byte for byte. Exit code 66 if a shard is missing, 65 if shards do \
            not belong together, to this study, its data and this program, or if one is damaged.
            """)

    @Argument(help: "The study file (YAML).", completion: .studyFile)
    var study: String

    @OptionGroup var datasets: DatasetsFolderOption
    @OptionGroup var options: RunOptions

    @Option(help: "The folder of the shards; without it RESULTS/<study>.shards.")
    var shards: String?

    func run() throws {
        let meter = ProgressMeter(quiet: options.quiet)
        var report = OutcomeReport(options: options, tellsAll: true)
        do throws(Diagnostic) {
            let prepared = try PreparedStudy(studyFile: study, datasets: datasets.folder)
            let results = options.folder(of: prepared)
            let run = try prepared.merge(
                shardsIn: shards ?? options.shardsFolder(of: prepared), into: results,
                observer: meter?.observer)
            try report.add(
                .init(.done(study, run, in: results), run.summary(resultsIn: results)),
                after: meter)
        } catch {
            report.add(error, file: study, after: meter)
        }
        try report.finish()
    }
}
