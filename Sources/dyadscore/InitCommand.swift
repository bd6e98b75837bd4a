import ArgumentParser
import Batch
import Diagnostics
import Dyads
import Files
import Foundation
import Tabular

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Write a study file for a claim of your own, commented and ready to run.",
        discussion: """
            Chooses the indicators of the data packages that say something about the pairs of these states in this \
            window, indicators of your own ('dyadscore datasets add') among them, and fills in usual choices. The \
            source of the sentence needs an entry in references.bib of the datasets folder.

            Example: dyadscore init --target ARM-GEO --states ARM,AZE,GEO,KAZ,UZB --citation kerchelaev2023 \
            --statement "Armenia and Georgia have the most productive relations."
            """)

    @Option(help: ArgumentHelp("The pair that the claim is about, for example ARM-GEO.", valueName: "pair"))
    var target: String
    @Option(
        help: ArgumentHelp(
            "ISO codes of the states whose pairs are compared, separated by commas (default: all of the data).",
            valueName: "codes"))
    var states: String?
    @Option(
        help: ArgumentHelp(
            "States whose pairs the claim leaves out; they are in --states.", valueName: "codes"))
    var exclude: String?
    @Option(help: ArgumentHelp("The sentence under test, as its source has it.", valueName: "text"))
    var statement: String
    @Option(
        help: ArgumentHelp("Key of the sentence's source in references.bib.", valueName: "key"))
    var citation: String
    @Option(help: ArgumentHelp("What the pair is said to be.", valueName: "text"))
    var superlative = "the most productive"
    @Option(
        help: ArgumentHelp("Title of tables and figures (default: pair, class and years).", valueName: "text")
    )
    var title: String?
    @Option(
        help: ArgumentHelp(
            "What the compared pairs are called, for example 'pairs of Nordic states'.", valueName: "text"))
    var className: String?
    @Option(help: ArgumentHelp("First and last year.", valueName: "years"))
    var window = "1992-2022"
    @Option(
        help: ArgumentHelp(
            "Only these indicators, separated by commas (default: those with data).", valueName: "ids"))
    var indicators: String?
    @Option(help: ArgumentHelp("An author of the study, for a deposit; may be repeated.", valueName: "name"))
    var author: [String] = []
    @Option(help: ArgumentHelp("The date of a deposit (default: today).", valueName: "YYYY-MM-DD"))
    var published: String?
    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp(
            "The file to write, named after the study; - prints it (default: studies/<pair>.yaml).",
            valueName: "file"))
    var file: String?
    @Option(help: "How to tell what was written: text or json.")
    var format = OutputFormat.text

    @OptionGroup var datasets: DatasetsFolderOption

    private struct Report: Encodable {
        let study, file: String
        let indicators: [String]
        let leftOut: [StudyDraft.LeftOut]
    }

    func validate() throws {
        if file == "-", format == .json {
            throw ValidationError("--format json tells of the file: name one with --output")
        }
    }

    func run() throws {
        try reportingDiagnostics {
            let path = file ?? "studies/\(target.lowercased()).yaml"
            let draft = try StudyDraft(request(id: try id(of: path)), datasets: datasets.folder)
            let text = try draft.text()
            guard path != "-" else { return try writeResult(Array(text.utf8), to: nil) }
            guard !exists(path) else {
                throw Diagnostic(
                    .cannotWrite, at: SourceLocation(path: path), rule: "a study file is never overwritten",
                    remedy: "name another file with --output")
            }
            try writeResult(Array(text.utf8), to: path)
            let report = Report(
                study: draft.id, file: path, indicators: draft.indicators, leftOut: draft.leftOut)
            switch format {
            case .json: try writeResult(try jsonBytes(of: report), to: nil)
            case .text: try say(lines(of: report).joined(separator: "\n"))
            }
        }
    }

    private func lines(of report: Report) -> [String] {
        let datasetsOption = datasets.given == nil ? "" : " --datasets \(datasets.path)"
        return ["Wrote \(report.file) with \(report.indicators.count) indicators:"]
            + report.indicators.map { "  \($0)" }
            + report.leftOut.map { "Left out: \($0.indicator) (\($0.reason))" }
            + ["Read it and change what is not yours; then: dyadscore run \(report.file)\(datasetsOption)"]
    }

    /// The study's name: that of its file, or of the target.
    private func id(of path: String) throws(Diagnostic) -> String {
        guard path != "-" else { return target.lowercased() }
        let name = URL(fileURLWithPath: path).lastPathComponent
        let stem = name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name
        guard name.hasSuffix(".yaml"), !stem.isEmpty,
            stem.utf8.allSatisfy({ "abcdefghijklmnopqrstuvwxyz0123456789-".utf8.contains($0) })
        else {
            throw Diagnostic(
                .wrongArgument,
                rule: "the file is called after the study: small letters, digits and hyphens, then .yaml",
                found: name.quotedForMessage)
        }
        return stem
    }

    private func request(id: String) throws(Diagnostic) -> DraftRequest {
        let years = window.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard years.count == 2, let first = years[0], let last = years[1], first <= last,
            (1800...2100).contains(first), (1800...2100).contains(last)
        else {
            throw Diagnostic(
                .wrongArgument, rule: "--window is two years from 1800 to 2100, written 1992-2022",
                found: window.quotedForMessage)
        }
        for (name, text) in [
            ("statement", statement), ("superlative", superlative), ("title", title),
            ("class-name", className),
        ] where text?.allSatisfy(\.isWhitespace) == true {
            throw Diagnostic(.wrongArgument, rule: "--\(name) must not be empty")
        }
        guard let day = CalendarDay(iso8601: published ?? today) else {
            throw Diagnostic(
                .wrongArgument, rule: "--published is a date, written 2026-11-24",
                found: (published ?? "").quotedForMessage)
        }
        return DraftRequest(
            id: id, target: target, states: items(states), excluded: items(exclude), title: title,
            statement: statement, superlative: superlative, className: className, years: first...last,
            indicators: items(indicators), citation: citation, authors: author, published: day)
    }

    private var today: String { String(Date.now.formatted(.iso8601).prefix(10)) }

    private func items(_ list: String?) -> [String] {
        (list ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    }
}
