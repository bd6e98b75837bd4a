/// A plotted point: its shape says what it is, its colour says it again.
struct Mark: Equatable {
    enum Shape: CaseIterable { case circle, diamond, square, triangle, plus, cross, invertedTriangle, bar }

    var shape: Shape
    var radius = 2.4
    /// Nil for a hollow mark.
    var fill: Colour?
    var stroke: Colour
    var strokeWidth = 0.8

    init(_ shape: Shape, radius: Double = 2.4, colour: Colour, isHollow: Bool = false) {
        self.shape = shape
        self.radius = radius
        fill = isHollow ? Palette.white : colour
        stroke = colour
    }

    /// The target of the claim, in every figure.
    static let target = Mark(.diamond, radius: 3.4, colour: Palette.vermillion)
    /// A pair of the reference class.
    static let member = Mark(.circle, colour: Palette.blue)
    /// A pair outside the class.
    static let outside = Mark(.square, radius: 2.1, colour: Palette.black, isHollow: true)

    /// Small marks for the dimensions, in order; they repeat after the sixth.
    static func dimension(_ index: Int) -> Mark {
        let shapes: [Shape] = [.triangle, .plus, .cross, .invertedTriangle, .bar, .square]
        var mark = Mark(
            shapes[index % shapes.count], radius: 1.8, colour: Palette.grey, isHollow: true)
        mark.strokeWidth = 0.7
        return mark
    }

    func element(
        x: Double, y: Double, in variant: FigureOptions.Variant, attributes: [(String, String)]
    ) -> MarkupElement {
        let paint = [
            ("fill", (fill ?? .none).value(in: variant)), ("stroke", stroke.value(in: variant)),
            ("stroke-width", coordinate(strokeWidth)),
        ]
        if shape == .circle {
            return MarkupElement(
                "circle",
                attributes + [("cx", coordinate(x)), ("cy", coordinate(y)), ("r", coordinate(radius))] + paint
            )
        }
        let place = [("transform", "translate(\(coordinate(x)) \(coordinate(y)))"), ("d", outline)]
        return MarkupElement("path", attributes + place + paint)
    }

    /// The outline around the origin.
    private var outline: String {
        let r = coordinate(radius)
        let high = coordinate(radius * 0.75)
        return switch shape {
        case .circle: ""
        case .diamond: "M0 -\(r)L\(r) 0L0 \(r)L-\(r) 0Z"
        case .square: "M-\(r) -\(r)H\(r)V\(r)H-\(r)Z"
        case .triangle: "M0 -\(r)L\(r) \(high)H-\(r)Z"
        case .invertedTriangle: "M0 \(r)L\(r) -\(high)H-\(r)Z"
        case .plus: "M-\(r) 0H\(r)M0 -\(r)V\(r)"
        case .cross: "M-\(r) -\(r)L\(r) \(r)M-\(r) \(r)L\(r) -\(r)"
        case .bar: "M0 -\(r)V\(r)"
        }
    }
}
