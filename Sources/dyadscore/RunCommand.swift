import ArgumentParser
import Batch
import Diagnostics
import WorkPieces

extension Shard: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Score the pairs of studies, test their claims, and write tables and figures.",
        discussion: """
            Writes the folder RESULTS/<study>, whole or not at all: a run that fails leaves what was there. Of \
            several studies each is run, whatever becomes of the others, and told of in one line; the exit code is 0 \
            if none failed, the code of those that did if it is the same for all, else 1.

            With --shard 3/16 the third of 16 parts of the long stages is computed, into RESULTS/<study>.shards/\
            3-of-16; 'merge' makes the results of all parts. A shard that is there already, of the same program, \
            study and data, is not computed again.
            """)

    @Argument(
        help: "Study files (YAML), for example studies/azerbaijan-kazakhstan.yaml.", completion: .studyFile)
    var studies: [String]

    @OptionGroup var datasets: DatasetsFolderOption
    @OptionGroup var options: RunOptions

    @Option(help: ArgumentHelp("Compute this part of so many.", valueName: "k/n"))
    var shard: Shard?

    @Flag(help: "With --shard: compute it even if it is there already.")
    var force = false

    @Flag(help: "Leave out studies whose results are there already, of the same program, study and data.")
    var resume = false

    func validate() throws {
        if force, shard == nil { throw ValidationError("--force needs --shard") }
        if resume, shard != nil {
            throw ValidationError(
                "--resume is for whole studies: a shard that is there is never computed again")
        }
    }

    func run() throws {
        let meter = ProgressMeter(quiet: options.quiet)
        var report = OutcomeReport(options: options, tellsAll: studies.count == 1)
        for file in studies {
            do throws(Diagnostic) {
                let prepared = try PreparedStudy(studyFile: file, datasets: datasets.folder)
                try report.requireNew(prepared)
                try report.add(try outcome(of: prepared, meter), after: meter)
            } catch {
                report.add(error, file: file, after: meter)
            }
        }
        try report.finish()
    }

    private func outcome(
        of prepared: PreparedStudy, _ meter: ProgressMeter?
    ) throws(Diagnostic) -> OutcomeReport.Entry {
        let (file, id, results) = (prepared.path, prepared.study.id, options.folder(of: prepared))
        if let shard {
            let folder = ShardFolder(shard, in: options.shardsFolder(of: prepared))
            let outcome = try prepared.runShard(
                shard, into: options.shardsFolder(of: prepared), force: force, observer: meter?.observer)
            switch outcome {
            case .kept:
                return .init(
                    .without(verdict: .kept, file, study: id, in: folder.path),
                    text: "Shard \(shard) of \(id) is there already: \(folder.path)")
            case .computed(let bytes):
                return .init(
                    .without(verdict: .done, file, study: id, in: folder.path),
                    text: "Shard \(shard) of \(id): \(bytes) bytes in \(folder.path)")
            }
        }
        if resume, prepared.hasResults(in: results) {
            return .init(
                .without(verdict: .kept, file, study: id, in: results),
                text: "Results were there already: \(results)")
        }
        let run = try prepared.run(into: results, observer: meter?.observer)
        return .init(.done(file, run, in: results), run.summary(resultsIn: results))
    }
}
