import ClaimTesting
import Dyads
import DyadicModels
import Tabular

/// The page of one pair: its ranks, what adds up to its scores beside the leader's, what the tests say of it, and what
/// was recorded.
struct PairPage {
    let report: Report
    let ranking: ReportRanking
    let evidence: [PairEvidence]
    let unit: Int
    let previous: Int?
    let next: Int?
    /// Whether it is printed with the report.
    let isPrinted: Bool

    var dyad: Dyad { ranking.dyad(unit) }
    var assessment: Assessment { report.assessment }
    var name: String { assessment.label(of: dyad) }

    var node: Node {
        let id = ReportRanking.pageID(of: dyad)
        return .tag(
            "article",
            [
                ("id", id), ("class", isPrinted ? "pair printed" : "pair"),
                ("aria-labelledby", "\(id)-heading"),
            ],
            [
                .tag("h3", [("id", "\(id)-heading"), ("tabindex", "-1")], [.text(name)]),
                .tag("p", [], [.text(standing)]),
            ] + contributions
                + heading("Ranks") + [ranksTable.node]
                + (uncertainty.map { heading("How sure these ranks are") + $0 } ?? [])
                + heading("What was recorded") + [valuesTable.node, links])
    }

    private func heading(_ text: String) -> [Node] { [.tag("h4", [], [.text(text)])] }

    /// Where it stands, in a sentence.
    private var standing: String {
        let main = ranking.main
        let code = "\(dyad)"
        let what = dyad == assessment.claim.target ? ", the claim's pair," : ""
        let reading = main.item.subject.id
        guard let score = main.scores.index.scores[unit] else {
            return "\(code)\(what) has no score on \(reading): nothing was observed of it."
        }
        let scored =
            "with a score of \(withMinusSign(formatted(score, decimals: report.style.tableDecimals)))"
        let size = main.standing.classSize
        if let rank = main.scores.classRanking.ranks[unit] {
            let tie = (main.scores.classRanking.tieSizes[unit] ?? 1) > 1 ? "shares rank" : "has rank"
            return "\(code)\(what) \(tie) \(rank) of \(size) on \(reading), \(scored)."
        }
        let place = main.scores.placeInClass(of: unit).map { ", where it would have rank \($0)" } ?? ""
        return "\(code)\(what) lies outside the class\(place), on \(reading) \(scored)."
    }

    private var links: Node {
        func page(_ unit: Int?, _ label: String) -> [Node] {
            guard let unit else { return [] }
            return [.tag("li", [], ["\(label): ", report.pageLink(ranking.dyad(unit))])]
        }
        return .tag(
            "ul", class: "page-links",
            [.tag("li", [], [.link(to: "row-\(dyad)", ["Back to its row in the ranking"])])]
                + page(previous, "Before it") + page(next, "After it"))
    }
}

/// A value to four significant digits.
func valueText(_ value: Double) -> String { withMinusSign(formatted(value, significantDigits: 4)) }
