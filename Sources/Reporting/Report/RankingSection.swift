import ClaimTesting
import Dyads
import DyadicModels
import Tabular

extension Report {
    /// All pairs, to be sorted and filtered; without a script a plain table.
    var rankingSection: Section? {
        guard let ranking else { return nil }
        let main = ranking.main
        var content: [Node] = [
            .tag(
                "p", [],
                [
                    "\(ranking.units.count) pairs by their score on \(main.item.subject.id), \(assessment.label(of: main.item.window)). Each name leads to the page that says why the pair has its rank. In bold: the claim's pair."
                ])
        ]
        if ranking.isCut {
            content.append(
                .tag(
                    "p", class: "note",
                    [
                        "The study has \(ranking.total) pairs. Listed here are the best, the claim's pair, and the rivals nearest to it; the files scores.csv and ranks.csv hold all."
                    ]))
        }
        content += [controls(ranking), RankingRows(report: self, ranking: ranking).table.node]
        content.append(
            .tag(
                "p", class: "note",
                [
                    .text(
                        (outsideNote(ranking) + setNotes + [assessment.plan.method.tieWords]).joined(
                            separator: " "))
                ]))
        return Section(id: "ranking", title: "Ranking", content: content)
    }

    private func outsideNote(_ ranking: ReportRanking) -> [String] {
        ranking.main.outside.isEmpty
            ? [] : ["In parentheses: the rank that a pair outside the class would have in it."]
    }

    private var setNotes: [String] {
        let level = short(100 * (assessment.plan.tests?.sampling?.confidence ?? rule.confidence))
        return assessment.plan.tests == nil
            ? []
            : [
                "Rank set: marginal \(level) % confidence set over the sampling of years. W and J: shares of random weights, and of draws over all doubts at once, under which the pair is first."
            ]
    }

    /// Shown by the script, which they need.
    private func controls(_ ranking: ReportRanking) -> Node {
        let codes = Set(
            ranking.units.flatMap { unit in [ranking.dyad(unit).first, ranking.dyad(unit).second] })
        let states = codes.map { (code: $0, name: assessment.panel.states[$0]?.name ?? $0.text) }
            .sorted { ($0.name, $0.code) < ($1.name, $1.code) }
        func option(_ value: String, _ text: String) -> Node {
            .tag("option", [("value", value)], [.text(text)])
        }
        func control(_ label: String, _ id: String, _ node: Node) -> Node {
            .tag("div", [], [.tag("label", [("for", id)], [.text(label)]), node])
        }
        return .tag(
            "form", [("class", "controls"), ("hidden", "hidden"), ("aria-label", "Filter the ranking")],
            [
                control("Name", "filter-text", .tag("input", [("id", "filter-text"), ("type", "search")])),
                control(
                    "State", "filter-state",
                    .tag(
                        "select", [("id", "filter-state")],
                        [option("", "All states")] + states.map { option($0.code.text, $0.name) })),
            ]
                + (ranking.main.outside.isEmpty
                    ? []
                    : [
                        control(
                            "Pairs", "filter-class",
                            .tag(
                                "select", [("id", "filter-class")],
                                [
                                    option("", "All"), option("in", "Of the class"),
                                    option("out", "Outside it"),
                                ]))
                    ])
                + [.tag("p", [("id", "filter-count"), ("role", "status")])])
    }

    func short(_ value: Double) -> String { formatted(value, significantDigits: 3) }
}

/// The rows of the ranking.
private struct RankingRows {
    let report: Report
    let ranking: ReportRanking
    let others: [Assessment.Scored]
    let evidence: PairEvidence

    init(report: Report, ranking: ReportRanking) {
        self.report = report
        self.ranking = ranking
        let assessment = report.assessment
        let main = ranking.main.item
        others = assessment.scored.filter {
            $0.window.id == main.window.id && $0.subject != main.subject && $0.subject.kind == "reading"
                && $0.ranking != nil
        }
        evidence = PairEvidence(assessment, reading: main.subject.id)
    }

    var table: ReportTable {
        let main = ranking.main
        let columns: [ReportTable.Column] =
            [
                .init(heading: "Rank", isNumber: true, sort: .ascending),
                .init(heading: "Pair", sort: .ascending),
                .init(heading: capitalised(main.item.subject.id), isNumber: true, sort: .descending),
            ]
            + main.scores.dimensions.map {
                .init(heading: capitalised($0), isNumber: true, sort: .descending)
            } + others.map { .init(heading: "Rank, \($0.subject.id)", isNumber: true, sort: .ascending) }
            + (evidence.hasSets ? [.init(heading: "Rank set", isNumber: true, sort: .ascending)] : [])
            + (evidence.hasWeights ? [.init(heading: "W", isNumber: true, sort: .descending)] : [])
            + (evidence.hasJoint ? [.init(heading: "J", isNumber: true, sort: .descending)] : [])
        return ReportTable(
            label: "Ranking of the pairs", columns: columns, groups: [.init(rows: ranking.units.map(row))],
            id: "ranking-table", headingColumn: 1)
    }

    private func row(_ unit: Int) -> ReportTable.Row {
        let scores = ranking.main.scores
        let dyad = ranking.dyad(unit)
        var cells: [ReportTable.Cell] = [
            rank(unit, in: scores.ranking),
            .init([.link(to: ReportRanking.pageID(of: dyad), [.text(report.assessment.label(of: dyad))])]),
            score(scores.index.scores[unit]),
        ]
        cells += scores.index.dimensionScores(of: unit).map(score)
        cells += others.map { item in item.ranking.map { rank(unit, in: $0) } ?? .init(nil) }
        if evidence.hasSets {
            let set = evidence.set(of: dyad)
            cells.append(
                .init(set.map(rangeText), key: set.map { "\($0.lowerBound)" }))
        }
        if evidence.hasWeights { cells.append(share(evidence.weightShare(of: unit))) }
        if evidence.hasJoint { cells.append(share(evidence.jointShare(of: dyad))) }
        return ReportTable.Row(
            cells,
            attributes: [
                ("id", "row-\(dyad)"), ("data-states", "\(dyad.first) \(dyad.second)"),
                ("data-class", scores.isInClass[unit] ? "in" : "out"),
            ], isTarget: dyad == report.assessment.claim.target)
    }

    private func rank(_ unit: Int, in ranking: DyadRanking) -> ReportTable.Cell {
        .init(ranking.rankText(of: unit), key: ranking.sortKey(of: unit))
    }

    private func score(_ value: Double?) -> ReportTable.Cell {
        .init(
            value.map { withMinusSign(formatted($0, decimals: report.style.tableDecimals)) },
            key: value.map { formatted($0, significantDigits: 6) })
    }

    private func share(_ value: Double?) -> ReportTable.Cell {
        .init(
            value.map { formatted($0, decimals: 3) }, key: value.map { formatted($0, significantDigits: 6) })
    }
}
