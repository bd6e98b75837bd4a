import ClaimTesting
import Dyads
import Tabular

extension Assessment {
    /// `influence`: the target's rank on the primary readings when one year, indicator, source, rival or state is left
    /// out.
    ///
    /// - Returns: Nil unless the study asks for it.
    func influenceFigure(style: ReportStyle, options: FigureOptions) -> Figure? {
        guard var drawing = influenceDrawing(most: 6, options: options) else { return nil }
        // Fewer rows where they would not fit on a page.
        for most in [4, 3, 2, 1] where drawing.canvas.height > Canvas.pageHeight {
            drawing = influenceDrawing(most: most, options: options) ?? drawing
        }
        let panels = drawing.panels
        let title = "Rank when one thing is left out: \(style.studyTitle)"
        return Figure(
            title: title,
            description:
                "Dot plot of the rank of \(label(of: claim.target)) without each year, indicator, source, "
                + "rival and state. " + panels.map { $0.finding(self) }.joined(separator: " "),
            canvas: drawing.canvas, data: influenceData(panels, title: title))
    }

    /// - Parameter most: omissions of a kind that are drawn one by one.
    private func influenceDrawing(most: Int, options: FigureOptions) -> InfluenceDrawing? {
        let panels = primaryFindings.compactMap { item -> InfluencePanel? in
            guard let standing = item.standing,
                let record = tests.records.first(where: { $0.reading == item.subject.id })
            else { return nil }
            return InfluencePanel(
                reading: item.subject.id, usual: standing, influences: record.influences, most: most)
        }
        guard !panels.isEmpty else { return nil }
        var drawing = InfluenceDrawing(assessment: self, panels: panels, options: options)
        drawing.draw()
        return drawing
    }

    private func influenceData(_ panels: [InfluencePanel], title: String) -> Table {
        var table = Table(
            schema: Figure.schema(
                "influence", title: title,
                fields: [
                    ResultFields.reading,
                    .init("kind", .string, "year, indicator, source, rival or state."),
                    .init("row", .integer, "Number of the row inside its kind."),
                    .init("omissions", .integer, "Things that the row stands for, each left out alone."),
                    .init(
                        "left_out", .string, "What is left out; empty for a row of several.",
                        isRequired: false),
                    .init(
                        "rank_best", .integer, "Best rank of the target; empty if it has none.",
                        isRequired: false),
                    .init("rank_worst", .integer, "Worst rank.", isRequired: false),
                    .init(
                        "ties", .integer, "Dyads that share the rank; empty for a row of several.",
                        isRequired: false),
                    .init(
                        "leaders", .string,
                        "Dyads of rank 1, separated by spaces, where others lead than with everything.",
                        isRequired: false),
                ], primaryKey: ["reading", "kind", "row"]))
        for panel in panels {
            for row in panel.rows {
                table.append([
                    .text(panel.reading), .text(row.kind), .integer(row.number), .integer(row.omissions),
                    .optional(row.omission?.name), .optional(row.ranks?.lowerBound),
                    .optional(row.ranks?.upperBound), .optional(row.ties),
                    .optional(
                        row.leaders.isEmpty ? nil : row.leaders.map(\.description).joined(separator: " ")),
                ])
            }
        }
        return table
    }
}

/// What one panel of `influence` plots.
struct InfluencePanel {
    struct Row {
        let kind: String
        /// From 1 inside the kind.
        let number: Int
        /// How many things, each of them left out alone, the row stands for.
        let omissions: Int
        /// Nil for a row of several.
        let omission: Omission?
        /// Nil where the target has no rank.
        let ranks: ClosedRange<Int>?
        let ties: Int?
        /// Who has rank 1, where that is another than with everything.
        let leaders: [Dyad]
    }

    static let kinds = ["year", "indicator", "source", "rival", "state"]

    let reading: String
    /// With everything.
    let usual: Standing
    /// By kind; inside a kind the single omissions by rank, then those that are drawn as one.
    let rows: [Row]

    /// - Parameter most: omissions of a kind that are drawn one by one, those that change most.
    /// - Returns: Nil without omissions.
    init?(reading: String, usual: Standing, influences: [Influence], most: Int) {
        self.reading = reading
        self.usual = usual
        var rows: [Row] = []
        for kind in Self.kinds {
            let own = influences.filter { $0.omission.kind == kind }
            let ranked = own.compactMap { influence in
                (try? influence.standing.get()).map { (omission: influence.omission, standing: $0) }
            }
            func change(_ standing: Standing) -> (Int, Int) {
                (abs(standing.rank - usual.rank), standing.leaders == usual.leaders ? 0 : 1)
            }
            let order = ranked.indices.sorted { a, b in
                let (first, second) = (change(ranked[a].standing), change(ranked[b].standing))
                return first != second ? first > second : a < b
            }
            let changing = order.filter { change(ranked[$0].standing) != (0, 0) }
            // One more needs no more room than a row that stands for it alone.
            let single =
                order.count <= most + 1 && changing.count == order.count
                ? order : Array(changing.prefix(most))
            let rest = order.dropFirst(single.count).map { ranked[$0].standing.rank }
            let shown = single.sorted { (ranked[$0].standing.rank, $0) < (ranked[$1].standing.rank, $1) }
            var number = 0
            func add(_ count: Int, _ omission: Omission?, _ ranks: ClosedRange<Int>?, _ one: Standing?) {
                number += 1
                let leaders = one.map { $0.leaders == usual.leaders ? [] : $0.leaders } ?? []
                rows.append(
                    Row(
                        kind: kind, number: number, omissions: count, omission: omission, ranks: ranks,
                        ties: one?.tieSize, leaders: leaders))
            }
            for place in shown {
                let standing = ranked[place].standing
                add(1, ranked[place].omission, standing.rank...standing.rank, standing)
            }
            if let best = rest.min(), let worst = rest.max() { add(rest.count, nil, best...worst, nil) }
            let absent = own.count - ranked.count
            if absent > 0 { add(absent, nil, nil, nil) }
        }
        self.rows = rows
        if rows.isEmpty { return nil }
    }

    var worst: Int { max(usual.rank, rows.compactMap(\.ranks?.upperBound).max() ?? 1) }

    func finding(_ assessment: Assessment) -> String {
        let ranks = rows.compactMap(\.ranks)
        let best = ranks.map(\.lowerBound).min() ?? usual.rank
        let worst = ranks.map(\.upperBound).max() ?? usual.rank
        let firsts = rows.filter { $0.ranks == 1...1 && $0.ties == 1 }
        let first =
            firsts.isEmpty
            ? "never first and alone"
            : "first and alone without "
                + firsts.map { $0.omission?.name ?? "others" }.joined(separator: ", ")
        return
            "On \(reading), rank \(usual.rank) with everything, between \(best) and \(worst) without one thing, "
            + "\(first)."
    }
}
