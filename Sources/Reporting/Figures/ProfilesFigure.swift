import ClaimTesting
import DyadTables
import Dyads
import DyadicModels
import Tabular

extension Assessment {
    /// `profiles`: the dimension scores of the best pairs and the target, one panel a pair.
    func profilesFigure(style: ReportStyle, options: FigureOptions) -> Figure? {
        guard let main = MainRanking(self) else { return nil }
        return ProfilesDrawing(assessment: self, main: main, decimals: style.tableDecimals, options: options)
            .figure(style)
    }
}

private struct ProfilesDrawing {
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

    init(assessment: Assessment, main: MainRanking, decimals: Int, options: FigureOptions) {
        canvas = Canvas(name: "profiles", options: options.inTwoColumns)
        self.assessment = assessment
        self.main = main
        self.decimals = decimals
        let target = main.ranked.first { main.scores.dyads[$0] == assessment.claim.target }
        targetUnit = target
        let best = Array(main.ranked.prefix(5))
        units = best + [target].compactMap { $0 }.filter { !best.contains($0) }
        columns = min(3, units.count)
    }

    func figure(_ style: ReportStyle) -> Figure {
        var drawing = self
        drawing.draw()
        let window = assessment.label(of: main.item.window)
        let title = "Profiles of the best pairs on \(main.item.subject.id), \(window): \(style.studyTitle)"
        return Figure(
            title: title,
            description: "One panel for each of \(units.count) pairs with its score on "
                + main.scores.dimensions.joined(separator: ", ")
                + ". \(comparison) \(assessment.finding(of: main))",
            canvas: drawing.canvas, data: data(title: title))
    }

    /// How the target compares with the best rival on each dimension, in words.
    private var comparison: String {
        guard let targetUnit, let rival = main.ranked.first(where: { $0 != targetUnit }) else { return "" }
        let parts = main.scores.dimensions.indices.map { index in
            let mine = main.scores.index.dimensionScores(of: targetUnit)[index]
            let theirs = main.scores.index.dimensionScores(of: rival)[index]
            let name = main.scores.dimensions[index]
            guard let mine, let theirs else { return "\(name) not observed for both" }
            return mine > theirs
                ? "higher on \(name)" : mine < theirs ? "lower on \(name)" : "equal on \(name)"
        }
        let target = assessment.label(of: assessment.claim.target)
        return "Against \(assessment.label(of: main.scores.dyads[rival])), \(target) is "
            + parts.joined(separator: ", ") + "."
    }

    private var values: [Double] {
        units.flatMap { main.scores.index.dimensionScores(of: $0) }.compactMap { $0 }
    }

    private var names: [[String]] {
        main.scores.dimensions.map { TextStyle.label.lines(of: $0, width: 70, maximumLines: 3) }
    }

    private mutating func draw() {
        let names = names
        let nameColumn = 8 + (names.flatMap { $0 }.map(TextStyle.label.width).max() ?? 0)
        let inner = canvas.width - 2 * margin - nameColumn - gap * Double(columns - 1)
        let width = min(inner / Double(columns), 160)
        let rows = names.map { max(13, Double($0.count) * TextStyle.label.lineHeight + 3) }
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
                    lower, drawPanel(unit, left: left, width: width, top: top, rows: rows, isLast: isLast))
            }
            y = lower + 16
        }
        let end = canvas.key(key, x: margin, y: y - 4, width: canvas.width - 2 * margin)
        canvas.finish(notes: [assessment.notes(of: main).joined(separator: " ")], y: end)
    }

    private func heading(of unit: Int, width: Double) -> [String] {
        assessment.lines(
            of: main.scores.dyads[unit], .heading, width: width, maximumLines: 3,
            prefix: main.rankLabel(of: unit) + " ")
    }

    private mutating func drawBand(behind lines: [String], x: Double, y: Double) {
        let style = TextStyle.heading
        canvas.rectangle(
            x - 3, y - style.size, (lines.map(style.width).max() ?? 0) + 6,
            Double(lines.count) * style.lineHeight + 0.5, fill: Palette.shade)
    }

    private mutating func drawPanel(
        _ unit: Int, left: Double, width: Double, top: Double, rows: [Double], isLast: Bool
    ) -> Double {
        let scale = LinearScale(
            over: values + (hasZero ? [0] : []), from: left, to: left + width - valueColumn, margin: 0.06)
        let end = canvas.horizontalAxis(
            scale, top: top, bottom: top + rows.reduce(0, +), title: isLast ? axisTitle : "")
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

    /// Whether zero is the mean of the class, from which bars may start.
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

    private func data(title: String) -> Table {
        var table = Table(
            schema: Figure.schema(
                "profiles", title: title,
                fields: DyadColumns.fields + [
                    .init("rank", .integer, "Rank of the dyad in the class.", isRequired: false),
                    .init("ties", .integer, "Dyads of the class that share it.", isRequired: false),
                    .init("dimension", .string, "Dimension."),
                    .init("value", .number, "Score; empty if nothing was observed.", isRequired: false),
                ], primaryKey: ["dyad", "dimension"]))
        let scores = main.scores
        for unit in units {
            for (dimension, value) in zip(scores.dimensions, scores.index.dimensionScores(of: unit)) {
                table.append(
                    DyadColumns.cells(scores.dyads[unit], in: assessment.panel.states) + [
                        .optional(scores.classRanking.ranks[unit]),
                        .optional(scores.classRanking.tieSizes[unit]), .text(dimension), .optional(value),
                    ])
            }
        }
        return table
    }
}
