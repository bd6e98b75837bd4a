import ClaimTesting
import Dyads
import DyadicModels
import Tabular

/// One panel a pair on a common scale: beside each other over two columns, over each other in one.
struct ProfilesDrawing {
    let assessment: Assessment
    let main: MainRanking
    let decimals: Int
    let units: [Int]
    let targetUnit: Int?
    var canvas: Canvas

    private let margin = 4.0
    private let gap = 14.0
    private let valueColumn = 28.0
    private let columns: Int
    private let isNarrow: Bool
    /// Of the dimensions, in lines.
    private let names: [[String]]
    /// Heights.
    private let rows: [Double]

    init(assessment: Assessment, main: MainRanking, decimals: Int, options: FigureOptions) {
        canvas = Canvas(name: "profiles", options: options)
        self.assessment = assessment
        self.main = main
        self.decimals = decimals
        let target = main.ranked.first { main.scores.dyads[$0] == assessment.claim.target }
        targetUnit = target
        isNarrow = options.width == .one
        // Panels over each other must fit on a page.
        let lines = isNarrow ? 2 : 3
        names = main.scores.dimensions.map { TextStyle.label.lines(of: $0, width: 70, maximumLines: lines) }
        rows = names.map { max(13, Double($0.count) * TextStyle.label.lineHeight + 3) }
        let panel = 2 * TextStyle.heading.lineHeight + rows.reduce(0, +) + 12
        let most = isNarrow ? min(5, max(1, Int(480 / panel) - 1)) : 5
        let best = Array(main.ranked.prefix(most))
        units = best + [target].compactMap { $0 }.filter { !best.contains($0) }
        columns = isNarrow ? 1 : min(3, units.count)
    }

    private var values: [Double] {
        units.flatMap { main.scores.index.dimensionScores(of: $0) }.compactMap { $0 }
    }

    mutating func draw() {
        let nameColumn = 8 + (names.flatMap { $0 }.map(TextStyle.label.width).max() ?? 0)
        let inner = canvas.width - 2 * margin - nameColumn - gap * Double(columns - 1)
        let width = isNarrow ? inner : min(inner / Double(columns), 160)
        var y = 12.0
        for start in stride(from: 0, to: units.count, by: columns) {
            let group = Array(units[start..<min(start + columns, units.count)])
            let headings = group.map { heading(of: $0, width: width) }
            let headingHeight =
                Double(headings.map(\.count).max() ?? 1) * TextStyle.heading.lineHeight
            let top = y + headingHeight - 5
            let bottom = top + rows.reduce(0, +)
            let isLast = start + columns >= units.count
            var centre = top
            for (lines, height) in zip(names, rows) {
                let first =
                    centre + height / 2 + 2.5 - Double(lines.count - 1) * TextStyle.label.lineHeight / 2
                canvas.lines(lines, x: margin, y: first)
                centre += height
            }
            var lower = bottom
            for (index, unit) in group.enumerated() {
                let left = margin + nameColumn + Double(index) * (width + gap)
                if unit == targetUnit { drawBand(behind: headings[index], x: left, y: y) }
                canvas.lines(headings[index], x: left, y: y, .heading)
                lower = max(
                    lower, drawPanel(unit, left: left, width: width, top: top, isLast: isLast))
            }
            y = lower + (isNarrow && !isLast ? 13 : 16)
        }
        let end = canvas.key(key, x: margin, y: y - 4, width: canvas.width - 2 * margin)
        canvas.finish(notes: [assessment.notes(of: main).joined(separator: " ")], y: end)
    }

    private func heading(of unit: Int, width: Double) -> [String] {
        assessment.lines(
            of: main.scores.dyads[unit], .heading, width: width, maximumLines: isNarrow ? 2 : 3,
            prefix: main.rankLabel(of: unit) + " ")
    }

    private mutating func drawBand(behind lines: [String], x: Double, y: Double) {
        let style = TextStyle.heading
        canvas.rectangle(
            x - 3, y - style.size, (lines.map(style.width).max() ?? 0) + 6,
            Double(lines.count) * style.lineHeight + 0.5, fill: Palette.shade)
    }

    private mutating func drawPanel(
        _ unit: Int, left: Double, width: Double, top: Double, isLast: Bool
    ) -> Double {
        let scale = LinearScale(
            over: values + (hasZero ? [0] : []), from: left, to: left + width - valueColumn, margin: 0.06)
        let end = canvas.horizontalAxis(
            scale, top: top, bottom: top + rows.reduce(0, +), title: isLast ? axisTitle : "",
            isLabelled: isLast || !isNarrow)
        let dyad = main.scores.dyads[unit]
        var mark = unit == targetUnit ? Mark.target : Mark.member
        mark.radius *= 1.1
        var y = top
        for (index, height) in rows.enumerated() {
            let middle = y + height / 2
            y += height
            let style = TextStyle.label.anchored(.end).bold(unit == targetUnit)
            let value = main.scores.index.dimensionScores(of: unit)[index]
            if let value, hasZero {
                canvas.line(scale(0), middle, scale(value), middle, colour: mark.stroke, width: 1.2)
            }
            if let targetUnit, unit != targetUnit,
                let targetValue = main.scores.index.dimensionScores(of: targetUnit)[index]
            {
                canvas.mark(Self.reference, x: scale(targetValue), y: middle)
            }
            if let value { canvas.mark(mark, x: scale(value), y: middle, id: "d\(index + 1)-\(dyad)") }
            let number = value.map { withMinusSign(formatted($0, decimals: decimals)) }
            canvas.text(number ?? "none", x: left + width, y: middle + 2.5, style)
        }
        return end
    }

    /// The target's value in the panel of another pair.
    private static let reference = Mark(.diamond, radius: 3.4, colour: Palette.vermillion, isHollow: true)

    /// Whether zero is on the axis, and lines begin there: elsewhere their lengths would mean nothing.
    private var hasZero: Bool {
        guard let lowest = values.min(), let highest = values.max() else { return false }
        return isCentred || lowest < highest / 2
    }

    private var isCentred: Bool { assessment.plan.method.normalisation == .zScore }

    private var axisTitle: String {
        isCentred ? "Score (0: mean of the class)" : "Score (higher is better)"
    }

    private var key: [Canvas.KeyEntry] {
        [
            .init(symbol: .mark(.target), text: "the claim's pair"),
            .init(symbol: .mark(.member), text: "the pair of the panel"),
            .init(symbol: .mark(Self.reference), text: "the claim's pair, for comparison"),
        ]
    }
}
