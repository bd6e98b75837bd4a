import ClaimTesting
public import Tabular

/// A drawing with its description in words and the values that it plots.
struct Figure: Sendable {
    let title: String
    /// What it shows and what it finds, for readers who cannot see it.
    let description: String
    let canvas: Canvas
    /// Exactly the plotted values; its schema is named `figures-<name>`.
    let data: Table

    var file: ResultFile { ResultFile(name: "figures/\(canvas.name).svg", text: svg) }

    /// The drawing as SVG: no script, no style sheet, no reference outside the file.
    var svg: String {
        let name = canvas.name
        let height = canvas.height / Canvas.pointsPerMillimetre
        let root = MarkupElement(
            "svg",
            [
                ("xmlns", "http://www.w3.org/2000/svg"),
                ("width", "\(coordinate(canvas.options.width.millimetres))mm"),
                ("height", "\(coordinate(height))mm"),
                ("viewBox", "0 0 \(coordinate(canvas.width)) \(coordinate(canvas.height))"),
                ("role", "img"), ("aria-labelledby", "\(name)-title \(name)-desc"),
                ("font-family", "Helvetica, Arial, sans-serif"),
            ],
            [
                MarkupElement("title", [("id", "\(name)-title")], text: title),
                MarkupElement("desc", [("id", "\(name)-desc")], text: description),
                MarkupElement(
                    "rect",
                    [
                        ("width", coordinate(canvas.width)), ("height", coordinate(canvas.height)),
                        ("fill", canvas.value(Palette.white)),
                    ]),
            ] + canvas.elements)
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root.written()
    }

    /// The schema of a figure's values.
    static func schema(
        _ name: String, title: String, fields: [TableSchema.Field], primaryKey: [String]
    ) -> TableSchema {
        TableSchema(
            name: "\(TableSchema.figurePrefix)\(name)", title: "\(title): plotted values", fields: fields,
            primaryKey: primaryKey)
    }
}

extension TableSchema {
    static let figurePrefix = "figures-"

    /// Where a results folder holds the table: the values of a figure or of a table for papers lie beside it.
    public var pathInResults: String {
        if name.hasPrefix(Self.figurePrefix) {
            return "figures/\(name.dropFirst(Self.figurePrefix.count)).csv"
        }
        if name.hasPrefix(Self.paperPrefix) { return "tables/\(name.dropFirst(Self.paperPrefix.count)).csv" }
        return "\(name).csv"
    }
}

extension Assessment {
    /// Every figure that the assessment has data for.
    func figures(style: ReportStyle, options: FigureOptions = .standard) -> [Figure] {
        [
            rankingFigure(style: style, options: options), matrixFigure(style: style, options: options),
            profilesFigure(style: style, options: options), rankByYearFigure(style: style, options: options),
            acceptabilityFigure(style: style, options: options),
            weightsTernaryFigure(style: style, options: options),
            tippingPointFigure(style: style, options: options),
            influenceFigure(style: style, options: options),
            expectationFigure(style: style, options: options), networkFigure(style: style, options: options),
            rankConfidenceForest.flatMap { rankConfidenceFigure($0, style: style, options: options) },
        ].compactMap { $0 } + specificationCurveFigures(style: style, options: options)
    }
}
