import ClaimTesting
import Dyads
import Tabular

/// Small panels in a grid, each on its own logarithmic scales over a strip for zeros.
struct ExpectationDrawing {
    let assessment: Assessment
    let panels: [ExpectationPanel]
    /// Indicators for which there is no room.
    let undrawn: Int
    var canvas: Canvas

    private let margin = 4.0
    private let titleColumn = 11.0
    private let numberColumn = 25.0
    private let cellGap = 6.0
    private let strip = 9.0
    private let stripGap = 3.0

    init(assessment: Assessment, panels: [ExpectationPanel], undrawn: Int, options: FigureOptions) {
        canvas = Canvas(name: "expectation", options: options)
        self.assessment = assessment
        self.panels = panels
        self.undrawn = undrawn
    }

    private var isNarrow: Bool { canvas.options.width == .one }
    private var columns: Int { min(panels.count, isNarrow ? 2 : 4) }
    /// As high as a page allows.
    private var plotHeight: Double {
        let rows = Double((panels.count + columns - 1) / columns)
        return min(max((isNarrow ? 510 : 560) / rows - 52, 32), isNarrow ? 60 : 78)
    }

    private var cellWidth: Double {
        (canvas.width - 2 * margin - titleColumn) / Double(columns) - cellGap
    }

    mutating func draw() {
        let headings = TextStyle.heading.lines(
            of: "Observed against what a gravity equation expects", width: canvas.width - 2 * margin,
            maximumLines: 3)
        var y = canvas.lines(headings, x: margin, y: 12, .heading) - 1
        y = canvas.key(key, x: margin, y: y, width: canvas.width - 2 * margin) + 10
        let top = y
        for start in stride(from: 0, to: panels.count, by: columns) {
            let row = Array(panels[start..<min(start + columns, panels.count)])
            let names = row.map { panel in
                TextStyle.label.bold().lines(of: panel.indicator, width: cellWidth, maximumLines: 2)
            }
            let lines = names.map(\.count).max() ?? 1
            let plotTop = y + Double(lines + 1) * TextStyle.label.lineHeight - 3
            for (column, panel) in row.enumerated() {
                let x = margin + titleColumn + Double(column) * (cellWidth + cellGap)
                let next = canvas.lines(names[column], x: x, y: y, TextStyle.label.bold())
                let words = TextStyle.secondary.lines(
                    of: standing(of: panel), width: cellWidth, maximumLines: 1)
                canvas.lines(words, x: x, y: next, .secondary)
                drawPlot(panel, number: start + column + 1, x: x, top: plotTop)
            }
            y = plotTop + plotHeight + stripGap + strip + 24
        }
        let bottom = y - 3
        let style = TextStyle.label.anchored(.middle)
        canvas.text(
            "Expected", x: margin + titleColumn + (canvas.width - margin - titleColumn) / 2, y: bottom, style)
        canvas.text("Observed", x: margin + 6, y: (top + bottom) / 2, style, isVertical: true)
        canvas.finish(notes: [notes.joined(separator: " ")], y: bottom + 2)
    }

    /// The target's place in a panel: `× 2.1 (0.9–4.8), rank 12`.
    private func standing(of panel: ExpectationPanel) -> String {
        guard let target = panel.target else { return "no value" }
        func short(_ value: Double) -> String { formatted(value, significantDigits: 2) }
        let interval = target.interval.map { " (\(short($0.lowerBound))–\(short($0.upperBound)))" } ?? ""
        return "× \(short(target.ratio))\(interval), rank \(target.rank)"
    }

    private mutating func drawPlot(_ panel: ExpectationPanel, number: Int, x: Double, top: Double) {
        let bottom = top + plotHeight
        let across = LogarithmicScale(
            over: panel.points.map(\.expected), from: x + numberColumn, to: x + cellWidth)
        let up = LogarithmicScale(over: panel.points.map(\.observed), from: bottom, to: top + 2)
        let hasZeros = panel.points.contains { $0.observed == 0 }
        let floor = hasZeros ? bottom + stripGap + strip : bottom
        drawAxes(across, up, floor: floor, hasZeros: hasZeros)
        let low = max(across.domain.lowerBound, up.domain.lowerBound)
        let high = min(across.domain.upperBound, up.domain.upperBound)
        if low < high {
            canvas.line(across(low), up(low), across(high), up(high), colour: Palette.black, width: 0.6)
        }
        func place(_ point: ExpectationPanel.Point) -> (x: Double, y: Double) {
            (across(point.expected), point.observed > 0 ? up(point.observed) : floor - strip / 2)
        }
        let target = assessment.claim.target
        for point in panel.points.filter({ $0.dyad != target }) + panel.points.filter({ $0.dyad == target }) {
            let (x, y) = place(point)
            canvas.mark(
                point.dyad == target ? Self.target : point.isMember ? Self.member : Self.outside, x: x, y: y,
                id: "p\(number)-\(point.dyad)")
        }
        var placement = LabelPlacement(
            in: .init(left: across.start, top: top - 2, right: x + cellWidth + 2, bottom: floor),
            taken: panel.points.filter { $0.dyad == target }.map {
                .init(around: place($0), width: 2 * Self.target.radius, height: 2 * Self.target.radius)
            },
            lines: panel.points.map {
                .init(points: [place($0), place($0)], width: 2 * Self.member.radius, cost: 3)
            })
        for dyad in panel.labelled {
            guard let point = panel.points.first(where: { $0.dyad == dyad }) else { continue }
            drawName(dyad, at: place(point), &placement)
        }
    }

    private static let member: Mark = {
        var mark = Mark(.circle, radius: 1.4, colour: Palette.blue, isHollow: true)
        mark.strokeWidth = 0.6
        return mark
    }()

    private static let outside: Mark = {
        var mark = Mark(.square, radius: 1.2, colour: Palette.black, isHollow: true)
        mark.strokeWidth = 0.5
        return mark
    }()

    private static let target: Mark = {
        var mark = Mark.target
        mark.radius = 2.8
        return mark
    }()

    private mutating func drawName(
        _ dyad: Dyad, at point: (x: Double, y: Double), _ placement: inout LabelPlacement
    ) {
        let style = TextStyle.label.bold(dyad == assessment.claim.target)
        let text = "\(dyad)"
        guard
            let place = placement.place(
                width: style.width(of: text), height: style.size + 0.6, at: point, radius: Self.target.radius)
        else { return }
        let box = place.box
        if place.isFar {
            let end = box.nearest(to: point)
            canvas.line(
                point.x, point.y, end.x, end.y,
                colour: Palette.grey, width: 0.4)
        }
        canvas.text(text, x: box.middle.x, y: box.bottom - 2, style.anchored(.middle))
    }

    private mutating func drawAxes(
        _ across: LogarithmicScale, _ up: LogarithmicScale, floor: Double, hasZeros: Bool
    ) {
        let (top, bottom) = (up.end, up.start)
        let middle = TextStyle.label.anchored(.middle)
        var edge = -Double.infinity
        for tick in across.ticks {
            let x = across(tick.value)
            canvas.line(x, top, x, floor, colour: Palette.shade)
            let half = middle.width(of: tick.label) / 2
            guard x - half > edge, x + half < across.end + cellGap else { continue }
            edge = x + half + 2
            canvas.line(x, floor, x, floor + 2, colour: Palette.black)
            canvas.text(tick.label, x: x, y: floor + 9, middle)
        }
        canvas.line(across.start, floor, across.end, floor, colour: Palette.black)
        canvas.line(across.start, top, across.start, bottom, colour: Palette.black)
        let end = TextStyle.label.anchored(.end)
        edge = hasZeros ? floor - strip / 2 - end.size : .infinity
        for tick in up.ticks {
            let y = up(tick.value)
            canvas.line(across.start, y, across.end, y, colour: Palette.shade)
            guard y + 3 < edge, end.width(of: tick.label) < numberColumn - 2 else { continue }
            edge = y - 4
            canvas.line(across.start - 2, y, across.start, y, colour: Palette.black)
            canvas.text(tick.label, x: across.start - 3.5, y: y + 2.5, end)
        }
        guard hasZeros else { return }
        canvas.rectangle(across.start, floor - strip, across.end - across.start, strip, fill: Palette.shade)
        canvas.text("0", x: across.start - 3.5, y: floor - strip / 2 + 2.5, end)
    }

    private var key: [Canvas.KeyEntry] {
        var entries: [Canvas.KeyEntry] = [
            .init(symbol: .mark(Self.target), text: "the claim's pair"),
            .init(symbol: .mark(Self.member), text: "other pairs of the class"),
        ]
        if panels.flatMap(\.points).contains(where: { !$0.isMember }) {
            entries.append(.init(symbol: .mark(Self.outside), text: "pairs outside the class"))
        }
        entries.append(
            .init(symbol: .line(colour: Palette.black, width: 0.6, dash: nil), text: "observed = expected"))
        if panels.flatMap(\.points).contains(where: { $0.observed == 0 }) {
            entries.append(.init(symbol: .area(Palette.shade), text: "nothing observed"))
        }
        return entries
    }

    private var notes: [String] {
        let sizes = panels.map(\.members)
        let (least, most) = (sizes.min() ?? 0, sizes.max() ?? 0)
        let window = assessment.plan.windows.first.map { "; window \(assessment.label(of: $0))" } ?? ""
        var notes = [
            "N = \(least == most ? "\(most)" : "\(least) to \(most)") \(assessment.claim.className)\(window).",
            "Expected: fitted by Poisson pseudo-maximum likelihood on the class, by the states' GDPs and populations, "
                + "distance, borders by land and water, and years; coefficients: gravity.csv.",
            "×: the claim's pair, observed over expected, with the 95 % interval that the equation's uncertainty "
                + "leaves, and its rank in the class by it.",
            "Named besides: the pairs of the class that are furthest above.",
        ]
        if undrawn > 0 { notes.append("\(undrawn) more indicators: expectations.csv.") }
        let drawn = panels.map(\.points.count).max() ?? 0
        if drawn >= ExpectationPanel.mostPoints / 2, most > drawn {
            notes.append("Of the pairs every n-th by expectation is drawn, \(grouped(drawn)) at most.")
        }
        return notes
    }
}
