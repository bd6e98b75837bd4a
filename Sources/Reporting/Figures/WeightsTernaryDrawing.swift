import ClaimTesting
import Dyads
import Foundation
import Tabular

/// The triangle of weights with its regions, and the names of the pairs beside it.
struct WeightsTernaryDrawing {
    let assessment: Assessment
    let map: WeightMap
    var canvas: Canvas

    private let margin = 4.0
    private var isNarrow: Bool { canvas.options.width == .one }
    private var side: Double { isNarrow ? 146 : 240 }
    private var left: Double { isNarrow ? (canvas.width - side) / 2 : 72 }
    private var keyGap: Double { isNarrow ? left : 60 }
    private var height: Double { side * 0.75.squareRoot() }

    init(assessment: Assessment, map: WeightMap, options: FigureOptions) {
        canvas = Canvas(name: "weights-ternary", options: options)
        self.assessment = assessment
        self.map = map
    }

    mutating func draw() {
        let style = TextStyle.heading
        let headings = style.lines(
            of: "Who is first on \(map.reading) under which weights of its dimensions",
            width: canvas.width - 2 * margin, maximumLines: 3)
        var y = canvas.lines(headings, x: margin, y: 12, style) + 4
        let corner = cornerLines(map.dimensions[0], width: 2 * left + side - 2 * margin)
        y = canvas.lines(corner, x: left + side / 2, y: y, TextStyle.label.bold().anchored(.middle))
        let top = y - 3
        drawRegions(top: top)
        drawGuides(top: top)
        drawOutlines(top: top)
        drawDeclared(top: top)
        drawCodes(top: top)
        y = top + height + 22
        var lower = y
        for (dimension, x) in zip(map.dimensions.dropFirst(), [left, left + side]) {
            let lines = cornerLines(dimension, width: 2 * (keyGap - margin))
            lower = max(lower, canvas.lines(lines, x: x, y: y, TextStyle.label.bold().anchored(.middle)))
        }
        // Beside the triangle, or in one column under it.
        let end = isNarrow ? drawKey(x: margin, y: lower + 8) : drawKey(x: left + side + keyGap, y: top + 8)
        canvas.finish(notes: [notes.joined(separator: " ")], y: max(lower - 6, end))
    }

    private func cornerLines(_ dimension: String, width: Double) -> [String] {
        TextStyle.label.bold().lines(of: "All weight on \(dimension)", width: width, maximumLines: 3)
    }

    // The first dimension's corner is on top, the second's on the left, the third's on the right.
    private func place(_ weights: [Double], top: Double) -> (x: Double, y: Double) {
        (left + side * (weights[0] / 2 + weights[2]), top + height * (1 - weights[0]))
    }

    private func outline(of region: WeightRegions.Region, top: Double) -> [(x: Double, y: Double)] {
        region.corners.map { place($0, top: top) }
    }

    private func path(_ points: [(x: Double, y: Double)]) -> String {
        points.enumerated().map { "\($0 == 0 ? "M" : "L")\(coordinate($1.x)) \(coordinate($1.y))" }.joined()
            + "Z"
    }

    private func fill(of place: Int) -> Colour { Palette.areas[place % Palette.areas.count] }

    private mutating func drawRegions(top: Double) {
        for (index, region) in map.regions.enumerated() {
            let name = region.units.first.map { "\(map.scores.dyads[$0])" } ?? ""
            canvas.shape(
                path(outline(of: region, top: top)), fill: fill(of: index), stroke: Palette.black,
                strokeWidth: 0.6, id: "first-\(name)")
        }
    }

    /// Lines of equal weight and their labels: each dimension's on the edge that leads up to its corner.
    private mutating func drawGuides(top: Double) {
        for percent in [25, 50, 75] {
            let share = Double(percent) / 100
            for dimension in 0..<3 {
                // From one edge to the other, on both of which the weight is the same.
                var (start, end) = ([0.0, 0, 0], [0.0, 0, 0])
                start[dimension] = share
                end[dimension] = share
                start[(dimension + 1) % 3] = 1 - share
                end[(dimension + 2) % 3] = 1 - share
                let (from, to) = (place(start, top: top), place(end, top: top))
                canvas.line(
                    from.x, from.y, to.x, to.y, colour: Palette.text, width: 0.35, dash: "1 2.5")
                let style = TextStyle.secondary
                switch dimension {
                case 0: canvas.text("\(percent)", x: from.x - 4, y: from.y + 2.5, style.anchored(.end))
                case 1: canvas.text("\(percent)", x: from.x, y: from.y + 9.5, style.anchored(.middle))
                default: canvas.text("\(percent)", x: from.x + 4, y: from.y + 2.5, style)
                }
            }
        }
    }

    private mutating func drawOutlines(top: Double) {
        for region in map.regions where map.isTarget(region, assessment) {
            let path = path(outline(of: region, top: top))
            canvas.shape(path, fill: .none, stroke: Palette.white, strokeWidth: 3.4)
            canvas.shape(path, fill: .none, stroke: Palette.vermillion, strokeWidth: 1.8)
        }
    }

    private static let declaredMark: Mark = {
        var mark = Mark(.circle, radius: 3.2, colour: Palette.black)
        mark.stroke = Palette.white
        mark.strokeWidth = 1
        return mark
    }()

    private mutating func drawDeclared(top: Double) {
        let point = place(map.declared, top: top)
        canvas.mark(Self.declaredMark, x: point.x, y: point.y, id: "declared")
    }

    /// Codes inside the regions that have room for them; the others at the end of a line on the right.
    private mutating func drawCodes(top: Double) {
        let style = TextStyle.label.anchored(.middle)
        let avoided = place(map.declared, top: top)
        var outside: [(code: String, point: (x: Double, y: Double), style: TextStyle)] = []
        for (index, region) in map.regions.enumerated() {
            let own = style.bold(map.isTarget(region, assessment))
            let code = map.code(of: region)
            let room = RoomInPolygon(outline(of: region, top: top), avoiding: avoided)
            if let point = room.place(width: own.width(of: code) + 1, height: own.lineHeight) {
                let width = own.width(of: code) + 2
                canvas.rectangle(
                    point.x - width / 2, point.y - own.lineHeight / 2, width, own.lineHeight,
                    fill: fill(of: index))
                canvas.text(code, x: point.x, y: point.y + 2.5, own)
            } else {
                outside.append((code, room.middle, own.anchored(.start)))
            }
        }
        // Clear of the numbers at the edges.
        let ticks = [0.25, 0.5, 0.75].map { top + height * $0 }
        for isLeft in [true, false] {
            let own = outside.filter { ($0.point.x < left + side / 2) == isLeft }
                .sorted { $0.point.y < $1.point.y }
            var edge = top + 10
            for item in own {
                var y = max(item.point.y, edge)
                if let tick = ticks.first(where: { abs(y - $0) < 6 }) { y = tick + 6.5 }
                edge = y + style.lineHeight
                if y < top + height {
                    drawLeader(item.code, item.style, from: item.point, y: y, top: top, isLeft: isLeft)
                }
            }
        }
    }

    /// A line from a region to its code beyond the edge and the numbers there.
    private mutating func drawLeader(
        _ code: String, _ style: TextStyle, from point: (x: Double, y: Double), y: Double, top: Double,
        isLeft: Bool
    ) {
        let half = (y - top) / height * side / 2
        let end = left + side / 2 + (isLeft ? -half - 20 : half + 20)
        let room = isLeft ? end - 4 : left + side + keyGap - 8 - end
        guard room > 12 else { return }
        canvas.line(point.x, point.y, end, y, colour: Palette.black, width: 0.5)
        let text = style.lines(of: code, width: room, maximumLines: 1)
        canvas.lines(
            text, x: end + (isLeft ? -2 : 2), y: y + 2.5, style.anchored(isLeft ? .end : .start))
    }

    /// What each region is, from the largest; the result is the lower edge.
    private mutating func drawKey(x: Double, y: Double) -> Double {
        let width = canvas.width - margin - x
        let style = TextStyle.label
        var line = y
        let heading = style.bold().lines(of: "First, and share of the area", width: width)
        line = canvas.lines(heading, x: x, y: line, style.bold()) + 3
        for (index, region) in map.regions.enumerated() {
            let isTarget = map.isTarget(region, assessment)
            canvas.rectangle(x, line - 6, 10, 8, fill: fill(of: index), stroke: Palette.black)
            if isTarget {
                canvas.frame(x, line - 6, 10, 8, colour: Palette.vermillion, width: 1.5)
            }
            let names = region.units.map { assessment.label(of: map.scores.dyads[$0]) }
            let share = "\(map.percent(of: region)) %"
            let own = style.bold(isTarget)
            canvas.text(share, x: x + width, y: line, own.anchored(.end))
            let codes = own.lines(
                of: map.code(of: region), width: width - 20 - own.width(of: share), maximumLines: 2)
            line = canvas.lines(codes, x: x + 15, y: line, own)
            let text = own.lines(
                of: names.joined(separator: " and "), width: width - 15, maximumLines: isNarrow ? 2 : 4)
            line = canvas.lines(text, x: x + 15, y: line, own) + 4
        }
        let weights = zip(map.dimensions, map.declared).map {
            "\($0) \(formatted(100 * $1, decimals: 0))"
        }
        var entries: [Canvas.KeyEntry] = [
            .init(
                symbol: .mark(Self.declaredMark),
                text: "weights of the study, in %: \(weights.joined(separator: ", "))")
        ]
        if map.regions.contains(where: { map.isTarget($0, assessment) }) {
            entries.append(.init(symbol: .frame, text: "the claim's pair"))
        }
        return canvas.key(entries, x: x, y: line + 4, width: width)
    }

    private var notes: [String] {
        var notes = [
            "N = \(map.members) \(assessment.claim.className); window \(assessment.label(of: map.window)).",
            "Numbers: the weight, in %, of \(map.dimensions[0]) on the left edge, of \(map.dimensions[1]) on the "
                + "lower, of \(map.dimensions[2]) on the right; dotted lines join equal weights. Weights inside "
                + "dimensions are those of the study.",
            "Scores: \(assessment.plan.method.words); across dimensions they are \(map.isGeometric ? "geometric" : "arithmetic") means of the dimensions' scores; regions "
                + "are exact.",
        ]
        if !map.regions.contains(where: { map.isTarget($0, assessment) }) {
            let target = assessment.label(of: assessment.claim.target)
            notes.append("\(target) is first under no weights of the dimensions.")
        }
        if map.incomplete > 0 {
            notes.append("\(map.incomplete) pairs without a score on all three take no part.")
        }
        return notes
    }
}
