import ClaimTesting
import Foundation
import Tabular

/// Ranks over factors, both on logarithmic scales where ranks are many.
struct TippingPointDrawing {
    let assessment: Assessment
    let curves: [TippingCurve]
    var canvas: Canvas

    private let margin = 4.0
    private var plotHeight: Double { isNarrow ? 130 : 150 }
    private var left: Double { isNarrow ? 40 : 46 }
    private var isNarrow: Bool { canvas.options.width == .one }
    private let labelColumn: Double
    private let isLong: Bool
    private let axis: TippingAxis

    init(assessment: Assessment, curves: [TippingCurve], options: FigureOptions) {
        canvas = Canvas(name: "tipping-point", options: options)
        self.assessment = assessment
        self.curves = curves
        let widths = curves.map { TextStyle.label.bold($0.isPrimary).width(of: $0.label) }
        // In one column the readings stand in a key under the plot.
        labelColumn = options.width == .one ? 8 : 20 + min(max(widths.max() ?? 0, 60), 150)
        isLong = curves.count > 6
        axis = TippingAxis(for: curves)
    }

    private var x: LinearScale {
        LinearScale(domain: 0...log10(axis.end), from: left, to: canvas.width - margin - labelColumn)
    }

    mutating func draw() {
        let headings = TextStyle.heading.lines(
            of:
                "Rank of \(assessment.label(of: assessment.claim.target)) if only its records were multiplied",
            width: canvas.width - 2 * margin, maximumLines: 3)
        let flags = curves.filter { $0.tippingFactor != nil }
            .sorted { ($0.tippingFactor ?? 0) < ($1.tippingFactor ?? 0) }
        let flagTop = canvas.lines(headings, x: margin, y: 12, .heading) + 1
        let top = flagTop + Double(flags.count) * TextStyle.label.lineHeight
        let bottom = top + plotHeight
        let worst = curves.flatMap(\.points).compactMap(\.rank).max() ?? 2
        let y = RankScale(fitting: worst, from: top + 8, to: bottom - 6)
        canvas.rankAxis(y, left: x.start, right: x.end)
        drawFactors(top: top, bottom: bottom)
        drawFlags(flags, top: flagTop, y: y, bottom: bottom)
        for (index, curve) in curves.enumerated().reversed() { drawCurve(curve, index, y: y) }
        // Over all lines, since lines that have reached rank 1 lie on one another.
        for (index, curve) in curves.enumerated().reversed() { drawTippingPoint(curve, index, y: y) }
        guard isNarrow else {
            drawNames(y: y, top: top, bottom: bottom)
            canvas.finish(notes: [notes.joined(separator: " ")], y: bottom + 20)
            return
        }
        canvas.finish(notes: [notes.joined(separator: " ")], y: drawKey(y: bottom + 32))
    }

    private mutating func drawFactors(top: Double, bottom: Double) {
        let style = TextStyle.label.anchored(.middle)
        var edge = -Double.infinity
        for factor in axis.ticks {
            let place = x(log10(factor))
            let isLabelled = axis.labels.contains(factor)
            canvas.line(place, bottom, place, bottom + (isLabelled ? 3 : 1.5), colour: Palette.black)
            guard isLabelled else { continue }
            canvas.line(place, top, place, bottom, colour: Palette.shade)
            let number = formatted(factor, significantDigits: 4)
            let half = style.width(of: number) / 2
            guard place - half > edge else { continue }
            edge = place + half + 1
            canvas.text(number, x: place, y: bottom + 10, style)
        }
        canvas.line(x.start, bottom, x.end, bottom, colour: Palette.black)
        canvas.text(
            "Factor of under-reporting", x: (x.start + x.end) / 2, y: bottom + 20, style)
    }

    /// Upright lines at the factors that make the target first, with their values over the plot: the smallest on
    /// top, so that no line meets a label.
    private mutating func drawFlags(_ flags: [TippingCurve], top: Double, y: RankScale, bottom: Double) {
        for (row, curve) in flags.enumerated() {
            guard let factor = curve.tippingFactor, let index = self.index(of: curve) else { continue }
            let place = x(log10(factor))
            let baseline = top + Double(row) * TextStyle.label.lineHeight + 3
            let colour = style(of: curve, index).colour
            canvas.line(place, baseline - 5, place, bottom, colour: colour, width: 0.6, dash: "1.5 1.5")
            let style = TextStyle.label.bold(curve.isPrimary)
            let text = "× \(formatted(factor, significantDigits: 3)) on \(curve.reading)"
            let (before, after) = (place - margin - 3, canvas.width - margin - place - 3)
            let isBefore = style.width(of: text) > after && before > after
            let lines = style.lines(of: text, width: isBefore ? before : after, maximumLines: 1)
            canvas.lines(
                lines, x: isBefore ? place - 3 : place + 3, y: baseline,
                style.anchored(isBefore ? .end : .start))
        }
    }

    private func index(of curve: TippingCurve) -> Int? {
        curves.firstIndex { $0.reading == curve.reading }
    }

    private struct LineStyle {
        var colour: Colour
        var width: Double
        var dash: String?
        /// Nil for readings that the verdict does not rest on.
        var mark: Mark?
    }

    private func style(of curve: TippingCurve, _ index: Int) -> LineStyle {
        guard curve.isPrimary else {
            let dashes = ["3 1.5", "1 1.5", "6 2", "5 1.5 1 1.5"]
            return LineStyle(
                colour: Palette.grey, width: 0.9, dash: dashes[index % dashes.count], mark: nil)
        }
        let styles: [(Mark.Shape, Colour, String?)] = [
            (.circle, Palette.blue, nil), (.square, Palette.vermillion, "5 1.5"),
            (.triangle, Palette.green, "2 1.2"), (.invertedTriangle, Palette.purple, "6 1.5 1 1.5"),
        ]
        let (shape, colour, dash) = styles[index % styles.count]
        return LineStyle(
            colour: colour, width: 1.3, dash: dash, mark: Mark(shape, radius: 1.6, colour: colour))
    }

    private mutating func drawCurve(_ curve: TippingCurve, _ index: Int, y: RankScale) {
        let style = style(of: curve, index)
        var run: [(x: Double, y: Double)] = []
        var previous = 0.0
        let points = axis.shown(curve.points)
        for point in points {
            if let factor = curve.tippingFactor, previous < factor, factor < point.factor {
                run.append((x(log10(factor)), y(1)))
            }
            previous = point.factor
            if let rank = point.rank {
                run.append((x(log10(point.factor)), y(rank)))
            } else {
                canvas.polyline(run, colour: style.colour, width: style.width, dash: style.dash)
                run = []
            }
        }
        canvas.polyline(run, colour: style.colour, width: style.width, dash: style.dash)
        for (number, point) in points.enumerated() {
            guard let rank = point.rank else { continue }
            var mark = style.mark ?? Mark(.circle, radius: 0.8, colour: style.colour)
            if point.isTied { mark.fill = Palette.white }
            canvas.mark(
                mark, x: x(log10(point.factor)), y: y(rank), id: "\(curve.reading)-\(number + 1)")
        }
    }

    private mutating func drawTippingPoint(_ curve: TippingCurve, _ index: Int, y: RankScale) {
        if let factor = curve.tippingFactor {
            var mark = Mark.target
            mark.radius = curve.isPrimary ? 3.2 : 2.2
            mark.fill = style(of: curve, index).colour
            mark.stroke = Palette.white
            canvas.mark(mark, x: x(log10(factor)), y: y(1), id: "\(curve.reading)-tipping")
        }
    }

    /// The readings beside the ends of their lines, moved apart where they would touch.
    private mutating func drawNames(y: RankScale, top: Double, bottom: Double) {
        struct Name {
            let index: Int
            let end: Double
            let lines: [String]
            var centre: Double
        }
        let size = TextStyle.label.lineHeight
        var names = curves.enumerated().compactMap { index, curve -> Name? in
            guard let rank = axis.shown(curve.points).last(where: { $0.rank != nil })?.rank else {
                return nil
            }
            let style = TextStyle.label.bold(curve.isPrimary)
            let lines = style.lines(
                of: curve.label, width: labelColumn - 20,
                maximumLines: isLong ? 1 : 2)
            return Name(index: index, end: y(rank), lines: lines, centre: y(rank))
        }
        names.sort { ($0.end, $0.index) < ($1.end, $1.index) }
        var edge = top
        for place in names.indices {
            let half = Double(names[place].lines.count) * size / 2
            names[place].centre = max(names[place].centre, edge + half)
            edge = names[place].centre + half
        }
        edge = max(bottom + 4, top + names.reduce(0) { $0 + Double($1.lines.count) * size })
        for place in names.indices.reversed() {
            let half = Double(names[place].lines.count) * size / 2
            names[place].centre = min(names[place].centre, edge - half)
            edge = names[place].centre - half
        }
        for name in names {
            let curve = curves[name.index]
            let style = style(of: curve, name.index)
            canvas.polyline(
                [(x.end + 2, name.end), (x.end + 8, name.centre)], colour: Palette.guide, width: 0.5)
            canvas.line(
                x.end + 8, name.centre, x.end + 18, name.centre, colour: style.colour, width: style.width,
                dash: style.dash)
            if let mark = style.mark { canvas.mark(mark, x: x.end + 13, y: name.centre) }
            let first = name.centre + 2.5 - Double(name.lines.count - 1) * size / 2
            canvas.lines(
                name.lines, x: x.end + 20, y: first, TextStyle.label.bold(curve.isPrimary))
        }
    }

    /// The readings under the plot, one a row; the result is the lower edge.
    private mutating func drawKey(y: Double) -> Double {
        var line = y
        for (index, curve) in curves.enumerated() {
            let style = style(of: curve, index)
            canvas.line(
                margin + 4, line - 2.5, margin + 22, line - 2.5, colour: style.colour, width: style.width,
                dash: style.dash)
            if let mark = style.mark { canvas.mark(mark, x: margin + 13, y: line - 2.5) }
            let words = TextStyle.label.bold(curve.isPrimary)
            let lines = words.lines(
                of: curve.label, width: canvas.width - 2 * margin - 26, maximumLines: 2)
            line = canvas.lines(lines, x: margin + 26, y: line, words) + 1
        }
        return line - TextStyle.label.lineHeight + 1
    }

    private var notes: [String] {
        let main = assessment.plan.windows.first.map { "; window \(assessment.label(of: $0))" } ?? ""
        let sizes = curves.compactMap {
            assessment.result($0.reading, in: assessment.mainWindow)?.standing?.classSize
        }
        var notes = [
            "N = \(sizes.max() ?? 0) \(assessment.claim.className)\(main).",
            "All counts and amounts of the pair are multiplied, statuses and shares are not, and everything is fitted "
                + "and scored again; a factor of 1 is the record.",
            "Scores: \(assessment.plan.method.words).",
            "Upright lines: the factor from which the pair is first and alone.",
        ]
        if let rest = axis.rest(of: curves) { notes.append(rest) }
        if curves.contains(where: { !$0.isPrimary }) {
            notes.append("Thin lines: readings on which the verdict does not rest.")
        }
        if curves.flatMap({ axis.shown($0.points) }).contains(where: { $0.isTied && $0.rank != nil }) {
            notes.append("Hollow: the rank is shared.")
        }
        return notes
    }
}
