import Testing

@testable import Reporting

/// Tables fit the text width of an A4 page, whatever they hold.
struct LaTeXLayoutTests {
    struct Shape: Sendable, CustomTestStringConvertible {
        let numbers: Int
        let texts: Int
        var word = "some words of text"
        var rows = 5

        var testDescription: String { "\(numbers) numbers, \(texts) of '\(word.prefix(20))', \(rows) rows" }

        var table: PaperTable {
            let columns =
                [PaperTable.Column("name", "Name", .text, "", isName: true)]
                + (0..<texts).map { PaperTable.Column("t\($0)", "Text", .text, "") }
                + (0..<numbers).map { PaperTable.Column("n\($0)", "A heading", .number(decimals: 2), "") }
            let row = PaperTable.Row(
                [.text(word)] + (0..<texts).map { _ in .text(word) }
                    + (0..<numbers).map { .number(Double($0)) },
                isEmphasised: true)
            return PaperTable(
                name: "t", caption: "", label: "t", columns: columns,
                sections: [.init(rows: Array(repeating: row, count: rows))], notes: [], sources: [String](),
                key: [])
        }
    }

    static let shapes: [Shape] = [
        Shape(numbers: 2, texts: 0), Shape(numbers: 6, texts: 1), Shape(numbers: 12, texts: 0),
        Shape(numbers: 40, texts: 0), Shape(numbers: 3, texts: 6),
        Shape(numbers: 2, texts: 2, word: String(repeating: "word ", count: 60)),
        Shape(numbers: 4, texts: 1, word: String(repeating: "W", count: 80)),
        Shape(numbers: 30, texts: 3, word: String(repeating: "W", count: 80)),
        Shape(numbers: 1, texts: 0, word: "", rows: 300),
    ]

    @Test(arguments: shapes) func everyPanelFitsTheLine(shape: Shape) {
        let table = shape.table
        let layout = LaTeXLayout(table)
        for panel in layout.panels {
            let widths = panel.map { column -> Double in
                if let width = column.width { return width }
                let texts = column.heading + table.rows.map { table.text($0, column.place) }
                let isBold = table.columns[column.place].isName
                return texts.map { LaTeXMetrics.width(of: $0, size: layout.size.points, isBold: isBold) }
                    .max() ?? 0
            }
            let total = widths.reduce(0, +) + layout.gap * Double(widths.count - 1)
            #expect(total <= LaTeXLayout.lineWidth + 1e-9)
            #expect(panel.contains { $0.place == 0 })
        }
        // Every column stands once, but for the name, which stands in every panel.
        let others = layout.panels.flatMap { $0.map(\.place) }.filter { $0 != 0 }
        #expect(others == Array(1..<table.columns.count))
    }

    @Test func whatFitsStaysWhole() {
        let layout = LaTeXLayout(Shape(numbers: 2, texts: 0).table)
        #expect(layout.size == .normalsize && layout.panels.count == 1 && !layout.isLong)
        #expect(LaTeXLayout(Shape(numbers: 40, texts: 0).table).panels.count > 1)
    }

    @Test func moreThanAPageBecomesALongTable() {
        let latex = Shape(numbers: 1, texts: 0, rows: 300).table.latex
        #expect(latex.contains("\\begin{longtable}") && !latex.contains("\\begin{table}"))
        #expect(
            latex.hasPrefix(
                "% Needs \\usepackage{booktabs}, \\usepackage{siunitx} and \\usepackage{longtable}."))
    }

    /// Metrics of lmr10.afm: A 750, hyphen 333, space 333.
    @Test func widthsAreThoseOfLatinModern() {
        #expect(abs(LaTeXMetrics.width(of: "A - A", size: 10) - 24.99) < 1e-9)
        #expect(LaTeXMetrics.pieces(of: "party-weighted, two") == ["party-", "weighted, ", "two"])
        #expect(LaTeXMetrics.lines(of: "AAAA AA", size: 10, width: 16) == ["AA", "AA", "AA"])
    }

    @Test func specialCharactersAreEscaped() {
        #expect(
            latexEscaped("a_b&c%d#e$f{g}~^\\")
                == "a\\_b\\&c\\%d\\#e\\$f\\{g\\}\\textasciitilde{}\\textasciicircum{}\\textbackslash{}")
        #expect(
            latexEscaped("Łódź–Würt\u{308}")
                == "Łódź--Würẗ".replacing("ẗ", with: "{\\ifdefined\\Umathcode ẗ\\else U+1E97\\fi}"))
        #expect(latexEscaped("中華\u{7}") == "{\\ifdefined\\Umathcode 中華\\else U+4E2D U+83EF\\fi} ")
        // Two code points of one character become one.
        #expect(latexEscaped("e\u{301}") == "\u{E9}")
    }
}
