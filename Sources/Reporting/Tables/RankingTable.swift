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
        guard let main = assessment.primaryFindings.first, let scores = main.scores,
            let standing = main.standing
        else { return nil }
        let others = assessment.primaryFindings.dropFirst().filter { $0.scores != nil }
        let members = scores.dyads.indices.filter { scores.classRanking.ranks[$0] != nil }.sorted {
            (scores.classRanking.ranks[$0] ?? .max, scores.dyads[$0]) < (
                scores.classRanking.ranks[$1] ?? .max, scores.dyads[$1]
            )
        }
        let top = members.filter { (scores.classRanking.ranks[$0] ?? .max) <= style.top }
        let target = members.first { scores.dyads[$0] == assessment.claim.target }
        let shown = top + [target].compactMap { $0 }.filter { !top.contains($0) }
        rows = shown.map { unit in
            Row(
                rank: Self.rank(unit, in: scores), pair: assessment.panel.states.name(of: scores.dyads[unit]),
                numbers: [scores.index.scores[unit]] + scores.index.dimensionScores[unit],
                otherRanks: others.map { item in item.scores.map { Self.rank(unit, in: $0) } ?? "" },
                isTarget: scores.dyads[unit] == assessment.claim.target)
        }
        hasGapBeforeLast = shown.count > top.count && standing.rank > top.count + 1
        headers = [main.subject.id] + scores.dimensions
        otherReadings = others.map(\.subject.id)
        let years = main.window.years
        caption = "\(style.studyTitle): ranking on \(main.subject.id)"
        label = "tab:\(style.studyID)-ranking"
        decimals = style.tableDecimals
        let method = assessment.plan.method
        notes = [
            "N = \(standing.classSize) \(assessment.claim.className); window \(years.lowerBound)-\(years.upperBound).",
            "Scores: \(method.transform.rawValue) of values over the class mean, \(method.normalisation.name), weights "
                + "\(method.weighting.rawValue), \(method.aggregation.rawValue) mean, \(method.missingData.rawValue).",
            "Ranks marked = are shared; scores tie within \(formatted(method.tieTolerance, significantDigits: 3)) of the score range.",
        ]
    }

    private static func rank(_ unit: Int, in scores: DyadScores) -> String {
        guard let rank = scores.classRanking.ranks[unit] else { return "" }
        return "\(rank)" + ((scores.classRanking.tieSizes[unit] ?? 1) > 1 ? "=" : "")
    }
}

extension RankingTable {
    /// A floating LaTeX table for booktabs and siunitx.
    var latex: String {
        let numberColumns = String(repeating: "S[table-format=-1.\(decimals)]", count: headers.count)
        var lines = [
            "% Needs \\usepackage{booktabs} and \\usepackage{siunitx}.",
            "\\begin{table}", "  \\centering", "  \\caption{\(latexEscaped(caption))}", "  \\label{\(label)}",
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

    private func row(_ cells: [String]) -> String {
        "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }

    private func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}

/// Text with LaTeX's special characters escaped.
func latexEscaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
        switch character {
        case "&", "%", "$", "#", "_", "{", "}": result += "\\\(character)"
        case "~": result += "\\textasciitilde{}"
        case "^": result += "\\textasciicircum{}"
        case "\\": result += "\\textbackslash{}"
        default: result.append(character)
        }
    }
}
