import ArgumentParser
import Batch
import Diagnostics
import Foundation
import Reporting
import Tabular

extension PaperFormat: ExpressibleByArgument {}

struct TablesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tables",
        abstract: "Make tables for a paper: LaTeX, Markdown, CSV, HTML or JSON.",
        discussion: """
            Without --output the tables go to standard output, in Markdown unless --format says otherwise; of CSV one \
            table. With --output each table becomes a file in every form, beside a LaTeX document that takes them in; \
            with --format too, in this form alone. Only what the tables need is computed: rankings, codebook, \
            descriptive statistics and correlations do not wait for the tests.
            """)

    @Argument(help: "The study file.")
    var study: String

    @Option(
        name: .customLong("table"),
        help: "A table by its name, see --list; repeat it for several. Without it, all.")
    var tables: [String] = []

    @Option(help: "How many of the best pairs the ranking shows, beside the target.")
    var top: Int?

    @Option(help: "Columns of the table, in this order, separated by commas.")
    var columns: String?

    @Option(
        help:
            "Decimals of numbers; of descriptive statistics the digits of the standard deviation after the first."
    )
    var digits: Int?

    @Option(help: "The LaTeX label of the table.")
    var label: String?

    @Option(help: "The caption of the table.")
    var caption: String?

    @Option(help: "How to print: latex, markdown, csv, html or json.")
    var format: PaperFormat?

    @Option(
        name: [.customLong("output"), .customShort("o")], help: "The folder in which the tables are written.")
    var output: String?

    @Flag(help: "List the tables, and print none.")
    var list = false

    @OptionGroup var datasets: DatasetsFolderOption

    func validate() throws {
        if let top, top < 1 { throw ValidationError("--top must be at least 1") }
        if let digits, !(0...9).contains(digits) { throw ValidationError("--digits must be from 0 to 9") }
        if let label, !Self.isLabel(label) {
            throw ValidationError("--label may hold letters, digits, spaces and : . , ; + - _ / only")
        }
        guard tables.count != 1, !list else { return }
        for (option, value) in [("--columns", columns), ("--label", label), ("--caption", caption)]
        where value != nil {
            throw ValidationError("\(option) is for one table: name it with --table")
        }
        if format == .csv, output == nil {
            throw ValidationError(
                "a CSV file holds one table: name it with --table, or a folder with --output")
        }
    }

    func run() throws {
        try reportingDiagnostics {
            if list { return try printList() }
            var changes = StudyTables.Changes()
            (changes.top, changes.decimals) = (top, digits)
            (changes.label, changes.caption) = (label, caption)
            changes.columns = columns.map {
                $0.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
            }
            let meter = ProgressMeter(quiet: false)
            let made = try StudyTables(
                studyFile: study, datasets: datasets.folder, kinds: try kinds(), changes: changes,
                observer: meter?.observer)
            meter?.clear()
            if let output {
                let names = try made.write(to: output, as: format)
                writeToStandardError("\(names.count) files in \(output)\n".printable)
            } else {
                try writeResult(try bytes(of: made), to: nil)
            }
        }
    }

    /// Nil for all.
    private func kinds() throws(Diagnostic) -> [PaperTableKind]? {
        guard !tables.isEmpty else { return nil }
        var kinds: [PaperTableKind] = []
        for name in tables {
            guard let kind = PaperTableKind(rawValue: name) else {
                let known = PaperTableKind.allCases.map(\.rawValue)
                throw Diagnostic(
                    .wrongArgument, rule: "a table must be one of \(known.joined(separator: ", "))",
                    found: name.quotedForMessage,
                    remedy: nearestWord(to: name, among: known).map { "did you mean \($0.quotedForMessage)?" }
                )
            }
            if !kinds.contains(kind) { kinds.append(kind) }
        }
        return kinds
    }

    /// One table, or several one after the other; in JSON one object, or a list.
    private func bytes(of made: StudyTables) throws(Diagnostic) -> [UInt8] {
        let format = format ?? .markdown
        if format == .json, tables.count != 1 { return try jsonBytes(of: made.tables) }
        if format == .html {
            return Array(made.tables.map(\.html).joined(separator: "\n").utf8)
        }
        var bytes: [UInt8] = []
        for (number, table) in made.tables.enumerated() {
            if number > 0 { bytes.append(UInt8(ascii: "\n")) }
            bytes += try table.bytes(as: format, significantDigits: made.study.output.significantDigits)
        }
        return bytes
    }

    private struct Listed: Encodable {
        let name: String
        let title: String
        /// Whether it waits for tests of the claim.
        let needsTests: Bool
    }

    private func printList() throws(Diagnostic) {
        let all = PaperTableKind.allCases.map {
            Listed(name: $0.rawValue, title: $0.title, needsTests: $0.extent > .scores)
        }
        if format == .json { return try writeResult(try jsonBytes(of: all), to: nil) }
        let width = (all.map(\.name.count).max() ?? 0) + 2
        for item in all {
            let name = item.name + String(repeating: " ", count: width - item.name.count)
            try say(name + item.title + (item.needsTests ? " (needs tests)" : ""))
        }
    }

    private static func isLabel(_ text: String) -> Bool {
        !text.isEmpty
            && text.unicodeScalars.allSatisfy {
                $0.isASCII
                    && ($0.properties.isAlphabetic || ("0"..."9").contains($0)
                        || " :.,;+-_/".unicodeScalars.contains($0))
            }
    }
}
