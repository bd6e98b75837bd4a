import ClaimTesting
import DyadTables
import DyadicModels
import Tabular

extension Assessment {
    /// `ranking`: the best pairs and the target by score, with the dimensions' scores, and the pairs outside
    /// the class beside them on the same scale.
    func rankingFigure(style: ReportStyle, options: FigureOptions) -> Figure? {
        guard let main = MainRanking(self) else { return nil }
        return RankingDrawing(assessment: self, main: main, limit: max(style.top, 30), options: options)
            .figure(style)
    }
}

private struct RankingDrawing {
    let assessment: Assessment
    let main: MainRanking
    let shown: [Int]
    let outside: [Int]
    var canvas: Canvas

    private let rankColumn = 22.0
    private let widestName = 128.0
    private let edge = 4.0
    private let gap = 16.0

    init(assessment: Assessment, main: MainRanking, limit: Int, options: FigureOptions) {
        canvas = Canvas(name: "ranking", options: options.inTwoColumns)
        self.assessment = assessment
        self.main = main
        let top = main.ranked.prefix(limit)
        shown = top + main.ranked.dropFirst(limit).filter { main.scores.dyads[$0] == assessment.claim.target }
        outside = Array(main.outside.prefix(limit))
    }

    func figure(_ style: ReportStyle) -> Figure {
        var drawing = self
        drawing.draw()
        let window = assessment.label(of: main.item.window)
        let title = "Ranking on \(main.item.subject.id), \(window): \(style.studyTitle)"
        let above = main.outside.count {
            main.scores.placeInClass(of: $0).map { $0 <= main.standing.rank } ?? false
        }
        let exception =
            outside.isEmpty
            ? ""
            : " Of \(main.outside.count) pairs with \(assessment.excludedNames), \(above) score above it."
        return Figure(
            title: title,
            description: "Dot plot of the scores of \(shown.count) pairs, best first. "
                + assessment.finding(of: main) + exception,
            canvas: drawing.canvas, data: data(title: title))
    }

    private var values: [Double] {
        (shown + outside).flatMap {
            [main.scores.index.scores[$0]] + main.scores.index.dimensionScores(of: $0)
        }.compactMap { $0 }
    }

    private mutating func draw() {
        let names = width(ofNames: shown)
        let outsideNames = width(ofNames: outside)
        let hasOutside = !outside.isEmpty
        let room = canvas.width - 2 * edge - rankColumn - names
        let plot = hasOutside ? (room - gap - rankColumn - outsideNames) / 2 : room
        var lower = drawPanel(
            shown, x: edge, names: names, plot: plot, numbers: "Rank", heading: "Ranked: pairs of the class")
        let keyX = hasOutside ? edge + rankColumn + names + plot + gap : edge
        let keyWidth = canvas.width - edge - keyX
        if hasOutside {
            let bottom = drawPanel(
                outside, x: keyX, names: outsideNames, plot: plot, numbers: "Place",
                heading: "Not ranked: pairs with \(assessment.excludedNames)")
            lower = max(lower, canvas.key(key, x: keyX, y: bottom + 16, width: keyWidth))
        } else {
            lower = canvas.key(key, x: keyX, y: lower + 14, width: keyWidth)
        }
        canvas.finish(notes: notes, y: lower)
    }

    /// One column of rows over an axis; the result is the lower edge.
    private mutating func drawPanel(
        _ units: [Int], x: Double, names: Double, plot: Double, numbers: String, heading: String
    ) -> Double {
        let left = x + rankColumn + names
        let scale = LinearScale(over: values, from: left, to: left + plot)
        let headings = TextStyle.heading.lines(
            of: heading, width: rankColumn + names + plot, maximumLines: 3)
        let captionY = canvas.lines(headings, x: x, y: 12, .heading) + 2
        canvas.text(numbers, x: x + rankColumn - 4, y: captionY, .secondary.anchored(.end))
        let top = captionY + 4
        let rows = units.map { lines(of: $0) }
        let heights = rows.map { Double($0.count) * TextStyle.label.lineHeight + 1.6 }
        let isCut = hasGap(units)
        let bottom = top + heights.reduce(0, +) + (isCut ? 10 : 0)
        let end = canvas.horizontalAxis(
            scale, top: top, bottom: bottom, title: "Score on \(main.item.subject.id) (higher is better)")
        let target = scale(main.standing.score)
        canvas.line(target, top, target, bottom, colour: Palette.vermillion, width: 0.6, dash: "2 2")
        var y = top
        for (index, unit) in units.enumerated() {
            if isCut, index == units.count - 1 {
                canvas.text(
                    "…", x: x + rankColumn - 6, y: y + 7.5, .secondary.anchored(.end))
                y += 10
            }
            drawRow(unit, lines: rows[index], x: x, left: left, scale: scale, top: y, height: heights[index])
            y += heights[index]
        }
        return end
    }

    private mutating func drawRow(
        _ unit: Int, lines: [String], x: Double, left: Double, scale: LinearScale, top: Double, height: Double
    ) {
        let isTarget = isTarget(unit)
        let isMember = main.scores.isInClass[unit]
        let style = TextStyle.label.bold(isTarget)
        if isTarget { canvas.rectangle(x, top, left - x - 3, height, fill: Palette.shade) }
        let middle = top + height / 2
        let first = middle + 2.5 - Double(lines.count - 1) * style.lineHeight / 2
        let number = isMember ? main.rankLabel(of: unit) : main.scores.placeInClass(of: unit).map(String.init)
        canvas.text(
            number ?? "", x: x + rankColumn - 4, y: first, style.anchored(.end).italic(!isMember))
        canvas.lines(lines, x: x + rankColumn, y: first, style)
        canvas.line(left, middle, scale.end, middle, colour: Palette.shade, width: 0.4)
        let dyad = main.scores.dyads[unit]
        for (index, value) in main.scores.index.dimensionScores(of: unit).enumerated() {
            guard let value else { continue }
            canvas.mark(.dimension(index), x: scale(value), y: middle, id: "d\(index + 1)-\(dyad)")
        }
        if let score = main.scores.index.scores[unit] {
            canvas.mark(
                isTarget ? .target : isMember ? .member : .outside, x: scale(score), y: middle,
                id: "score-\(dyad)")
        }
    }

    private func isTarget(_ unit: Int) -> Bool { main.scores.dyads[unit] == assessment.claim.target }

    private func hasGap(_ units: [Int]) -> Bool {
        guard let last = units.last, units.count > 1, main.scores.isInClass[last] else { return false }
        return main.ranked.firstIndex(of: last) != units.count - 1
    }

    private func lines(of unit: Int) -> [String] {
        assessment.lines(
            of: main.scores.dyads[unit], TextStyle.label.bold(isTarget(unit)), width: widestName - 6,
            maximumLines: 3)
    }

    private func width(ofNames units: [Int]) -> Double {
        let widths = units.flatMap { unit in
            lines(of: unit).map { TextStyle.label.bold(isTarget(unit)).width(of: $0) }
        }
        return (widths.max() ?? 0) + 6
    }

    private var key: [Canvas.KeyEntry] {
        [
            .init(symbol: .mark(.target), text: "the claim's pair"),
            .init(symbol: .line(colour: Palette.vermillion, width: 0.6, dash: "2 2"), text: "its score"),
            .init(symbol: .mark(.member), text: "other pairs of the class"),
        ] + (outside.isEmpty ? [] : [.init(symbol: .mark(.outside), text: "pairs outside the class")])
            + main.scores.dimensions.enumerated().map { .init(symbol: .mark(.dimension($0)), text: $1) }
    }

    private var notes: [String] {
        var notes = assessment.notes(of: main)
        let left = main.ranked.count - shown.count
        if left > 0 { notes.append("\(left) other pairs of the class are not drawn.") }
        if !outside.isEmpty {
            notes.append("Place (italic): the rank that the score would have in the class.")
        }
        let leftOutside = main.outside.count - outside.count
        if leftOutside > 0 { notes.append("\(leftOutside) other pairs outside it are not drawn.") }
        return [notes.joined(separator: " ")]
    }

    private func data(title: String) -> Table {
        var table = Table(
            schema: Figure.schema(
                "ranking", title: title,
                fields: DyadColumns.fields + [
                    ResultFields.inClass, ResultFields.kind, ResultFields.subject,
                    .init("rank", .integer, "Rank of the dyad in the class.", isRequired: false),
                    .init("ties", .integer, "Dyads of the class that share it.", isRequired: false),
                    .init(
                        "place", .integer, "For a dyad outside the class: the rank it would have.",
                        isRequired: false),
                    .init("value", .number, "Plotted score."),
                ], primaryKey: ["dyad", "subject_kind", "subject"]))
        let scores = main.scores
        for unit in shown + outside {
            let subjects =
                [("reading", main.item.subject.id, scores.index.scores[unit])]
                + zip(scores.dimensions, scores.index.dimensionScores(of: unit)).map { ("dimension", $0, $1) }
            for (kind, subject, value) in subjects {
                guard let value else { continue }
                table.append(
                    DyadColumns.cells(scores.dyads[unit], in: assessment.panel.states) + [
                        scores.isInClass[unit].cell, .text(kind), .text(subject),
                        .optional(scores.classRanking.ranks[unit]),
                        .optional(scores.classRanking.tieSizes[unit]),
                        .optional(scores.isInClass[unit] ? nil : scores.placeInClass(of: unit)),
                        .number(value),
                    ])
            }
        }
        return table
    }
}
