import ClaimTesting
import Dyads
import Foundation
import Tabular

/// A map of states and the links between them.
struct NetworkDrawing {
    let assessment: Assessment
    let main: MainRanking
    let network: StrongestPairs
    var canvas: Canvas

    /// States that are named by their codes, because there is no room for more.
    private var coded: [StateCode] = []
    private let margin = 4.0
    private let radius = 2.6
    private let widest = 4.6
    private let thinnest = 0.6
    private let scores: ClosedRange<Double>
    private let projection: MapProjection?

    private typealias Point = (x: Double, y: Double)

    init(assessment: Assessment, main: MainRanking, network: StrongestPairs, options: FigureOptions) {
        canvas = Canvas(name: "network", options: options)
        self.assessment = assessment
        self.main = main
        self.network = network
        let values = network.links.map(\.score)
        scores = (values.min() ?? 0)...(values.max() ?? 0)
        projection = network.locations.flatMap(MapProjection.init)
    }

    private var isNarrow: Bool { canvas.options.width == .one }

    /// Points; straight in the score, from the lowest to the highest that is drawn.
    private func width(of score: Double) -> Double {
        let span = scores.upperBound - scores.lowerBound
        guard span > 0 else { return (thinnest + widest) / 2 }
        return thinnest + (widest - thinnest) * (score - scores.lowerBound) / span
    }

    mutating func draw() {
        let headings = TextStyle.heading.lines(
            of: "The \(network.links.count) strongest pairs on \(main.item.subject.id)",
            width: canvas.width - 2 * margin, maximumLines: 3)
        var y = canvas.lines(headings, x: margin, y: 12, .heading) - 1
        y = canvas.key(key, x: margin, y: y, width: canvas.width - 2 * margin) + 6
        let inset = isNarrow ? (x: 40.0, y: 16.0) : (x: 62, y: 18)
        let width = canvas.width - 2 * (margin + inset.x)
        let frame = NodeLayout.Frame(
            left: margin + inset.x, top: y + inset.y, width: width, height: height(of: width))
        let nodes = places(in: frame)
        let bottom = frame.top + frame.height + inset.y
        drawMap(
            nodes,
            in: .init(left: margin, top: y, right: canvas.width - margin, bottom: bottom))
        canvas.finish(notes: [notes.joined(separator: " ")], y: bottom)
    }

    /// As high as the map is at this width, between bounds that leave room for links and for the page.
    private func height(of width: Double) -> Double {
        let bounds = isNarrow ? (120.0, 190.0) : (170.0, 300.0)
        guard let projection, let locations = network.locations else { return bounds.1 }
        let points = locations.map { projection($0) }
        let (xs, ys) = (points.map(\.x), points.map(\.y))
        let span = (x: (xs.max() ?? 0) - (xs.min() ?? 0), y: (ys.max() ?? 0) - (ys.min() ?? 0))
        return min(max(width * span.y / max(span.x, 1e-9), bounds.0), bounds.1)
    }

    private func places(in frame: NodeLayout.Frame) -> [Point] {
        guard let projection, let locations = network.locations else {
            return NodeLayout.ellipse(network.states.count, in: frame)
        }
        let fitted = NodeLayout.fitted(locations.map { projection($0) }, in: frame)
        return NodeLayout.separated(fitted, by: isNarrow ? 13 : 17, in: frame)
    }

    private struct Curve {
        let link: StrongestPairs.Link
        let start, control, end: Point

        func point(_ t: Double) -> Point {
            let (a, b, c) = ((1 - t) * (1 - t), 2 * t * (1 - t), t * t)
            return (a * start.x + b * control.x + c * end.x, a * start.y + b * control.y + c * end.y)
        }

        var points: [Point] { (0...16).map { point(Double($0) / 16) } }

        var path: String {
            "M\(coordinate(start.x)) \(coordinate(start.y))Q\(coordinate(control.x)) \(coordinate(control.y)) "
                + "\(coordinate(end.x)) \(coordinate(end.y))"
        }
    }

    /// A link bent as little as it takes to pass the other states at a distance.
    private func curve(_ link: StrongestPairs.Link, _ nodes: [Point]) -> Curve? {
        guard let first = network.states.firstIndex(of: link.dyad.first),
            let second = network.states.firstIndex(of: link.dyad.second)
        else { return nil }
        let (start, end) = (nodes[first], nodes[second])
        let others = nodes.indices.filter { $0 != first && $0 != second }.map { nodes[$0] }
        let clearance = radius + width(of: link.score) / 2 + 2
        var best: (cost: Double, curve: Curve)?
        for bend in [0, 0.08, -0.08, 0.16, -0.16, 0.26, -0.26, 0.38, -0.38] {
            let control = (
                (start.x + end.x) / 2 - bend * (end.y - start.y),
                (start.y + end.y) / 2 + bend * (end.x - start.x)
            )
            let curve = Curve(link: link, start: start, control: control, end: end)
            let points = (0...40).map { curve.point(Double($0) / 40) }
            let hits = others.count { other in
                points.contains { hypot($0.x - other.x, $0.y - other.y) < clearance }
            }
            let cost = Double(hits) + abs(bend)
            if cost < best?.cost ?? .infinity { best = (cost, curve) }
        }
        return best?.curve
    }

    private mutating func drawMap(_ nodes: [Point], in bounds: LabelPlacement.Box) {
        // The strongest, and the target, lie over the others.
        let curves = network.links.compactMap { curve($0, nodes) }
            .sorted {
                ($0.link.isTarget ? 1 : 0, $0.link.score, $1.link.dyad) < (
                    $1.link.isTarget ? 1 : 0, $1.link.score, $0.link.dyad
                )
            }
        for curve in curves {
            let width = width(of: curve.link.score)
            canvas.shape(
                curve.path, fill: .none, stroke: curve.link.isTarget ? Palette.vermillion : Palette.blue,
                strokeWidth: width, id: "link-\(curve.link.dyad)")
        }
        var taken = nodes.map {
            LabelPlacement.Box(around: $0, width: 2 * radius + 2, height: 2 * radius + 2)
        }
        let target = curves.last { $0.link.isTarget }
        if let target {
            let size = 2 * Mark.target.radius + 2
            taken.append(.init(around: target.point(0.5), width: size, height: size))
        }
        var placement = LabelPlacement(
            in: bounds, taken: taken,
            lines: curves.map { .init(points: $0.points, width: width(of: $0.link.score)) })
        if let target { annotate(target, &placement) }
        drawStates(nodes, &placement)
        for (state, node) in zip(network.states, nodes) {
            var mark = Mark(.circle, radius: radius, colour: Palette.black)
            if !assessment.claim.target.includes(state) { mark.fill = Palette.white }
            canvas.mark(mark, x: node.x, y: node.y, id: "state-\(state)")
        }
    }

    /// The target's mark on its link, and its rank beside it.
    private mutating func annotate(_ target: Curve, _ placement: inout LabelPlacement) {
        let middle = target.point(0.5)
        var mark = Mark.target
        mark.stroke = Palette.white
        mark.radius = 4
        let style = TextStyle.label.bold()
        let text = "rank \(rankLabel(target.link.rank, ties: target.link.ties))"
        let size = style.width(of: text) + 2
        if let place = placement.place(
            width: size, height: style.lineHeight, at: middle, radius: mark.radius)
        {
            drawLabel([text], style, place, from: middle)
        }
        canvas.mark(mark, x: middle.x, y: middle.y, id: "target")
    }

    /// Names beside the states; codes where a name finds no room.
    private mutating func drawStates(_ nodes: [Point], _ placement: inout LabelPlacement) {
        // Those in the thick of it first: they have the least room.
        let order = nodes.indices.sorted { a, b in
            let (first, second) = (
                network.degree(of: network.states[a]), network.degree(of: network.states[b])
            )
            return first != second ? first > second : a < b
        }
        for index in order {
            let state = network.states[index]
            let style = TextStyle.label.bold(assessment.claim.target.includes(state))
            let code = [state.text]
            let name = lines(of: state, style)
            for lines in [name, code] {
                let width = (lines.map(style.width).max() ?? 0) + 2
                let height = Double(lines.count) * style.lineHeight
                guard
                    let place = placement.place(
                        width: width, height: height, at: nodes[index], radius: radius)
                else { continue }
                drawLabel(lines, style, place, from: nodes[index])
                if lines == code { coded.append(state) }
                break
            }
        }
    }

    /// The name in at most two lines; a name that is cut ends with its code.
    private func lines(of state: StateCode, _ style: TextStyle) -> [String] {
        let room = isNarrow ? 58.0 : 84
        let name = assessment.panel.states[state]?.name ?? state.text
        let whole = style.lines(of: name, width: room)
        if whole.count < 3 { return whole }
        let tail = " (\(state))"
        return [style.lines(of: name, width: room - style.width(of: tail), maximumLines: 1).joined() + tail]
    }

    private mutating func drawLabel(
        _ lines: [String], _ style: TextStyle, _ place: LabelPlacement.Place, from point: Point
    ) {
        let box = place.box
        if place.isFar {
            let end = box.nearest(to: point)
            canvas.line(point.x, point.y, end.x, end.y, colour: Palette.grey)
        }
        canvas.rectangle(
            box.left, box.top + 0.8, box.right - box.left, box.bottom - box.top - 1.2, fill: Palette.white)
        canvas.lines(
            lines, x: box.middle.x, y: box.top + style.size * 0.92, style.anchored(.middle))
    }

    private var key: [Canvas.KeyEntry] {
        var mark = Mark.target
        mark.radius = 4
        mark.stroke = Palette.white
        let (low, high) = (scores.lowerBound, scores.upperBound)
        let samples = low < high ? [high, (low + high) / 2, low] : [high]
        return [.init(symbol: .mark(mark), text: "the claim's pair")]
            + samples.enumerated().map { place, score in
                .init(
                    symbol: .line(colour: Palette.blue, width: width(of: score), dash: nil),
                    text: (place == 0 ? "score " : "") + withMinusSign(formatted(score, decimals: 2)))
            }
    }

    private var notes: [String] {
        var notes = assessment.notes(of: main)
        if let projection {
            let parallel = formatted(abs(projection.standardParallel), decimals: 0)
            let half = projection.standardParallel < 0 ? "S" : "N"
            notes.append(
                "States stand where their capitals lie (equidistant cylindrical projection, standard parallel "
                    + "\(parallel)° \(half), north on top), moved apart where they would touch.")
        } else {
            notes.append("States stand on an oval in the order of their codes, because no places are known.")
        }
        notes.append("Links are bent to pass other states; widths are straight in the score.")
        if !coded.isEmpty {
            let names = coded.sorted().map { "\($0) \(assessment.panel.states[$0]?.name ?? "")" }
            notes.append("Codes: \(names.joined(separator: ", ")).")
        }
        if !network.isTargetStrong {
            notes.append("The claim's pair is drawn besides, though it is not among the strongest.")
        }
        let left = main.ranked.count - network.links.count
        if left > 0 { notes.append("\(left) other pairs of the class are not drawn.") }
        let others = network.others.map { assessment.panel.states[$0]?.name ?? $0.text }
        if (1...12).contains(others.count) {
            notes.append("States in none of the drawn pairs: \(others.joined(separator: ", ")).")
        } else if !others.isEmpty {
            notes.append("\(others.count) states are in none of the drawn pairs.")
        }
        if !main.outside.isEmpty {
            notes.append("Pairs with \(assessment.excludedNames) are outside the class and not drawn.")
        }
        return notes
    }
}
