import Diagnostics
import Foundation
import Reporting
import TestSupport
import Testing

@testable import Batch

/// What studies answer that have less in them than methods ask for: `docs/DEGENERATE_INPUT.md` is this list, and is
/// compared with it.
struct DegenerateStudyTests {
    private enum Outcome {
        case files([String: String], verdict: String)
        case message(Diagnostic)
    }

    private func outcome(of item: DegenerateStudy) throws -> Outcome {
        try withTemporaryFolder { folder in
            do {
                let (study, datasets) = try item.study.write(to: folder)
                let run = try StudyRun(studyFile: study, datasets: datasets)
                try run.write(to: "\(folder)/results")
                let files = try run.files().map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) }
                return .files(Dictionary(files) { first, _ in first }, verdict: run.verdict.rawValue)
            } catch let error as Diagnostic {
                return .message(error)
            }
        }
    }

    @Test(arguments: DegenerateStudy.all)
    func theAnswerIsTheStatedOne(item: DegenerateStudy) throws {
        switch try outcome(of: item) {
        case .message(let error):
            #expect(error.category.exitCode == item.exitCode)
            #expect(error.description.contains(item.answer))
        case .files(let files, let verdict):
            #expect(item.exitCode == 0)
            #expect(verdict == item.answer)
            for (name, text) in files where name.hasSuffix(".csv") {
                let cells = text.split { ",\n".contains($0) }.map { $0.lowercased() }
                #expect(!cells.contains { ["nan", "-nan", "inf", "-inf"].contains($0) }, "\(name)")
            }
            if let line = item.line {
                let text = try #require(files[line.file])
                #expect(text.contains(line.text), "\(line.file) has no '\(line.text)'")
            }
        }
    }

    /// The documentation cannot say anything else than what was tested.
    @Test func theDocumentationIsTheTable() throws {
        let text = try String(
            contentsOfFile: Repository.path("docs/DEGENERATE_INPUT.md"), encoding: .utf8)
        let table = Set(text.split(separator: "\n").map(String.init))
        let rows = DegenerateStudy.all.map { item in
            let says = item.exitCode == 0 ? "verdict *\(item.answer)*" : "`\(item.answer)`"
            let also =
                item.line.map { "; `\($0.file)` has `\($0.text.trimmingCharacters(in: .newlines))`" } ?? ""
            return "| \(item.name) | \(says)\(also) | \(item.exitCode) |"
        }
        for row in rows { #expect(table.contains(row), "\(row)") }
    }
}
