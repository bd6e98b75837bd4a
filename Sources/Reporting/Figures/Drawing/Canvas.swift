/// A drawing surface in points, on which later things lie over earlier ones.
struct Canvas: Sendable {
    static let pointsPerMillimetre = 72 / 25.4
    /// No figure should be higher: 240 mm, a page of a journal.
    static let pageHeight = 240 * pointsPerMillimetre

    /// Prefix of every id, so that several figures may stand in one page.
    let name: String
    let options: FigureOptions
    /// Set once everything above is drawn.
    var height = 0.0
    private(set) var elements: [MarkupElement] = []

    init(name: String, options: FigureOptions) {
        self.name = name
        self.options = options
    }

    var width: Double { options.width.millimetres * Self.pointsPerMillimetre }

    func value(_ colour: Colour) -> String { colour.value(in: options.variant) }

    mutating func line(
        _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, colour: Colour = Palette.guide,
        width: Double = 0.5, dash: String? = nil
    ) {
        elements.append(
            MarkupElement(
                "line",
                [
                    ("x1", coordinate(x1)), ("y1", coordinate(y1)), ("x2", coordinate(x2)),
                    ("y2", coordinate(y2)), ("stroke", value(colour)), ("stroke-width", coordinate(width)),
                ] + (dash.map { [("stroke-dasharray", $0)] } ?? [])))
    }

    mutating func polyline(
        _ points: [(x: Double, y: Double)], colour: Colour, width: Double, dash: String? = nil
    ) {
        guard points.count > 1 else { return }
        let list = points.map { "\(coordinate($0.x)),\(coordinate($0.y))" }.joined(separator: " ")
        elements.append(
            MarkupElement(
                "polyline",
                [
                    ("points", list), ("fill", "none"), ("stroke", value(colour)),
                    ("stroke-width", coordinate(width)), ("stroke-linejoin", "round"),
                ] + (dash.map { [("stroke-dasharray", $0)] } ?? [])))
    }

    mutating func rectangle(
        _ x: Double, _ y: Double, _ width: Double, _ height: Double, fill: Colour, stroke: Colour? = nil,
        strokeWidth: Double = 0.5, id: String? = nil
    ) {
        elements.append(
            MarkupElement(
                "rect",
                identified(id) + [
                    ("x", coordinate(x)), ("y", coordinate(y)), ("width", coordinate(width)),
                    ("height", coordinate(height)), ("fill", value(fill)),
                ] + (stroke.map { [("stroke", value($0)), ("stroke-width", coordinate(strokeWidth))] } ?? []))
        )
    }

    /// The outline of a rectangle.
    mutating func frame(
        _ x: Double, _ y: Double, _ width: Double, _ height: Double, colour: Colour, width stroke: Double
    ) {
        rectangle(x, y, width, height, fill: .none, stroke: colour, strokeWidth: stroke)
    }

    /// A rectangle filled with slanted lines, which stands for "nothing observed".
    ///
    /// Drawn line by line: patterns are lost by some programs that import SVG.
    mutating func hatching(_ x: Double, _ y: Double, _ width: Double, _ height: Double, spacing: Double = 4) {
        rectangle(x, y, width, height, fill: Palette.white, stroke: Palette.guide)
        var path = ""
        var offset = x + y + spacing
        while offset < x + y + width + height - 0.01 {
            let left = max(x, offset - y - height)
            let right = min(x + width, offset - y)
            path += "M\(coordinate(left)) \(coordinate(offset - left))"
            path += "L\(coordinate(right)) \(coordinate(offset - right))"
            offset += spacing
        }
        guard !path.isEmpty else { return }
        elements.append(
            MarkupElement(
                "path",
                [("d", path), ("fill", "none"), ("stroke", value(Palette.guide)), ("stroke-width", "0.6")]))
    }

    /// A closed shape in the letters of SVG paths.
    mutating func shape(
        _ path: String, fill: Colour, stroke: Colour? = nil, strokeWidth: Double = 0.5, id: String? = nil
    ) {
        guard !path.isEmpty else { return }
        let outline = stroke.map { [("stroke", value($0)), ("stroke-width", coordinate(strokeWidth))] } ?? []
        elements.append(
            MarkupElement(
                "path",
                identified(id) + [("d", path), ("fill", value(fill))] + outline
                    + (stroke == nil ? [] : [("stroke-linejoin", "round")])))
    }

    /// One line of text on the baseline `y`.
    mutating func text(
        _ text: String, x: Double, y: Double, _ style: TextStyle = .label, isVertical: Bool = false,
        id: String? = nil
    ) {
        guard !text.isEmpty else { return }
        var attributes =
            identified(id) + [
                ("x", coordinate(x)), ("y", coordinate(y)), ("font-size", coordinate(style.size)),
            ]
        if style.isBold { attributes.append(("font-weight", "bold")) }
        if style.isItalic { attributes.append(("font-style", "italic")) }
        if style.anchor != .start { attributes.append(("text-anchor", style.anchor.rawValue)) }
        attributes.append(("fill", value(style.colour)))
        if isVertical { attributes.append(("transform", "rotate(-90 \(coordinate(x)) \(coordinate(y)))")) }
        elements.append(MarkupElement("text", attributes, text: text))
    }

    /// Lines of text; the first baseline is `y`, and the result is where the next one would be.
    @discardableResult
    mutating func lines(_ lines: [String], x: Double, y: Double, _ style: TextStyle = .label) -> Double {
        for (index, line) in lines.enumerated() {
            text(line, x: x, y: y + Double(index) * style.lineHeight, style)
        }
        return y + Double(lines.count) * style.lineHeight
    }

    mutating func mark(_ mark: Mark, x: Double, y: Double, id: String? = nil) {
        elements.append(mark.element(x: x, y: y, in: options.variant, attributes: identified(id)))
    }

    private func identified(_ id: String?) -> [(String, String)] {
        id.map { [("id", "\(name)-\($0)")] } ?? []
    }
}
