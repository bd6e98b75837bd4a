import Diagnostics
import Tabular

/// Ranks of pairs on two sides.
public struct SlopePairs: Sendable {
    public struct Pair: Sendable {
        public let name: String
        /// Nil for a pair without a rank on that side.
        public let first: Int?
        public let second: Int?
        public let isTarget: Bool

        public init(name: String, first: Int?, second: Int?, isTarget: Bool) {
            (self.name, self.first, self.second, self.isTarget) = (name, first, second, isTarget)
        }
    }

    public let subject: String
    public let window: String
    /// What the sides are called.
    public let names: (first: String, second: String)
    public let pairs: [Pair]
    /// How many of the best of either side are drawn, beside the targets.
    public let top: Int

    public init(
        subject: String, window: String, names: (first: String, second: String), top: Int, pairs: [Pair]
    ) {
        (self.subject, self.window, self.names, self.top, self.pairs) = (subject, window, names, top, pairs)
    }
}

/// `slope.svg` and `slope.csv`: the ranks of two results folders side by side; nothing without a pair on both sides.
public func slopeFigureFiles(_ pairs: SlopePairs) -> [ResultFile] {
    guard let figure = SlopeDrawing(pairs)?.figure(), let bytes = try? figure.data.csv(significantDigits: 8)
    else { return [] }
    return [
        ResultFile(name: "slope.svg", text: figure.svg), ResultFile(name: "slope.csv", bytes: bytes),
    ]
}

private struct SlopeDrawing {
    let pairs: SlopePairs
    /// Pairs in the order of each side; every pair that is drawn stands on both, one row each, so that no label meets
    /// another.
    let left: [SlopePairs.Pair]
    let right: [SlopePairs.Pair]
    var canvas = Canvas(name: "slope", options: .standard)

    private let margin = 4.0
    private let rowHeight = 10.5
    private let widestName = 110.0
    /// Room for a rank, or for "none".
    private let rankColumn = 31.0

    init?(_ pairs: SlopePairs) {
        func best(_ rank: (SlopePairs.Pair) -> Int?) -> Set<String> {
            Set(pairs.pairs.filter { (rank($0) ?? .max) <= pairs.top }.map(\.name))
        }
        let shown = best(\.first).union(best(\.second))
        let drawn = pairs.pairs.filter { shown.contains($0.name) || $0.isTarget }
        guard drawn.contains(where: { $0.first != nil && $0.second != nil }) else { return nil }
        func sorted(_ rank: (SlopePairs.Pair) -> Int?) -> [SlopePairs.Pair] {
            drawn.sorted { (rank($0) ?? .max, $0.name) < (rank($1) ?? .max, $1.name) }
        }
        self.pairs = pairs
        (left, right) = (sorted(\.first), sorted(\.second))
    }

    func figure() -> Figure {
        var drawing = self
        drawing.draw()
        let title =
            "Ranks on \(pairs.subject), \(pairs.window): \(pairs.names.first) and \(pairs.names.second)"
        let moved = left.count { $0.first != $0.second }
        let targets = left.filter(\.isTarget).map {
            "\($0.name): \(label($0.first)) in \(pairs.names.first), \(label($0.second)) in \(pairs.names.second)."
        }
        return Figure(
            title: title,
            description:
                "Slope figure of \(left.count) pairs, of which \(moved) have another rank on the other side. "
                + targets.joined(separator: " "),
            canvas: drawing.canvas, data: data(title: title))
    }

    private mutating func draw() {
        let style = TextStyle.label
        let widths = left.map { style.bold($0.isTarget).width(of: $0.name) }
        let column = min(widestName, widths.max() ?? 0) + rankColumn + 2
        let (x1, x2) = (margin + column, canvas.width - margin - column)
        let headings = TextStyle.heading.lines(
            of: "Rank on \(pairs.subject), \(pairs.window)", width: canvas.width - 2 * margin, maximumLines: 2
        )
        var y = canvas.lines(headings, x: margin, y: 12, .heading) + 2
        // Less than half of the width: fonts that stand in for Helvetica are wider.
        let room = (canvas.width / 2 - margin) * 0.8
        for (name, x, anchor) in [
            (pairs.names.first, margin, TextStyle.Anchor.start),
            (pairs.names.second, canvas.width - margin, .end),
        ] {
            let words = style.lines(of: name, width: room, maximumLines: 1)
            canvas.lines(words, x: x, y: y, TextStyle.secondary.anchored(anchor))
        }
        y += 6
        let top = y
        func row(_ place: Int) -> Double { top + (Double(place) + 0.5) * rowHeight }
        let placeOnRight = Dictionary(
            right.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
        let order = left.enumerated().sorted { !$0.element.isTarget && $1.element.isTarget }
        for (place, pair) in order {
            guard pair.first != nil, pair.second != nil, let other = placeOnRight[pair.name] else { continue }
            let moved = pair.first != pair.second
            canvas.line(
                x1, row(place), x2, row(other),
                colour: pair.isTarget ? Palette.vermillion : moved ? Palette.blue : Palette.guide,
                width: pair.isTarget ? 1.6 : 0.7, dash: pair.isTarget || moved ? nil : "2 2")
        }
        for (place, pair) in left.enumerated() {
            label(pair, pair.first, x: x1, y: row(place), outward: -1, style)
        }
        for (place, pair) in right.enumerated() {
            label(pair, pair.second, x: x2, y: row(place), outward: 1, style)
        }
        let bottom = top + Double(left.count) * rowHeight
        let lower = canvas.key(key, x: margin, y: bottom + 12, width: canvas.width - 2 * margin)
        canvas.finish(notes: [notes.joined(separator: " ")], y: lower)
    }

    /// The rank beside the line's end and the name outside it.
    private mutating func label(
        _ pair: SlopePairs.Pair, _ rank: Int?, x: Double, y: Double, outward: Double, _ style: TextStyle
    ) {
        let bold = style.bold(pair.isTarget)
        let anchor: TextStyle.Anchor = outward < 0 ? .end : .start
        if rank != nil { canvas.mark(pair.isTarget ? .target : .member, x: x, y: y) }
        canvas.text(label(rank), x: x + outward * 5, y: y + 2.5, bold.anchored(anchor))
        canvas.lines(
            bold.lines(of: pair.name, width: widestName, maximumLines: 1), x: x + outward * rankColumn,
            y: y + 2.5,
            bold.anchored(anchor))
    }

    private func label(_ rank: Int?) -> String { rank.map(String.init) ?? "none" }

    private var key: [Canvas.KeyEntry] {
        [
            .init(symbol: .line(colour: Palette.vermillion, width: 1.6, dash: nil), text: "the claim's pair"),
            .init(symbol: .line(colour: Palette.blue, width: 0.7, dash: nil), text: "another rank"),
            .init(symbol: .line(colour: Palette.guide, width: 0.7, dash: "2 2"), text: "the same rank"),
        ]
    }

    private var notes: [String] {
        let left = pairs.pairs.count - self.left.count
        var notes = [
            "The \(pairs.top) best pairs of either side and the claim's pair; rows are in the order of ranks and not to scale."
        ]
        if self.left.contains(where: { $0.first == nil || $0.second == nil }) {
            notes.append("none: the pair has no rank on that side.")
        }
        if left > 0 { notes.append("\(left) other pairs are not drawn.") }
        return notes
    }

    private func data(title: String) -> Table {
        var table = Table(
            schema: Figure.schema(
                "slope", title: title,
                fields: [
                    .init("pair", .string, "The pair."),
                    .init("rank_first", .integer, "Rank in the first folder.", isRequired: false),
                    .init("rank_second", .integer, "Rank in the second folder.", isRequired: false),
                    .init("is_target", .integer, "1 for a pair of a claim."),
                ], primaryKey: ["pair"]))
        for pair in left {
            table.append([
                .text(pair.name), .optional(pair.first), .optional(pair.second), pair.isTarget.cell,
            ])
        }
        return table
    }
}
