import Diagnostics
import Files
import Foundation
import Tabular
import Testing

@testable import Reporting

/// Every form in which numbers leave the program refuses those that are not finite: the gate is at the writer, whatever
/// escaping, wrapping and rounding lies between.
@Suite(.serialized) struct NonFiniteNumberTests {
    static let values = [Double.nan, .infinity, -.infinity]

    private func isRefused(_ text: String, _ comment: Comment) {
        let error = #expect(throws: Diagnostic.self, comment) { try requireFinite(Array(text.utf8), in: "x") }
        #expect(error?.category == .internalFailure)
    }

    private func paper(_ cell: PaperTable.Cell, note: String = "") -> PaperTable {
        PaperTable(
            name: "t", caption: "C", label: "tab:t",
            columns: [.init("name", "Name", .text, "Name."), .init("x", "X", .number(decimals: 2), "X.")],
            sections: [.init(rows: [.init([.text("a"), cell]), .init([.text("b"), .number(1)])])],
            notes: [note], sources: [], key: ["name"])
    }

    @Test(arguments: values, PaperFormat.allCases)
    func tablesForPapers(value: Double, format: PaperFormat) throws {
        for cell in [PaperTable.Cell.number(value), .share(value)] {
            let error = #expect(throws: Diagnostic.self) {
                try requireFinite(paper(cell).bytes(as: format, significantDigits: 6), in: "t")
            }
            #expect(error?.category == .internalFailure)
        }
        // In a sentence below the table.
        guard format != .csv else { return }
        let note = "The share is \(withMinusSign(formatted(value, decimals: 1))) %."
        #expect(throws: Diagnostic.self) {
            try requireFinite(paper(.number(1), note: note).bytes(as: format, significantDigits: 6), in: "t")
        }
    }

    @Test(arguments: values)
    func coordinatesOfDrawings(value: Double) {
        var canvas = Canvas(name: "c", options: .standard)
        let draw: [(inout Canvas) -> Void] = [
            { $0.line(value, 0, 1, 1) }, { $0.line(0, 0, 1, 1, width: value) },
            { $0.polyline([(0, 0), (1, value)], colour: Palette.blue, width: 1) },
            { $0.rectangle(0, 0, value, 1, fill: Palette.blue) }, { $0.text("a", x: value, y: 0) },
            { $0.mark(Mark(.circle, colour: Palette.blue), x: 0, y: value) },
            { $0.mark(Mark(.diamond, radius: value, colour: Palette.blue), x: 0, y: 0) },
        ]
        for (number, draw) in draw.enumerated() {
            var copy = canvas
            draw(&copy)
            let element = MarkupElement("svg", [], copy.elements)
            isRefused(element.written(), "drawing \(number)")
            isRefused(element.html(), "drawing \(number) in a page")
        }
        canvas.height = value
        let schema = TableSchema(name: "figures-c", title: "c", fields: [], primaryKey: [])
        let figure = Figure(title: "c", description: "c", canvas: canvas, data: Table(schema: schema))
        isRefused(figure.svg, "a height")
    }

    @Test(arguments: values)
    func wordsOfSentences(value: Double) {
        let sentence = "The ratio is \(withMinusSign(formatted(value, significantDigits: 3))) times."
        isRefused(MarkupElement("p", [], text: sentence).html(), "HTML")
        isRefused(latexEscaped(sentence), "LaTeX")
        isRefused(markdownEscaped(sentence), "Markdown")
        isRefused(capitalised(sentence), "capitals")
        for line in LaTeXMetrics.lines(of: sentence, size: 10, width: 30) where line.contains("\u{FFFD}") {
            Issue.record("a mark was changed")
        }
    }

    /// Files that do not appear together: none is written if one is refused.
    @Test(arguments: values)
    func severalFilesAreLookedThroughBeforeTheFirstIsWritten(value: Double) throws {
        let folder = NSTemporaryDirectory() + "dyadscore-gate-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let files = [
            ResultFile(name: "a.md", text: "1"),
            ResultFile(name: "b.md", text: formatted(value, decimals: 1)),
        ]
        let error = #expect(throws: Diagnostic.self) { try ResultFile.write(files, to: folder) }
        #expect(error?.location?.path == "\(folder)/b.md")
        #expect(!FileManager.default.fileExists(atPath: folder))
    }
}
