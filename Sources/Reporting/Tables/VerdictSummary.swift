import ClaimTesting
import Tabular

/// The verdict on each operationalisation with the figures that it rests on, ready to be set.
struct VerdictSummary {
    /// One reading: rank, M, W, J, rank confidence set, verdict.
    struct Row {
        let reading: String
        let isPrimary: Bool
        let cells: [String]
    }

    let caption: String
    let label: String
    let rows: [Row]
    let notes: [String]

    static let headers = ["Rank", "M", "W", "J", "Rank set", "Verdict"]

    init(_ assessment: Assessment, rule: DecisionRule, style: ReportStyle) {
        func share(_ value: Double?) -> String { value.map { formatted($0, decimals: 3) } ?? Self.none }
        rows = assessment.judged(by: rule).map { judged in
            let evidence = judged.evidence
            return Row(
                reading: judged.reading, isPrimary: judged.isPrimary,
                cells: [
                    judged.item.standing.map { rankLabel($0.rank, ties: $0.tieSize) } ?? Self.none,
                    share(evidence.specifications), share(evidence.weights), share(evidence.joint),
                    evidence.rankSet.map { "\($0.lowerBound)–\($0.upperBound)" } ?? Self.none,
                    judged.verdict.verdict.rawValue,
                ])
        }
        caption = "\(style.studyTitle): verdict by operationalisation"
        label = "tab:\(style.studyID)-verdict"
        let size = assessment.primaryFindings.compactMap { $0.standing?.classSize }.first
        let confidence = formatted(100 * rule.confidence, significantDigits: 3)
        notes = [
            "\(assessment.label(of: assessment.claim.target)) among \(size.map { "\($0) " } ?? "")\(assessment.claim.className), \(assessment.label(of: assessment.plan.windows[0])).",
            "Rank: default specification, = if shared. M: share of distinct admissible specifications in which the pair is first. W: share of random weights under which it is first. J: share of joint draws over all doubts in which it is first. Rank set: marginal \(confidence) % confidence set.",
            "Supported: first and alone by default, M and W at least \(formatted(rule.supportedShare, significantDigits: 3)), J at least \(formatted(rule.supportedJointShare, significantDigits: 3)). Contradicted: M, W and J at most \(formatted(rule.contradictedShare, significantDigits: 3)), rank 1 outside the set. A dash: not defined for this reading, or not computed.",
            "Primary readings, on which the overall verdict rests, are in bold type.",
        ]
    }

    private static let none = "—"

    /// A floating LaTeX table for booktabs.
    var latex: String {
        var lines = [
            "% Needs \\usepackage{booktabs}.",
            "\\begin{table}", "  \\centering", "  \\caption{\(latexEscaped(caption))}", "  \\label{\(label)}",
            "  \\smallskip", "  \\begin{tabular}{l\(String(repeating: "r", count: 5))l}", "    \\toprule",
            "    " + (["Reading"] + Self.headers).joined(separator: " & ") + " \\\\", "    \\midrule",
        ]
        for row in rows {
            let name = latexEscaped(capitalised(row.reading))
            lines.append(
                "    "
                    + ([row.isPrimary ? "\\textbf{\(name)}" : name] + row.cells.map { latexEscaped($0) })
                    .joined(separator: " & ") + " \\\\")
        }
        lines += [
            "    \\bottomrule", "  \\end{tabular}", "", "  \\smallskip",
            "  \\begin{minipage}{\\linewidth}\\footnotesize",
            "    " + latexEscaped(notes.joined(separator: " ")), "  \\end{minipage}", "\\end{table}",
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    /// The same in Markdown.
    var markdown: String {
        func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
        var lines = ["**\(caption)**", "", line(["Reading"] + Self.headers)]
        lines.append(line([":---"] + Array(repeating: "---:", count: 5) + [":---"]))
        for row in rows {
            lines.append(
                line(
                    [row.isPrimary ? "**\(capitalised(row.reading))**" : capitalised(row.reading)] + row.cells
                ))
        }
        return (lines + [""] + notes).joined(separator: "\n") + "\n"
    }
}
