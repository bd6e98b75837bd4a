import ClaimTesting
import Dyads

/// Panels over each other on one scale of years.
struct RankByYearDrawing {
    let assessment: Assessment
    let years: ClosedRange<Int>
    let panels: [RankPanel]
    var canvas: Canvas

    let margin = 4.0
    let labelColumn: Double
    private var plotHeight = 88.0
    /// In one column pairs are named in a key on top, and sources over their bars.
    let isNarrow: Bool
    let left: Double

    init(
        assessment: Assessment, years: ClosedRange<Int>, panels: [RankPanel], options: FigureOptions
    ) {
        canvas = Canvas(name: "rank-by-year", options: options)
        self.assessment = assessment
        self.years = years
        self.panels = panels
        let names = panels.flatMap(\.indicators).map(TextStyle.label.width)
        let pairs = (panels.first?.dyads ?? []).map { dyad in
            TextStyle.label.bold(dyad == assessment.claim.target).width(of: assessment.label(of: dyad))
        }
        isNarrow = options.width == .one
        labelColumn = isNarrow ? 4 : 18 + min(max(pairs.max() ?? 0, 60), 106)
        left = 4 + (isNarrow ? 24 : max(26, min((names.max() ?? 0) + 6, 112)))
    }

    var x: LinearScale {
        LinearScale(
            domain: (Double(years.lowerBound) - 0.5)...(Double(years.upperBound) + 0.5), from: left,
            to: canvas.width - margin - labelColumn)
    }

    mutating func draw(notes: [String]) {
        var y = 12.0
        if isNarrow {
            y = canvas.key(key, x: margin, y: y - 3, width: canvas.width - 2 * margin) + 14
            plotHeight = heightOfPlots(under: y, notes: notes)
        }
        for (index, panel) in panels.enumerated() {
            let isComposite = panel.indicators.isEmpty && panels.count > 1
            let parts = assessment.plan.yearly?.dimensions.joined(separator: " and ") ?? ""
            let heading = isComposite ? "Composite of \(parts)" : capitalised(panel.subject)
            let headings = TextStyle.heading.lines(of: heading, width: x.end - margin, maximumLines: 3)
            y = canvas.lines(headings, x: margin, y: y, .heading)
            y = drawPlot(panel, number: index + 1, top: y + 5)
            y = drawSources(panel, top: y) + 18
        }
        canvas.finish(notes: notes, y: y - 18)
    }

    /// The lines of one panel with its axes; the result is the lower edge.
    private mutating func drawPlot(_ panel: RankPanel, number: Int, top: Double) -> Double {
        let bottom = top + plotHeight
        let worst = max(panel.points.map(\.rank).max() ?? 2, 2)
        let y = LinearScale(domain: 1...Double(worst), from: top + 6, to: bottom - 6)
        drawAxes(y, top: top, bottom: bottom)
        for run in panel.runs where run.years.lowerBound > years.lowerBound {
            let edge = x(Double(run.years.lowerBound) - 0.5)
            canvas.line(edge, top, edge, bottom, colour: Palette.grey, width: 0.4, dash: "1 2")
        }
        drawMissing(panel, top: top, bottom: bottom)
        for (index, dyad) in panel.dyads.enumerated() {
            drawSeries(panel.points(of: dyad), style: style(of: dyad, index), y: y, prefix: "s\(number)")
        }
        drawShared(panel, baseline: top - 4)
        if !isNarrow { drawNames(panel, y: y, top: top, bottom: bottom) }
        return bottom + 12
    }

    private mutating func drawAxes(_ y: LinearScale, top: Double, bottom: Double) {
        let worst = Int(y.domain.upperBound)
        let step = [1, 2, 5, 10, 20, 50].first { worst <= 4 * $0 + 1 } ?? 100
        let ranks = [1] + stride(from: step, through: worst, by: step).filter { $0 > 1 + step / 2 }
        for rank in ranks {
            let place = y(Double(rank))
            canvas.line(x.start, place, x.end, place, colour: Palette.shade)
            canvas.text("\(rank)", x: x.start - 4, y: place + 2.5, TextStyle.label.anchored(.end))
        }
        let (right, lift) = isNarrow ? (4.0, 9.0) : (16, 0)
        canvas.text("Rank", x: x.start - right, y: y(1) + 2.5 - lift, TextStyle.secondary.anchored(.end))
        var edge = -Double.infinity
        for year in years {
            let place = x(Double(year))
            canvas.line(place, bottom, place, bottom + 1.5, colour: Palette.black)
            let width = TextStyle.label.width(of: "\(year)")
            guard year % 5 == 0 || years.count < 8, place - width / 2 > edge else { continue }
            edge = place + width / 2 + 3
            canvas.line(place, bottom, place, bottom + 3, colour: Palette.black)
            canvas.text("\(year)", x: place, y: bottom + 10, TextStyle.label.anchored(.middle))
        }
        canvas.line(x.start, bottom, x.end, bottom, colour: Palette.black)
    }

    struct SeriesStyle {
        var mark: Mark
        var width: Double
        var dash: String?
    }

    func style(of dyad: Dyad, _ index: Int) -> SeriesStyle {
        if dyad == assessment.claim.target {
            return SeriesStyle(mark: Mark(.diamond, radius: 2.7, colour: Palette.vermillion), width: 1.8)
        }
        return switch index {
        case 0: SeriesStyle(mark: Mark(.circle, radius: 1.5, colour: Palette.blue), width: 0.9)
        case 1:
            SeriesStyle(mark: Mark(.square, radius: 1.4, colour: Palette.green), width: 0.9, dash: "4 1.5")
        default:
            SeriesStyle(mark: Mark(.triangle, radius: 1.7, colour: Palette.purple), width: 0.9, dash: "1.5 1")
        }
    }

    /// What a key, headings, axes, bars of sources and notes leave of a page of 240 mm, at most 80 points a panel.
    private func heightOfPlots(under top: Double, notes: [String]) -> Double {
        let style = TextStyle.secondary
        let lines = notes.reduce(0) { $0 + style.lines(of: $1, width: canvas.width - 8).count }
        let sources = panels.reduce(0) { $0 + $1.indicators.count }
        let room =
            240 * Canvas.pointsPerMillimetre - top - 13 - Double(lines) * style.lineHeight
            - Double(sources) * 13.5 - Double(panels.count) * 55
        return min(80, max(36, room / Double(max(panels.count, 1))))
    }

    private var key: [Canvas.KeyEntry] {
        (panels.first?.dyads ?? []).enumerated().map { index, dyad in
            let style = style(of: dyad, index)
            let name = assessment.lines(
                of: dyad, .label, width: canvas.width - 2 * margin - 16, maximumLines: 2)
            return .init(
                symbol: .series(style.mark, width: style.width, dash: style.dash),
                text: name.joined(separator: " ")
                    + (dyad == assessment.claim.target ? " (the claim's pair)" : ""))
        }
    }

    private mutating func drawSeries(
        _ points: [RankPanel.Point], style: SeriesStyle, y: LinearScale, prefix: String
    ) {
        var run: [RankPanel.Point] = []
        func joined(_ point: RankPanel.Point) -> Bool {
            run.last.map { $0.segment == point.segment && $0.year + 1 == point.year } ?? true
        }
        for point in points {
            if !joined(point) {
                drawLine(run, style: style, y: y)
                run = []
            }
            run.append(point)
        }
        drawLine(run, style: style, y: y)
        for point in points {
            var mark = style.mark
            if point.isWidelyShared { mark.fill = Palette.white }
            canvas.mark(
                mark, x: x(Double(point.year)), y: y(Double(point.rank)),
                id: "\(prefix)-\(point.dyad)-\(point.year)")
        }
    }

    private mutating func drawLine(_ points: [RankPanel.Point], style: SeriesStyle, y: LinearScale) {
        canvas.polyline(
            points.map { (x: x(Double($0.year)), y: y(Double($0.rank))) }, colour: style.mark.stroke,
            width: style.width, dash: style.dash)
    }
}
