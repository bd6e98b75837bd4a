import ArgumentParser
import Batch
import Diagnostics
import Files
import Tabular

/// Tells what became of studies: of one its summary, of several one line each as soon as it is known, or all as JSON.
struct OutcomeReport {
    struct Entry {
        let outcome: StudyOutcome
        /// What is told of a single study.
        let summary: [RunSummary.Line]

        init(_ outcome: StudyOutcome, text: String) {
            self.outcome = outcome
            summary = [.init(text)]
        }

        init(_ outcome: StudyOutcome, _ summary: RunSummary) {
            (self.outcome, self.summary) = (outcome, summary.lines)
        }
    }

    private struct Document: Encodable {
        let studies: [StudyOutcome]
    }

    private let options: RunOptions
    private let tellsAll: Bool
    private var outcomes: [StudyOutcome] = []
    private var ids: [String] = []
    /// Why something could not be told; the studies are computed all the same.
    private var silence: Diagnostic?

    /// - Parameter tellsAll: whether there is one study only.
    init(options: RunOptions, tellsAll: Bool) {
        (self.options, self.tellsAll) = (options, tellsAll)
    }

    /// - Throws: `Diagnostic` (bad data) for a study whose results would take the place of another's.
    mutating func requireNew(_ prepared: PreparedStudy) throws(Diagnostic) {
        guard !ids.contains(prepared.study.id) else {
            throw Diagnostic(
                at: SourceLocation(path: prepared.path),
                rule: "studies that are run together must differ in 'study'",
                found: prepared.study.id.quotedForMessage)
        }
        ids.append(prepared.study.id)
    }

    /// - Throws: `Diagnostic` (internal failure) when a number in what is told is not finite; nothing is told then.
    mutating func add(_ entry: Entry, after meter: ProgressMeter?) throws(Diagnostic) {
        meter?.clear()
        if options.format == .text, !options.quiet {
            let style = TerminalStyle.standardOutput
            let lines = tellsAll ? entry.summary.map { style.text($0) } : [entry.outcome.line.printable]
            try requireFinite(Array(lines.joined(separator: "\n").utf8), in: standardOutputName)
            show(lines)
        }
        outcomes.append(entry.outcome)
    }

    /// A failure is told on standard error too, quiet or not.
    mutating func add(_ error: Diagnostic, file: String, after meter: ProgressMeter?) {
        meter?.clear()
        let outcome = StudyOutcome.failed(file, error)
        outcomes.append(outcome)
        tell(error)
        if options.format == .text, !options.quiet, !tellsAll { show([outcome.line.printable]) }
    }

    private mutating func show(_ lines: [String]) {
        do throws(Diagnostic) {
            try writeToStandardOutput(Array(lines.map { $0 + "\n" }.joined().utf8))
        } catch {
            silence = error
        }
    }

    /// - Throws: the exit code, where it is not 0.
    func finish() throws {
        if options.format == .json {
            try reportingDiagnostics {
                try writeResult(try jsonBytes(of: Document(studies: outcomes)), to: nil)
            }
        }
        if let silence { tell(silence) }
        let code = StudyOutcome.exitCode(of: outcomes)
        if code == 0, let silence { throw ExitCode(silence.category.exitCode) }
        if code != 0 { throw ExitCode(code) }
    }
}
