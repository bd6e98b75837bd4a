import ClaimTesting
import Dyads
import DyadicModels
import Tabular

/// The main ranking, ready to be set: the best pairs and the target, with dimension scores and ranks.
struct RankingTable {
    struct Row {
        let rank: String
        let pair: String
        /// Score, then the dimensions' scores; nil for missing.
        let numbers: [Double?]
        /// Ranks on the other primary readings.
        let otherRanks: [String]
        let isTarget: Bool
    }

    let caption: String
    let label: String
    let headers: [String]
    let otherReadings: [String]
    let rows: [Row]
    /// Whether ranks are left out between the last of the top rows and the target.
    let hasGapBeforeLast: Bool
    let notes: [String]
    let decimals: Int

    /// Nil when the first primary reading has no scores in the main window.
    init?(_ assessment: Assessment, style: ReportStyle) {
        guard let main = MainRanking(assessment) else { return nil }
        let others = assessment.primaryFindings.filter {
            $0.ranking != nil && $0.subject != main.item.subject
        }
        let top = main.ranked.filter { (main.scores.classRanking.ranks[$0] ?? .max) <= style.top }
        let target = main.ranked.filter { main.scores.dyads[$0] == assessment.claim.target }
        let shown = top + target.filter { !top.contains($0) }
        rows = shown.map { unit in
            Row(
                rank: main.rankLabel(of: unit),
                pair: assessment.label(of: main.scores.dyads[unit]),
                numbers: [main.scores.index.scores[unit]] + main.scores.index.dimensionScores(of: unit),
                otherRanks: others.map { item in
                    item.ranking?.classRanking.ranks[unit].map {
                        Reporting.rankLabel($0, ties: item.ranking?.classRanking.tieSizes[unit])
                    } ?? ""
                },
                isTarget: target.contains(unit))
        }
        hasGapBeforeLast = shown.count > top.count && main.standing.rank > top.count + 1
        headers = [main.item.subject.id] + main.scores.dimensions
        otherReadings = others.map(\.subject.id)
        caption = "\(style.studyTitle): ranking on \(main.item.subject.id)"
        label = "tab:\(style.studyID)-ranking"
        decimals = style.tableDecimals
        notes = assessment.notes(of: main)
    }
}

extension RankingTable {
    /// A floating LaTeX table for booktabs and siunitx.
    var latex: String {
        let numberColumns = headers.indices.map(siunitxColumn).joined()
        var lines = [
            "% Needs \\usepackage{booktabs} and \\usepackage{siunitx}.",
            "\\begin{table}", "  \\centering", "  \\caption{\(latexEscaped(caption))}", "  \\label{\(label)}",
            "  \\smallskip",
            "  \\begin{tabular}{rl\(numberColumns)\(String(repeating: "r", count: otherReadings.count))}",
            "    \\toprule",
            "    Rank & Pair & "
                + headers.map { "{\(latexEscaped(capitalised($0)))}" }.joined(separator: " & ")
                + otherReadings.map { " & Rank, \(latexEscaped($0))" }.joined() + " \\\\",
            "    \\midrule",
        ]
        for (index, row) in rows.enumerated() {
            if hasGapBeforeLast, index == rows.count - 1 { lines.append("    \\addlinespace") }
            let pair = row.isTarget ? "\\textbf{\(latexEscaped(row.pair))}" : latexEscaped(row.pair)
            let numbers = row.numbers.map { $0.map { formatted($0, decimals: decimals) } ?? "{---}" }
            lines.append(
                "    " + ([row.rank, pair] + numbers + row.otherRanks).joined(separator: " & ") + " \\\\")
        }
        lines += [
            "    \\bottomrule", "  \\end{tabular}", "", "  \\smallskip",
            "  \\begin{minipage}{\\linewidth}\\footnotesize",
        ]
        lines += ["    " + latexEscaped(notes.joined(separator: " ")), "  \\end{minipage}", "\\end{table}"]
        return lines.joined(separator: "\n") + "\n"
    }

    /// The same in Markdown.
    var markdown: String {
        let head = ["Rank", "Pair"] + headers.map(capitalised) + otherReadings.map { "Rank, \($0)" }
        let alignment = ["---:", ":---"] + Array(repeating: "---:", count: head.count - 2)
        var lines = ["**\(caption)**", "", row(head), row(alignment)]
        for item in rows {
            let pair = item.isTarget ? "**\(item.pair)**" : item.pair
            let numbers = item.numbers.map { $0.map { formatted($0, decimals: decimals) } ?? "—" }
            lines.append(row([item.rank, pair] + numbers + item.otherRanks))
        }
        return (lines + [""] + notes).joined(separator: "\n") + "\n"
    }

    /// An `S` column as wide as its numbers: siunitx reserves what `table-format` says.
    private func siunitxColumn(_ column: Int) -> String {
        let texts = rows.compactMap { $0.numbers[column] }.map { formatted($0, decimals: decimals) }
        let sign = texts.contains { $0.hasPrefix("-") } ? "-" : ""
        let digits = texts.map { $0.prefix { $0 != "." }.count { $0 != "-" } }.max() ?? 1
        return "S[table-format=\(sign)\(digits).\(decimals)]"
    }

    private func row(_ cells: [String]) -> String {
        "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }

}

/// Text with LaTeX's special characters escaped.
func latexEscaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
        switch character {
        case "&", "%", "$", "#", "_", "{", "}": result += "\\\(character)"
        case "~": result += "\\textasciitilde{}"
        case "^": result += "\\textasciicircum{}"
        case "–": result += "--"
        case "—": result += "---"
        case "\\": result += "\\textbackslash{}"
        default: result.append(character)
        }
    }
}
