import ClaimTesting
import Dyads
import DyadicModels
import Tabular

extension Assessment {
    /// The main ranking: the best pairs and the target, with the scores of dimensions and the ranks on other readings.
    ///
    /// Nil when the first primary reading has no scores in the main window.
    func paperRanking(_ style: PaperStyle) -> PaperTable? {
        guard let main = MainRanking(self) else { return nil }
        let (scores, ranking) = (main.scores, main.scores.classRanking)
        let others = scored.filter { item in
            guard case .reading = item.subject, item.window.id == mainWindow else { return false }
            return item.ranking != nil && item.subject != main.item.subject
        }
        let top = main.ranked.filter { (ranking.ranks[$0] ?? .max) <= style.top }
        let target = main.ranked.filter { scores.dyads[$0] == claim.target }
        let shown = top + target.filter { !top.contains($0) }
        let rows = shown.map { unit in
            let dyad = scores.dyads[unit]
            let first: [PaperTable.Cell] = [
                .rank(ranking.ranks[unit], ties: ranking.tieSizes[unit]), .optional(ranking.tieSizes[unit]),
                .text("\(dyad)"), .text(label(of: dyad)),
            ]
            let numbers = [scores.index.scores[unit]] + scores.index.dimensionScores(of: unit)
            let ranks = others.map { item in
                PaperTable.Cell.rank(
                    item.ranking?.classRanking.ranks[unit], ties: item.ranking?.classRanking.tieSizes[unit])
            }
            return PaperTable.Row(
                first + numbers.map { .optional($0) } + ranks
                    + [.number(scores.index.observedWeight[unit]), .integer(dyad == claim.target ? 1 : 0)],
                isEmphasised: dyad == claim.target,
                followsGap: shown.count > top.count && unit == shown.last
                    && main.standing.rank > top.count + 1)
        }
        return PaperTable(
            name: "ranking", caption: "\(style.report.studyTitle): ranking on \(main.item.subject.id)",
            label: style.label(.ranking), columns: columns(main, others: others, style),
            sections: [.init(rows: rows)], notes: notes(of: main),
            sources: dataSources(of: scores.indicators.map(\.id)) + plan.sources(of: [plan.specification]),
            key: ["dyad"])
    }

    private func columns(_ main: MainRanking, others: [Scored], _ style: PaperStyle) -> [PaperTable.Column] {
        let decimals = style.decimals ?? style.report.tableDecimals
        var columns: [PaperTable.Column] = [
            .init("rank", "Rank", .rank, "Rank in the class; ties share the better rank."),
            .init("ties", "Ties", .integer, "Dyads that share the rank.", place: .data),
            .init("dyad", "Dyad", .text, "Dyad, as ISO codes.", place: .data),
            .init("pair", "Pair", .text, "The names of its states.", isName: true),
        ]
        func add(
            _ id: String, _ heading: String, _ kind: PaperTable.Kind, _ description: String,
            place: PaperTable.Place = .everywhere
        ) {
            let id = id.replacing("-", with: "_")
            let isTaken = columns.contains { $0.id == id }
            columns.append(.init(isTaken ? "score_\(id)" : id, heading, kind, description, place: place))
        }
        let reading = main.item.subject.id
        add(reading, capitalised(reading), .number(decimals: decimals), "Score on \(reading).")
        for dimension in main.scores.dimensions {
            add(
                dimension, capitalised(dimension), .number(decimals: decimals),
                "Score on \(dimension), a dimension of it.")
        }
        for item in others {
            let id = item.subject.id
            add(
                "rank_\(id)", "Rank, \(id)", .rank, "Rank in the class on \(id).",
                place: item.subject.isPrimary ? .everywhere : .data)
        }
        add(
            "observed_weight", "Observed", .number(decimals: decimals),
            "Share of the indicators' weight that was observed.", place: .data)
        add("is_target", "Target", .integer, "1 for the claim's dyad.", place: .data)
        return columns
    }
}
