import ClaimTesting
import Dyads
import Tabular

/// A row a pair: thick what its own confidence set holds, thin what the set for all at once holds.
struct RankConfidenceDrawing {
    let assessment: Assessment
    let forest: RankConfidenceForest
    let rows: [RankConfidenceForest.Row]
    var canvas: Canvas

    /// Whether pairs are left out between the target, the last row, and the row before.
    private let isCut: Bool
    private let margin = 4.0
    private let rankColumn = 22.0
    private var widestName: Double { canvas.options.width == .one ? 98 : 150 }
    private let gapHeight = 10.0

    init(assessment: Assessment, forest: RankConfidenceForest, limit: Int, options: FigureOptions) {
        canvas = Canvas(name: "rank-confidence", options: options)
        self.assessment = assessment
        self.forest = forest
        let sorted = forest.rows.sorted { ($0.rank, $0.dyad) < ($1.rank, $1.dyad) }
        func isTarget(_ row: RankConfidenceForest.Row) -> Bool { row.dyad == assessment.claim.target }
        rows = sorted.prefix(limit) + sorted.dropFirst(limit).filter(isTarget)
        isCut = sorted.dropFirst(limit + 1).contains(where: isTarget)
    }

    mutating func draw() {
        let names = rows.map { row in
            assessment.lines(
                of: row.dyad, style(of: row), width: widestName - 8, maximumLines: 2)
        }
        let widths = zip(rows, names).flatMap { row, lines in lines.map(style(of: row).width) }
        let left = margin + rankColumn + (widths.max() ?? 0) + 10
        let scale = RankScale(worst: worst, from: left, to: canvas.width - margin - 6)
        let headings = TextStyle.heading.lines(
            of: "Which ranks on \(forest.reading) sampling leaves open", width: canvas.width - 2 * margin,
            maximumLines: 3)
        var y = canvas.lines(headings, x: margin, y: 12, .heading) - 1
        y = canvas.key(key, x: margin, y: y, width: canvas.width - 2 * margin) + 9
        canvas.text("Rank", x: margin + rankColumn - 4, y: y, .secondary.anchored(.end))
        let top = y + 3
        let heights = names.map { Double($0.count) * TextStyle.label.lineHeight + 1.6 }
        let bottom = top + heights.reduce(0, +) + (isCut ? gapHeight : 0)
        drawAxis(scale, top: top, bottom: bottom)
        y = top
        for (index, row) in rows.enumerated() {
            if isCut, index == rows.count - 1 {
                canvas.text("…", x: margin + rankColumn - 6, y: y + 6.5, .secondary.anchored(.end))
                y += gapHeight
            }
            drawRow(row, names: names[index], scale: scale, top: y, height: heights[index])
            y += heights[index]
        }
        canvas.finish(notes: [notes.joined(separator: " ")], y: bottom + 20)
    }

    /// The whole class, or as much of a large class as the sets reach.
    private var worst: Int {
        guard forest.sizeOfLargeClass != nil else { return forest.classSize }
        return rows.map { max($0.rank, $0.marginal.upperBound) }.max() ?? forest.classSize
    }

    private func isTarget(_ row: RankConfidenceForest.Row) -> Bool { row.dyad == assessment.claim.target }

    private func style(of row: RankConfidenceForest.Row) -> TextStyle { TextStyle.label.bold(isTarget(row)) }

    private mutating func drawAxis(_ scale: RankScale, top: Double, bottom: Double) {
        canvas.rankAxis(scale, top: top, bottom: bottom, gap: 1)
        canvas.text(
            "Rank in the class of \(forest.classSize)", x: (scale.start + scale.end) / 2, y: bottom + 19.5,
            TextStyle.label.anchored(.middle))
    }

    private mutating func drawRow(
        _ row: RankConfidenceForest.Row, names: [String], scale: RankScale, top: Double, height: Double
    ) {
        let style = style(of: row)
        let middle = top + height / 2
        let colour = isTarget(row) ? Palette.vermillion : Palette.blue
        if isTarget(row) {
            canvas.rectangle(margin - 2, top, scale.start - margin - 4, height, fill: Palette.shade)
        }
        let first = middle + 2.5 - Double(names.count - 1) * style.lineHeight / 2
        let ties = forest.rows.count { $0.rank == row.rank }
        canvas.text(
            rankLabel(row.rank, ties: ties), x: margin + rankColumn - 4, y: first, style.anchored(.end))
        canvas.lines(names, x: margin + rankColumn, y: first, style)
        canvas.line(scale.start, middle, scale.end, middle, colour: Palette.shade, width: 0.4)
        if let all = row.simultaneous {
            drawSet(all, scale: scale, y: middle, width: 0.7, colour: colour, id: "all-\(row.dyad)")
        }
        drawSet(row.marginal, scale: scale, y: middle, width: 2.6, colour: colour, id: "own-\(row.dyad)")
        var mark = isTarget(row) ? Mark.target : Mark.member
        mark.stroke = Palette.white
        canvas.mark(mark, x: scale(row.rank), y: middle, id: "rank-\(row.dyad)")
    }

    /// A bar from the best to the worst rank of a set; half a rank wide on both sides, so that a single rank is seen.
    private mutating func drawSet(
        _ ranks: ClosedRange<Int>, scale: RankScale, y: Double, width: Double, colour: Colour, id: String
    ) {
        let half = min(1.2, (scale(2) - scale(1)) / 2)
        let (start, end) = (scale(ranks.lowerBound) - half, scale(ranks.upperBound) + half)
        canvas.rectangle(start, y - width / 2, end - start, width, fill: colour, id: id)
    }

    private var level: String { formatted(100 * forest.confidence, significantDigits: 3) }

    private var key: [Canvas.KeyEntry] {
        let entries: [Canvas.KeyEntry] = [
            .init(symbol: .mark(.target), text: "the claim's pair"),
            .init(symbol: .mark(.member), text: "rank of another pair"),
            .init(
                symbol: .line(colour: Palette.blue, width: 2.6, dash: nil),
                text: "\(level) % set for the pair alone"),
        ]
        guard rows.contains(where: { $0.simultaneous != nil }) else { return entries }
        return entries + [
            .init(
                symbol: .line(colour: Palette.blue, width: 0.7, dash: nil),
                text: "\(level) % sets for all pairs at once")
        ]
    }

    private var notes: [String] {
        let left = forest.classSize - rows.count
        let window = assessment.plan.windows.first.map { "; window \(assessment.label(of: $0))" } ?? ""
        var notes = [
            "N = \(forest.classSize) \(assessment.claim.className)\(window).",
            "Confidence \(level) %, \(forest.degreesOfFreedom) degrees of freedom, critical values from "
                + "\(grouped(forest.draws)) draws; indicators with "
                + "\(formatted(100 * forest.fixedWeight, decimals: 0)) % of the weight are no annual series and are held "
                + "fixed.",
            "Scores: \(assessment.plan.method.words).",
        ]
        if forest.rows.contains(where: { row in forest.rows.count { $0.rank == row.rank } > 1 }) {
            notes.append("Ranks marked = are shared.")
        }
        if rows.contains(where: { $0.marginal.count == 1 }) {
            notes.append("A mark without a thick bar: the set for the pair alone holds no other rank.")
        }
        if left > 0 { notes.append("\(left) other pairs of the class are not drawn.") }
        return notes
    }
}
