import ClaimTesting
import DyadicModels
import Tabular

/// Rows of dots over an axis: the class, and the pairs outside it, beside it over two columns and under it in one.
struct RankingDrawing {
    let assessment: Assessment
    let main: MainRanking
    let uncertainty: RankingUncertainty?
    let shown: [Int]
    let outside: [Int]
    var canvas: Canvas

    private let rankColumn = 22.0
    private let edge = 4.0
    private let gap = 16.0
    private let gapHeight = 10.0
    /// Room for ranks under random weights right of the dots; none where nothing stands there.
    private let rangeColumn: Double
    private let isNarrow: Bool

    /// - Parameter limit: how many of the best are drawn beside the target, unless long names leave no room on the page.
    init(
        assessment: Assessment, main: MainRanking, uncertainty: RankingUncertainty?, limit: Int,
        options: FigureOptions
    ) {
        self.assessment = assessment
        self.main = main
        self.uncertainty = uncertainty
        canvas = Canvas(name: "ranking", options: options)
        isNarrow = options.width == .one
        if case .ranks(let ranks, _) = uncertainty {
            let widths = ranks.values.map { TextStyle.label.bold().width(of: rangeText($0)) }
            rangeColumn = (widths.max() ?? 0) + 6
        } else {
            rangeColumn = 0
        }
        let names = DyadNames(assessment: assessment, main: main, width: isNarrow ? 104 : 122)
        self.names = names
        let top = names.fitting(main.ranked.prefix(limit), into: isNarrow ? 230 : 480)
        shown =
            top
            + main.ranked.dropFirst(top.count).filter {
                main.scores.dyads[$0] == assessment.claim.target
            }
        let room = isNarrow ? 350 - shown.reduce(0) { $0 + names.height(of: $1) } : 480
        outside = names.fitting(main.outside.prefix(limit), into: room)
    }

    private let names: DyadNames

    private var values: [Double] {
        (shown + outside).flatMap { unit in
            let interval = uncertainty?.scoreInterval(of: main.scores.dyads[unit])
            return [main.scores.index.scores[unit], interval?.lowerBound, interval?.upperBound]
                + main.scores.index.dimensionScores(of: unit)
        }.compactMap { $0 }
    }

    /// Where one column of rows stands.
    private struct Panel {
        let units: [Int]
        let x: Double
        let y: Double
        let names: Double
        let plot: Double
        let numbers: String
        let heading: String
        let range: Double
    }

    mutating func draw() {
        let heading = "Ranked: pairs of the class"
        let outsideHeading = "Not ranked: pairs with \(assessment.excludedNames)"
        let (own, other) = (names.width(of: shown) + 6, names.width(of: outside) + 6)
        let full = canvas.width - 2 * edge
        guard !outside.isEmpty else {
            let lower = drawPanel(
                Panel(
                    units: shown, x: edge, y: 12, names: own, plot: full - rankColumn - own - rangeColumn,
                    numbers: "Rank", heading: heading, range: rangeColumn))
            finish(y: canvas.key(key, x: edge, y: lower + 14, width: full))
            return
        }
        guard !isNarrow else {
            let both = max(own, other)
            let plot = full - rankColumn - both - rangeColumn
            let upper = drawPanel(
                Panel(
                    units: shown, x: edge, y: 12, names: both, plot: plot, numbers: "Rank", heading: heading,
                    range: rangeColumn))
            let lower = drawPanel(
                Panel(
                    units: outside, x: edge, y: upper + 20, names: both, plot: plot, numbers: "Place",
                    heading: outsideHeading, range: 0))
            finish(y: canvas.key(key, x: edge, y: lower + 14, width: full))
            return
        }
        let plot = (full - 2 * rankColumn - own - other - rangeColumn - gap) / 2
        let right = edge + rankColumn + own + plot + rangeColumn + gap
        let left = drawPanel(
            Panel(
                units: shown, x: edge, y: 12, names: own, plot: plot, numbers: "Rank", heading: heading,
                range: rangeColumn))
        let bottom = drawPanel(
            Panel(
                units: outside, x: right, y: 12, names: other, plot: plot, numbers: "Place",
                heading: outsideHeading, range: 0))
        finish(y: max(left, canvas.key(key, x: right, y: bottom + 16, width: canvas.width - edge - right)))
    }

    private mutating func finish(y: Double) { canvas.finish(notes: [notes.joined(separator: " ")], y: y) }

    /// One column of rows over an axis; the result is the lower edge.
    private mutating func drawPanel(_ panel: Panel) -> Double {
        let left = panel.x + rankColumn + panel.names
        let scale = LinearScale(over: values, from: left, to: left + panel.plot)
        let headings = TextStyle.heading.lines(
            of: panel.heading, width: rankColumn + panel.names + panel.plot, maximumLines: 3)
        let captionY = canvas.lines(headings, x: panel.x, y: panel.y, .heading) + 2
        canvas.text(panel.numbers, x: panel.x + rankColumn - 4, y: captionY, .secondary.anchored(.end))
        if panel.range > 0 {
            canvas.text("Ranks", x: scale.end + panel.range, y: captionY, .secondary.anchored(.end))
        }
        let top = captionY + 4
        let isCut = hasGap(panel.units)
        let bottom = top + panel.units.reduce(0) { $0 + names.height(of: $1) } + (isCut ? gapHeight : 0)
        let end = canvas.horizontalAxis(
            scale, top: top, bottom: bottom, title: "Score on \(main.item.subject.id) (higher is better)")
        let target = scale(main.standing.score)
        canvas.line(target, top, target, bottom, colour: Palette.vermillion, width: 0.6, dash: "2 2")
        var y = top
        for (index, unit) in panel.units.enumerated() {
            if isCut, index == panel.units.count - 1 {
                canvas.text("…", x: panel.x + rankColumn - 6, y: y + 7.5, .secondary.anchored(.end))
                y += gapHeight
            }
            drawRow(unit, x: panel.x, left: left, scale: scale, range: panel.range, top: y)
            y += names.height(of: unit)
        }
        return end
    }

    private mutating func drawRow(
        _ unit: Int, x: Double, left: Double, scale: LinearScale, range: Double, top: Double
    ) {
        let isTarget = names.isTarget(unit)
        let isMember = main.scores.isInClass[unit]
        let style = TextStyle.label.bold(isTarget)
        let lines = names.lines(of: unit)
        let height = names.height(of: unit)
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
        var mark: Mark = isTarget ? .target : isMember ? .member : .outside
        if let interval = uncertainty?.scoreInterval(of: dyad) {
            // Smaller, to let more of the interval be seen.
            mark.radius *= 0.8
            let start = scale(interval.lowerBound)
            canvas.rectangle(
                start, middle - 0.7, scale(interval.upperBound) - start, 1.4, fill: mark.stroke,
                id: "interval-\(dyad)")
        }
        if let score = main.scores.index.scores[unit] {
            canvas.mark(mark, x: scale(score), y: middle, id: "score-\(dyad)")
        }
        if range > 0, let ranks = uncertainty?.rankInterval(of: dyad) {
            canvas.text(
                rangeText(ranks), x: scale.end + range, y: first, style.anchored(.end), id: "ranks-\(dyad)")
        }
    }

    private func hasGap(_ units: [Int]) -> Bool {
        guard let last = units.last, units.count > 1, main.scores.isInClass[last] else { return false }
        return main.ranked.firstIndex(of: last) != units.count - 1
    }

    private var key: [Canvas.KeyEntry] {
        let dimensions = main.scores.dimensions.enumerated().map { index, name in
            Canvas.KeyEntry(symbol: .mark(.dimension(index)), text: name)
        }
        var entries: [Canvas.KeyEntry] = [
            .init(symbol: .mark(.target), text: "the claim's pair"),
            .init(symbol: .line(colour: Palette.vermillion, width: 0.6, dash: "2 2"), text: "its score"),
            .init(symbol: .mark(.member), text: "other pairs of the class"),
        ]
        switch uncertainty {
        case .scores:
            entries.append(
                .init(
                    symbol: .line(colour: Palette.blue, width: 1.4, dash: nil),
                    text: "\(uncertainty?.level ?? "") % interval over the sampling of years"))
        case .ranks:
            entries.append(
                .init(
                    symbol: .words("2–9", .label),
                    text: "ranks in \(uncertainty?.level ?? "") % of draws of weights"))
        case nil: break
        }
        if !outside.isEmpty {
            entries.append(.init(symbol: .mark(.outside), text: "pairs outside the class"))
        }
        return entries + dimensions
    }

    private var notes: [String] {
        var notes = assessment.notes(of: main)
        if let uncertainty { notes.append(uncertainty.note) }
        if case .scores = uncertainty {
            notes.append("Where no bar is seen, the interval is narrower than the mark.")
        }
        let left = main.ranked.count - shown.count
        if left > 0 { notes.append("\(left) other pairs of the class are not drawn.") }
        if !outside.isEmpty {
            notes.append("Place (italic): the rank that the score would have in the class.")
        }
        let leftOutside = main.outside.count - outside.count
        if leftOutside > 0 { notes.append("\(leftOutside) other pairs outside it are not drawn.") }
        return notes
    }
}
