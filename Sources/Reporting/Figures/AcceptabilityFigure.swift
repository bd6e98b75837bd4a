import ClaimTesting
import DyadTables
import DyadicModels
import Tabular
import Uncertainty

extension Assessment {
    /// `acceptability`: how often the pairs that are first most often, and the target, have which ranks under random
    /// weights.
    func acceptabilityFigure(style: ReportStyle, options: FigureOptions) -> Figure? {
        guard let main = MainRanking(self), let found = tests.acceptability(of: main.item.subject.id)
        else { return nil }
        return AcceptabilityDrawing(
            assessment: self, main: main, acceptability: found, limit: style.top, options: options
        )
        .figure(style)
    }
}

/// Ranks that are drawn as one.
struct RankGroup: Hashable {
    let first: Int
    let last: Int

    var label: String { first == last ? "\(first)" : "\(first)–\(last)" }

    /// 1, 2–3, 4–10, 11–30 and the rest, as far as a class of some size goes.
    static func groups(of members: Int) -> [RankGroup] {
        [(1, 1), (2, 3), (4, 10), (11, 30), (31, Int.max)].filter { $0.0 <= members }
            .map { RankGroup(first: $0.0, last: min($0.1, members)) }
    }
}

private struct AcceptabilityDrawing {
    let assessment: Assessment
    let main: MainRanking
    let acceptability: Acceptability
    let groups: [RankGroup]
    let colours: [Colour]
    let rows: [Row]
    var canvas: Canvas

    private let margin = 4.0
    private var widestName: Double { isNarrow ? 96 : 150 }
    private var valueColumn: Double { isNarrow ? 30 : 36 }
    private let gapHeight = 10.0
    private var isNarrow: Bool { canvas.options.width == .one }

    struct Row {
        let unit: Int
        let isTarget: Bool
        let meanRank: Double
        /// One a group.
        let shares: [MonteCarloShare]
    }

    init(
        assessment: Assessment, main: MainRanking, acceptability: Acceptability, limit: Int,
        options: FigureOptions
    ) {
        canvas = Canvas(name: "acceptability", options: options)
        self.assessment = assessment
        self.main = main
        self.acceptability = acceptability
        let groups = RankGroup.groups(of: acceptability.rankedMembers)
        self.groups = groups
        colours = Palette.steps(groups.count).reversed()
        let found = main.ranked.compactMap { unit -> Row? in
            guard let ranks = acceptability.rankAcceptabilities(of: unit),
                let mean = acceptability.meanRank(of: unit)?.value
            else { return nil }
            var left = acceptability.draws
            let shares = groups.map { group in
                // Places behind the last one that was counted belong to the last group.
                let counted = ranks.prefix(group.last).dropFirst(group.first - 1).reduce(0) { $0 + $1.count }
                let count = group == groups.last ? left : counted
                left -= count
                return MonteCarloShare(count: count, draws: acceptability.draws)
            }
            let isTarget = main.scores.dyads[unit] == assessment.claim.target
            return Row(unit: unit, isTarget: isTarget, meanRank: mean, shares: shares)
        }
        let sorted = found.sorted { a, b in
            let (first, second) = (a.shares.first?.count ?? 0, b.shares.first?.count ?? 0)
            if first != second { return first > second }
            return a.meanRank != b.meanRank ? a.meanRank < b.meanRank : a.unit < b.unit
        }
        rows = sorted.prefix(limit) + sorted.dropFirst(limit).filter(\.isTarget)
        isCut = sorted.dropFirst(limit + 1).contains(where: \.isTarget)
        undrawn = acceptability.rankedMembers - rows.count
    }

    /// Whether pairs are left out between the last row, the target, and the one before.
    private let isCut: Bool
    private let undrawn: Int

    func figure(_ style: ReportStyle) -> Figure {
        var drawing = self
        drawing.draw()
        let reading = main.item.subject.id
        let title = "Ranks on \(reading) under random weights: \(style.studyTitle)"
        return Figure(
            title: title,
            description: "Stacked bars of how often each of \(rows.count) pairs has which rank under "
                + "\(grouped(acceptability.draws)) draws of weights. \(finding)",
            canvas: drawing.canvas, data: data(title: title))
    }

    private var finding: String {
        func share(_ row: Row) -> String { "\(percent(of: row.shares.first)) %" }
        var sentences: [String] = []
        if let best = rows.first {
            let name = assessment.label(of: main.scores.dyads[best.unit])
            sentences.append("\(name) is first most often, in \(share(best)).")
        }
        if let target = rows.first(where: \.isTarget) {
            let mean = formatted(target.meanRank, decimals: 1)
            sentences.append(
                "\(assessment.label(of: assessment.claim.target)) is first in \(share(target)); its mean rank is "
                    + "\(mean) of \(acceptability.rankedMembers).")
        }
        return sentences.joined(separator: " ")
    }

    private mutating func draw() {
        let names = rows.map { row in
            assessment.lines(
                of: main.scores.dyads[row.unit], TextStyle.label.bold(row.isTarget), width: widestName - 8,
                maximumLines: 2)
        }
        let widths = zip(rows, names).flatMap { row, lines in
            lines.map { TextStyle.label.bold(row.isTarget).width(of: $0) }
        }
        let left = margin + (widths.max() ?? 0) + 8
        let scale = LinearScale(domain: 0...100, from: left, to: canvas.width - margin - valueColumn)
        let headings = TextStyle.heading.lines(
            of: "Ranks on \(main.item.subject.id) under random weights", width: canvas.width - 2 * margin,
            maximumLines: 3)
        var y = canvas.lines(headings, x: margin, y: 12, .heading) - 1
        let entries =
            zip(groups, colours).map { group, colour in
                Canvas.KeyEntry(
                    symbol: .area(colour), text: group.last == 1 ? "rank 1" : "ranks \(group.label)")
            } + [.init(symbol: .frame, text: "the claim's pair")]
        y = canvas.key(entries, x: margin, y: y, width: canvas.width - 2 * margin) + 9
        canvas.text("First, %", x: canvas.width - margin, y: y, .secondary.anchored(.end))
        let top = y + 3
        let heights = names.map { Double($0.count) * TextStyle.label.lineHeight + 3 }
        let bottom = top + heights.reduce(0, +) + (isCut ? gapHeight : 0)
        let end = canvas.horizontalAxis(scale, top: top, bottom: bottom, title: "Share of the draws, %")
        y = top
        for (index, row) in rows.enumerated() {
            if isCut, index == rows.count - 1 {
                canvas.text("…", x: left - 12, y: y + 6.5, .secondary.anchored(.end))
                y += gapHeight
            }
            drawRow(row, names: names[index], scale: scale, top: y, height: heights[index])
            y += heights[index]
        }
        canvas.finish(notes: [notes.joined(separator: " ")], y: end)
    }

    private mutating func drawRow(
        _ row: Row, names: [String], scale: LinearScale, top: Double, height: Double
    ) {
        let style = TextStyle.label.bold(row.isTarget)
        let middle = top + height / 2
        if row.isTarget {
            canvas.rectangle(margin - 2, top, scale.start - margin - 2, height, fill: Palette.shade)
        }
        let first = middle + 2.5 - Double(names.count - 1) * style.lineHeight / 2
        canvas.lines(names, x: margin, y: first, style)
        let dyad = main.scores.dyads[row.unit]
        var start = 0.0
        for (index, share) in row.shares.enumerated() where share.count > 0 {
            let x = scale(100 * start)
            start += share.value
            canvas.rectangle(
                x, middle - 3.9, scale(100 * start) - x, 7.8, fill: colours[index], stroke: Palette.barEdge,
                strokeWidth: 0.3, id: "r\(groups[index].first)-\(dyad)")
        }
        if row.isTarget {
            canvas.frame(
                scale.start, middle - 4.4, scale.end - scale.start, 8.8, colour: Palette.vermillion,
                width: 1.2)
        }
        canvas.text(
            percent(of: row.shares.first), x: canvas.width - margin, y: middle + 2.5, style.anchored(.end))
    }

    private var notes: [String] {
        let error = rows.flatMap(\.shares).map(\.standardError).max() ?? 0
        var notes = [
            "N = \(acceptability.rankedMembers) \(assessment.claim.className); window "
                + "\(assessment.label(of: main.item.window)).",
            "\(grouped(acceptability.draws)) draws of weights, uniform over the dimensions and uniform inside each; "
                + "Monte Carlo standard error of a share: at most \(formatted(100 * error, decimals: 2)) percentage points.",
            "Scores: \(assessment.plan.method.words).",
            "Sorted by the share of first places; pairs that tie share the better rank.",
        ]
        if undrawn > 0 { notes.append("\(undrawn) other pairs of the class are not drawn.") }
        return notes
    }

    private func data(title: String) -> Table {
        var table = Table(
            schema: Figure.schema(
                "acceptability", title: title,
                fields: DyadColumns.fields + [
                    .init("rank_first", .integer, "Best rank of the group of ranks."),
                    .init("rank_last", .integer, "Worst rank of the group."),
                    .init("draws", .integer, "Draws in which the dyad had one of these ranks."),
                    .init("share", .number, "Share of the draws."),
                    .init("standard_error", .number, "Monte Carlo standard error of the share."),
                ], primaryKey: ["dyad", "rank_first"]))
        for row in rows {
            for (group, share) in zip(groups, row.shares) {
                table.append(
                    DyadColumns.cells(main.scores.dyads[row.unit], in: assessment.panel.states) + [
                        .integer(group.first), .integer(group.last), .integer(share.count),
                        .number(share.value), .number(share.standardError),
                    ])
            }
        }
        return table
    }
}

/// A share in per cent with one decimal.
func percent(_ share: Double) -> String { formatted(100 * share, decimals: 1) }

/// The same of draws: `0` for none, `<0.05` for a few.
func percent(of share: MonteCarloShare?) -> String {
    guard let share, share.count > 0 else { return "0" }
    return share.value < 0.0005 ? "<0.05" : percent(share.value)
}

/// A whole number with commas between thousands.
func grouped(_ number: Int) -> String {
    var digits = String(abs(number))
    var groups: [String] = []
    while digits.count > 3 {
        groups.insert(String(digits.suffix(3)), at: 0)
        digits.removeLast(3)
    }
    return (number < 0 ? "\u{2212}" : "") + ([digits] + groups).joined(separator: ",")
}
