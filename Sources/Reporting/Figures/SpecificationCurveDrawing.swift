import ClaimTesting
import Tabular

/// The curve of ranks over the matrix of choices, column by column.
struct SpecificationCurveDrawing {
    let assessment: Assessment
    let content: SpecificationCurve
    var canvas: Canvas

    private let margin = 4.0
    /// In one column a choice stands over its options, not beside them.
    private var choiceColumn: Double { isNarrow ? 0 : 66 }
    private let optionColumn: Double
    private var plotHeight: Double { isNarrow ? 86 : 120 }
    private var isNarrow: Bool { canvas.options.width == .one }
    private let rowHeight = 8.8
    private let choiceGap = 4.0
    private var left: Double { margin + choiceColumn + optionColumn }
    private var right: Double { canvas.width - margin - 6 }

    init(assessment: Assessment, content: SpecificationCurve, options: FigureOptions) {
        self.assessment = assessment
        self.content = content
        canvas = Canvas(name: content.name, options: options)
        let widths = content.varying.flatMap(\.choice.options).map {
            TextStyle.label.bold().width(of: Self.words($0))
        }
        optionColumn = min(max(widths.max() ?? 0, 40) + 6, options.width == .one ? 132 : 136)
    }

    /// Per cent of the specifications.
    private var scale: LinearScale { LinearScale(domain: 0...100, from: left, to: right) }

    /// Where so many specifications end.
    private func edge(_ specifications: Double) -> Double {
        scale(100 * specifications / Double(max(content.columns.count, 1)))
    }

    /// The left edge of a column, or the right edge of the last.
    private func edge(ofColumn column: Int) -> Double {
        edge(Double(min(column * content.columns.size, content.columns.count)))
    }

    mutating func draw() {
        let count = grouped(content.columns.count)
        let heading =
            "Rank of \(assessment.label(of: assessment.claim.target)) on \(content.multiverse.reading) under "
            + "\(count) specifications: first in \(content.first)"
        let headings = TextStyle.heading.lines(of: heading, width: right - margin, maximumLines: 4)
        let top = canvas.lines(headings, x: margin, y: 12, .heading) - 1
        let bottom = top + plotHeight
        let y = RankScale(fitting: content.worst, from: top + 6, to: bottom - 5)
        canvas.rankAxis(y, left: left, right: right)
        _ = canvas.horizontalAxis(scale, top: top, bottom: bottom, title: "")
        drawCurve(y, top: top, bottom: bottom)
        let words = TextStyle.secondary.lines(
            of: "Share of the specifications, %", width: isNarrow ? left - margin - 8 : .infinity)
        canvas.lines(words, x: left - 8, y: bottom + 9.5, TextStyle.secondary.anchored(.end))
        var lower = bottom + 18 + Double(words.count - 1) * TextStyle.secondary.lineHeight
        for item in content.varying {
            lower = drawChoice(item, top: lower) + choiceGap
        }
        let marks = canvas.key(key, x: margin, y: lower + 6, width: right - margin)
        let end = canvas.key(shades, x: margin, y: marks + 6, width: right - margin)
        canvas.finish(notes: [notes.joined(separator: " ")], y: end)
    }

    private static let usualMark: Mark = {
        var mark = Mark.target
        mark.stroke = Palette.white
        mark.radius = 4
        return mark
    }()

    private mutating func drawCurve(_ y: RankScale, top: Double, bottom: Double) {
        let median = y(content.multiverse.medianRank ?? 1)
        canvas.line(left, median, right, median, colour: Palette.blue, width: 0.9, dash: "5 2")
        var points: [(x: Double, y: Double)] = []
        for (index, column) in content.columns.columns.enumerated() {
            points.append((edge(ofColumn: index), y(column.ranks.lowerBound)))
            points.append((edge(ofColumn: index + 1), y(column.ranks.upperBound)))
        }
        canvas.polyline(points, colour: Palette.black, width: 1.4)
        if let usual = content.usual {
            canvas.mark(
                Self.usualMark, x: edge(Double(usual.place) + 0.5), y: y(usual.rank), id: "default")
        }
    }

    /// The rows of one choice; the result is the lower edge.
    private mutating func drawChoice(_ item: SpecificationCurve.Varying, top: Double) -> Double {
        canvas.line(margin, top - choiceGap / 2, right, top - choiceGap / 2, colour: Palette.guide)
        canvas.text(item.choice.id.title, x: margin, y: top + 6.6, .label.bold())
        var y = isNarrow ? top + rowHeight : top
        for code in item.codes {
            let option = item.choice.options[code]
            let style = TextStyle.label.bold(code == 0 && content.usual != nil)
            let lines = style.lines(of: Self.words(option), width: optionColumn - 6, maximumLines: 1)
            canvas.lines(lines, x: left - 4, y: y + 6.6, style.anchored(.end))
            drawShares(
                content.columns.columns.map { $0.shares[item.place][code] }, top: y + 0.9,
                height: rowHeight - 1.8,
                id: "c\(item.place + 1)-o\(code + 1)")
            y += rowHeight
        }
        return y
    }

    /// One path a class of shares, a rectangle for each run of columns in the class.
    private mutating func drawShares(_ shares: [Double], top: Double, height: Double, id: String) {
        let shades = shares.map(SpecificationColumns.shade)
        for (shade, colour) in Palette.greys.enumerated() {
            var path = ""
            var start = 0
            while start < shades.count {
                var end = start + 1
                while end < shades.count, shades[end] == shades[start] { end += 1 }
                if shades[start] == shade {
                    let (from, to) = (coordinate(edge(ofColumn: start)), coordinate(edge(ofColumn: end)))
                    path += "M\(from) \(coordinate(top))H\(to)V\(coordinate(top + height))H\(from)Z"
                }
                start = end
            }
            canvas.shape(path, fill: colour, id: "\(id)-s\(shade + 1)")
        }
    }

    /// An option as it is printed: `without gdelt-contact-days`.
    private static func words(_ option: String) -> String {
        option.hasPrefix("without-") ? "without " + option.dropFirst(8) : option
    }

    private var key: [Canvas.KeyEntry] {
        var entries: [Canvas.KeyEntry] = []
        if let usual = content.usual {
            entries.append(
                .init(
                    symbol: .mark(Self.usualMark), text: "the study's own specification: rank \(usual.rank)"))
        }
        entries.append(
            .init(
                symbol: .line(colour: Palette.blue, width: 0.9, dash: "5 2"),
                text: "median rank: \(content.median)"))
        return entries
    }

    private var shades: [Canvas.KeyEntry] {
        guard content.columns.size > 1 else {
            return [.init(symbol: .area(Palette.black), text: "the specification has the option")]
        }
        return zip(SpecificationColumns.classes, Palette.greys).map { limit, colour in
            let end = formatted(100 * limit, decimals: 0)
            let isFirst = limit == SpecificationColumns.classes.first
            return .init(
                symbol: .area(colour),
                text: isFirst ? "up to \(end) % of a column's specifications" : "to \(end) %")
        } + [.init(symbol: .area(Palette.white), text: "none")]
    }

    private var notes: [String] {
        let multiverse = content.multiverse
        let size = multiverse.rows.map(\.classSize).max() ?? 0
        let columns = content.columns
        let binned =
            columns.size > 1
            ? "They stand in \(columns.columns.count) columns of \(columns.size); darkness is the share of a column that "
                + "has an option." : "Each column is one specification."
        let hasWindows = content.varying.contains { $0.choice.id == .window }
        let window = assessment.plan.windows.first.map { "Window \(assessment.label(of: $0))." } ?? ""
        var notes = [
            "N = up to \(size) \(assessment.claim.className). Distinct admissible specifications of "
                + "\(grouped(multiverse.combinations)) combinations, sorted by rank and, inside a rank, by the margin to "
                + "the best rival.", hasWindows ? "The window is one of the choices." : window, binned,
        ]
        if content.usual != nil { notes.append("Bold: the study's own choices.") }
        notes.append("Shares of specifications are no probabilities.")
        return notes
    }
}
