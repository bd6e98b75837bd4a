import ClaimTesting
import Dyads
import Tabular

/// A panel a reading: side by side over two columns, under each other in one.
struct InfluenceDrawing {
    let assessment: Assessment
    let panels: [InfluencePanel]
    var canvas: Canvas

    private let margin = 4.0
    private let gap = 14.0

    init(assessment: Assessment, panels: [InfluencePanel], options: FigureOptions) {
        canvas = Canvas(name: "influence", options: options)
        self.assessment = assessment
        self.panels = panels
    }

    private var across: Int { canvas.options.width == .one ? 1 : min(2, panels.count) }

    private var panelWidth: Double {
        (canvas.width - 2 * margin - Double(across - 1) * gap) / Double(across)
    }

    mutating func draw() {
        var y = 12.0
        for start in stride(from: 0, to: panels.count, by: across) {
            var lower = y
            for (column, panel) in panels[start..<min(start + across, panels.count)].enumerated() {
                let x = margin + Double(column) * (panelWidth + gap)
                lower = max(lower, drawPanel(panel, x: x, y: y))
            }
            y = lower + 18
        }
        let end = canvas.key(key, x: margin, y: y - 4, width: canvas.width - 2 * margin)
        canvas.finish(notes: [notes.joined(separator: " ")], y: end)
    }

    /// One reading; the result is the lower edge.
    private mutating func drawPanel(_ panel: InfluencePanel, x: Double, y: Double) -> Double {
        let heading =
            "\(assessment.label(of: assessment.claim.target)) on \(panel.reading): "
            + "rank \(rankLabel(panel.usual.rank, ties: panel.usual.tieSize))"
        let headings = TextStyle.heading.lines(of: heading, width: panelWidth, maximumLines: 4)
        let captionY = canvas.lines(headings, x: x, y: y, .heading) + 1
        let names = panel.rows.map(lines)
        let widest = names.flatMap { $0 }.map(TextStyle.label.width).max() ?? 0
        let heads = panel.rows.filter { $0.number == 1 }.map {
            TextStyle.label.bold().width(of: title($0.kind))
        }
        let left = x + min(max(widest + 6, heads.max() ?? 0), nameColumn) + 6
        let leaderColumn =
            (panel.rows.map { TextStyle.label.bold().width(of: leader(of: $0)) } + [
                TextStyle.secondary.width(of: "First instead")
            ]).max() ?? 0
        let scale = RankScale(
            fitting: max(panel.worst, 2), from: left + 4, to: x + panelWidth - leaderColumn - 12)
        canvas.text(
            "First instead", x: x + panelWidth, y: captionY, TextStyle.secondary.anchored(.end))
        let top = captionY + 4
        let heights = zip(panel.rows, names).map { row, lines in
            Double(lines.count) * TextStyle.label.lineHeight + 1.2 + (row.number == 1 ? headHeight : 0)
        }
        let bottom = top + heights.reduce(0, +)
        canvas.rankAxis(scale, top: top, bottom: bottom, gap: 2)
        canvas.text(
            "Rank", x: (scale.start + scale.end) / 2, y: bottom + 19, TextStyle.label.anchored(.middle))
        let usual = scale(panel.usual.rank)
        canvas.line(usual, top, usual, bottom, colour: Palette.vermillion, width: 0.8, dash: "2 2")
        var rowTop = top
        for (index, row) in panel.rows.enumerated() {
            if row.number == 1 {
                canvas.text(title(row.kind), x: x, y: rowTop + 8.5, TextStyle.label.bold())
                canvas.line(x, rowTop + 0.5, x + panelWidth, rowTop + 0.5)
            }
            let head = row.number == 1 ? headHeight : 0
            drawRow(
                row, panel, lines: names[index], x: x, scale: scale, top: rowTop + head,
                height: heights[index] - head)
            rowTop += heights[index]
        }
        return bottom + 20
    }

    private let headHeight = 11.0

    private var nameColumn: Double { panelWidth * 0.45 }

    private func title(_ kind: String) -> String { "Without one \(kind)" }

    private func lines(of row: InfluencePanel.Row) -> [String] {
        let style = TextStyle.label
        let width = nameColumn - 6
        guard let omission = row.omission else {
            let words =
                row.ranks == nil
                ? "\(row.omissions) without a rank"
                : row.number == 1 ? "each of \(row.omissions)" : "\(row.omissions) others"
            return style.lines(of: words, width: width, maximumLines: 1)
        }
        switch omission {
        case .rival(let dyad): return assessment.lines(of: dyad, style, width: width, maximumLines: 2)
        case .states(let codes):
            let names = codes.map { assessment.panel.states[$0]?.name ?? $0.text }
            let whole = style.lines(of: names.joined(separator: ", "), width: width)
            if whole.count < 3 { return whole }
            let tail = " (\(omission.name))"
            return style.lines(of: names.joined(), width: width - style.width(of: tail), maximumLines: 1)
                .map { $0 + tail }
        default: return style.lines(of: omission.name, width: width, maximumLines: 2)
        }
    }

    private mutating func drawRow(
        _ row: InfluencePanel.Row, _ panel: InfluencePanel, lines: [String], x: Double, scale: RankScale,
        top: Double, height: Double
    ) {
        let style = TextStyle.label
        let middle = top + height / 2
        let first = middle + 2.5 - Double(lines.count - 1) * style.lineHeight / 2
        canvas.lines(lines, x: x + 6, y: first, row.omission == nil ? .secondary : style)
        guard let ranks = row.ranks else { return }
        let id = "\(panel.reading)-\(row.kind)-\(row.number)"
        if row.omission == nil {
            let half = 1.6
            canvas.rectangle(
                scale(ranks.lowerBound) - half, middle - 1.6,
                scale(ranks.upperBound) - scale(ranks.lowerBound) + 2 * half, 3.2, fill: Palette.grey, id: id)
        } else {
            var mark = Mark.target
            mark.radius = 2.8
            if (row.ties ?? 1) > 1 { mark.fill = Palette.white }
            canvas.line(
                scale(panel.usual.rank), middle, scale(ranks.lowerBound), middle, colour: Palette.vermillion,
                width: 0.8)
            canvas.mark(mark, x: scale(ranks.lowerBound), y: middle, id: id)
        }
        canvas.text(
            leader(of: row), x: x + panelWidth, y: middle + 2.5,
            style.bold(row.leaders.contains(assessment.claim.target)).anchored(.end))
    }

    /// Who is first instead: `BLR-KAZ`, or `BLR-KAZ +1` where another shares the rank.
    private func leader(of row: InfluencePanel.Row) -> String {
        let target = assessment.claim.target
        guard let first = row.leaders.contains(target) ? target : row.leaders.first else { return "" }
        return "\(first)" + (row.leaders.count > 1 ? " +\(row.leaders.count - 1)" : "")
    }

    private var key: [Canvas.KeyEntry] {
        var mark = Mark.target
        mark.radius = 2.8
        var entries: [Canvas.KeyEntry] = [.init(symbol: .mark(mark), text: "rank without it")]
        if panels.flatMap(\.rows).contains(where: { ($0.ties ?? 1) > 1 }) {
            mark.fill = Palette.white
            entries.append(.init(symbol: .mark(mark), text: "the rank is shared"))
        }
        entries.append(
            .init(
                symbol: .line(colour: Palette.vermillion, width: 0.8, dash: "2 2"),
                text: "rank with everything"))
        if panels.flatMap(\.rows).contains(where: { $0.omission == nil && $0.ranks != nil }) {
            entries.append(
                .init(
                    symbol: .line(colour: Palette.grey, width: 3.2, dash: nil),
                    text: "ranks of the others, each left out alone"))
        }
        return entries
    }

    private var notes: [String] {
        let sizes = panels.map(\.usual.classSize)
        let window = assessment.plan.windows.first.map { "; window \(assessment.label(of: $0))" } ?? ""
        let first = panels.map { panel in
            "on \(panel.reading) " + panel.usual.leaders.prefix(3).map(\.description).joined(separator: ", ")
                + (panel.usual.leaders.count > 3 ? " and \(panel.usual.leaders.count - 3) more" : "")
        }
        let isAbsent = panels.flatMap(\.rows).contains { $0.ranks == nil }
        return [
            "N = \(sizes.max() ?? 0) \(assessment.claim.className)\(window).",
            "One thing at a time is left out and everything is scored again; of each kind those that change most "
                + "stand by themselves.",
            "Scores: \(assessment.plan.method.words).",
            "First with everything: \(first.joined(separator: "; ")); right: who is first instead.",
            "A state is left out with all its pairs, a source with the indicators that cannot be made without it.",
            "All omissions, and those of two states: influence.csv.",
        ] + (isAbsent ? ["Without a rank: nothing can be scored then; the reasons are there."] : [])
            + (assessment.isClassLarge ? ["Of the rivals only those that are followed are left out."] : [])
    }
}
