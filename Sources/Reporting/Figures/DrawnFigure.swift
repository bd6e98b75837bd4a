public import ClaimTesting
public import Tabular

/// A figure as it leaves the module: the drawing, the values that it plots, and what it says in words.
public struct DrawnFigure: Sendable {
    /// `ranking`, for example; the same in every width and variant.
    public let name: String
    public let title: String
    /// What it shows and finds, for readers who cannot see it.
    public let description: String
    /// The name of its files without an extension: `ranking`, or `ranking-one-column-print`.
    public let fileName: String
    /// The drawing as SVG, in UTF-8.
    public let svg: [UInt8]
    /// Exactly the plotted values.
    public let data: Table

    init(_ figure: Figure) {
        name = figure.canvas.name
        title = figure.title
        description = figure.description
        fileName = figure.canvas.name + figure.canvas.options.suffix
        svg = Array(figure.svg.utf8)
        data = figure.data
    }
}

/// Every figure that an assessment has data for, drawn for a column width and a kind of print.
public func drawnFigures(
    of assessment: Assessment, style: ReportStyle, options: FigureOptions
) -> [DrawnFigure] {
    assessment.figures(style: style, options: options).map { DrawnFigure($0) }
}
