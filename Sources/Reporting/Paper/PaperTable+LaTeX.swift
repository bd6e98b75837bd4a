import Tabular

extension PaperTable {
    /// A LaTeX table for booktabs and siunitx that fits the text width of an A4 page with margins of 25 mm: a float, or,
    /// if it does not fit a page, a `longtable`.
    public var latex: String { LaTeXWriter(self).text }
}

private struct LaTeXWriter {
    let table: PaperTable
    let layout: LaTeXLayout

    init(_ table: PaperTable) {
        self.table = table
        layout = LaTeXLayout(table)
    }

    var text: String {
        let packages = ["booktabs", "siunitx"] + (layout.isLong ? ["longtable"] : [])
        let needs = packages.map { "\\usepackage{\($0)}" }
        var lines = ["% Needs \(needs.dropLast().joined(separator: ", ")) and \(needs.last ?? "")."]
        lines += sourcesMacro
        lines += layout.isLong ? long : float
        return lines.joined(separator: "\n") + "\n"
    }

    private var float: [String] {
        var lines = ["\\begin{table}", "  \\centering"] + caption.map { "  \($0)" } + ["  \\smallskip"]
        if layout.size != .normalsize { lines.append("  \\\(layout.size.rawValue)") }
        if let narrower = narrowerColumns { lines.append("  \(narrower)") }
        for (number, panel) in layout.panels.enumerated() {
            if number > 0 { lines += ["", "  \\medskip"] }
            lines.append("  \\begin{tabular}{\(specification(of: panel))}")
            lines += (["\\toprule"] + head(of: panel) + ["\\midrule"] + body(of: panel) + ["\\bottomrule"])
                .map { "    \($0)" }
            lines.append("  \\end{tabular}")
        }
        return lines + notes.map { $0.isEmpty ? "" : "  \($0)" } + ["\\end{table}"]
    }

    /// A table over several pages, with its head on each.
    private var long: [String] {
        var lines = ["\\begingroup", "\\setlength{\\LTcapwidth}{\\linewidth}"]
        if layout.size != .normalsize { lines.append("\\\(layout.size.rawValue)") }
        if let narrower = narrowerColumns { lines.append(narrower) }
        for (number, panel) in layout.panels.enumerated() {
            let head = ["\\toprule"] + head(of: panel) + ["\\midrule"]
            lines.append("\\begin{longtable}{\(specification(of: panel))}")
            if number == 0 { lines.append("  " + caption.joined(separator: " ") + " \\\\") }
            lines += (head + ["\\endfirsthead"]).map { "  \($0)" }
            lines += (head + ["\\endhead", "\\bottomrule", "\\endfoot"]).map { "  \($0)" }
            lines += body(of: panel).map { "  \($0)" } + ["\\end{longtable}"]
        }
        return lines + notes + ["\\endgroup"]
    }

    private var narrowerColumns: String? {
        layout.gap < LaTeXLayout.usualGap
            ? "\\setlength{\\tabcolsep}{\(formatted(layout.gap / 2, decimals: 0))pt}" : nil
    }

    private var caption: [String] {
        ["\\caption{\(latexEscaped(table.caption))}", "\\label{\(table.label)}"]
    }

    private func specification(of panel: [LaTeXLayout.Column]) -> String {
        let columns = panel.map { column -> String in
            if let width = column.width {
                let ragged = table.columns[column.place].kind == .text ? "\\raggedright" : "\\raggedleft"
                return ">{\(ragged)\\arraybackslash}p{\(formatted(width, decimals: 1))pt}"
            }
            return switch table.columns[column.place].kind {
            case .text: "l"
            case .number: "S[table-format=\(SiunitxFormat(table, column.place).tableFormat)]"
            case .integer, .rank, .range: "r"
            }
        }
        return "@{}" + columns.joined() + "@{}"
    }

    /// As many rows as the longest heading has lines, each heading on the last of them.
    private func head(of panel: [LaTeXLayout.Column]) -> [String] {
        let count = panel.map(\.heading.count).max() ?? 1
        return (0..<count).map { line in
            let cells = panel.map { column in
                let place = line - (count - column.heading.count)
                guard place >= 0 else { return "" }
                let text = latex(column.heading[place], width: column.width, isBold: false)
                // Braces keep siunitx from reading a heading as a number.
                if case .number = table.columns[column.place].kind { return "{\(text)}" }
                return text
            }
            return cells.joined(separator: " & ") + " \\\\"
        }
    }

    private func body(of panel: [LaTeXLayout.Column]) -> [String] {
        var lines: [String] = []
        for (number, section) in table.sections.enumerated() {
            if number > 0 { lines.append("\\addlinespace") }
            if let title = section.title {
                let text = LaTeXMetrics.lines(
                    of: title, size: layout.size.points, width: LaTeXLayout.lineWidth)
                let column = text.count > 1 ? ">{\\raggedright\\arraybackslash}p{\\linewidth}" : "l"
                lines.append(
                    "\\multicolumn{\(panel.count)}{@{}\(column)@{}}{\\textit{\(latexEscaped(title))}} \\\\*")
            }
            for row in section.rows {
                if row.followsGap { lines.append("\\addlinespace") }
                lines.append(panel.map { cell(row, $0) }.joined(separator: " & ") + " \\\\")
            }
        }
        return lines
    }

    private func cell(_ row: PaperTable.Row, _ column: LaTeXLayout.Column) -> String {
        let place = column.place
        switch row.cells[place] {
        case .empty: return ""
        case .missing: return isAligned(place) ? "{---}" : "---"
        case .number, .share: return table.text(row, place)
        default:
            let text = latex(
                table.text(row, place), width: column.width,
                isBold: row.isEmphasised && table.columns[place].isName)
            if isAligned(place) { return "{\(text)}" }
            return row.isEmphasised && table.columns[place].isName ? "\\textbf{\(text)}" : text
        }
    }

    private func isAligned(_ place: Int) -> Bool {
        if case .number = table.columns[place].kind { true } else { false }
    }

    /// Escaped, with hyphenation points in words that are wider than their column.
    private func latex(_ text: String, width: Double?, isBold: Bool) -> String {
        guard let width else { return latexEscaped(text) }
        return LaTeXMetrics.pieces(of: text).map { piece in
            guard LaTeXMetrics.width(of: piece, size: layout.size.points, isBold: isBold) > width + 0.1 else {
                return latexEscaped(piece)
            }
            return piece.map { latexEscaped(String($0)) }.joined(separator: "\\-")
        }.joined()
    }

    private var notes: [String] {
        var text = table.notes.map { latexEscaped($0) }
        if !sourcesCommand.isEmpty { text.append(sourcesCommand) }
        guard !text.isEmpty else { return [] }
        return [
            "", "\\smallskip", "\\noindent\\begin{minipage}{\\linewidth}\\footnotesize\\raggedright",
            "  " + text.joined(separator: " "), "\\end{minipage}",
        ]
    }

    /// The keys as citations if the document has a bibliography that holds them, else as they are.
    private var sourcesCommand: String {
        let citable = table.sources.filter { key in key.utf8.allSatisfy { isKeyCharacter($0) } }
        guard let first = citable.first else {
            return table.sources.isEmpty ? "" : "Sources: \(latexEscaped(table.sourceList))."
        }
        return
            "\\dyadscoresources{\(first)}{\(citable.joined(separator: ","))}{\(latexEscaped(table.sourceList))}"
    }

    private func isKeyCharacter(_ byte: UInt8) -> Bool {
        let other: StaticString = ":.+/-_"
        return byte.isASCIILetterOrDigit || other.withUTF8Buffer { $0.contains(byte) }
    }

    /// It asks BibTeX for the keys, so that the bibliography holds them after its next run; without one nothing is
    /// undefined.
    private var sourcesMacro: [String] {
        guard !table.sources.isEmpty else { return [] }
        return [
            "% Sources: citations in a document with \\bibliography{references}, else plain keys.",
            "\\makeatletter",
            "\\providecommand{\\dyadscoresources}[3]{\\if@filesw\\immediate\\write\\@auxout{\\string\\citation{#2}}\\fi",
            "  Sources: \\@ifundefined{b@#1}{#3}{\\cite{#2}}.}",
            "\\makeatother",
        ]
    }
}

extension UInt8 {
    fileprivate var isASCIILetterOrDigit: Bool {
        (48...57).contains(self) || (65...90).contains(self) || (97...122).contains(self)
    }
}
