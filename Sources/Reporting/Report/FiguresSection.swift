import Tabular

extension Report {
    /// Every figure with its caption; the drawing's own description is the caption, so that nobody hears it twice.
    var figuresSection: Section? {
        guard !figures.isEmpty else { return nil }
        return Section(
            id: "figures", title: "Figures",
            content: figures.enumerated().map { place, figure in
                let name = figure.canvas.name
                return .tag(
                    "figure", [("id", "figure-\(identifier(name))")],
                    [
                        .tag(
                            "div",
                            [
                                ("class", "scroll drawing"), ("role", "region"), ("tabindex", "0"),
                                ("aria-label", "Figure \(place + 1)"),
                            ],
                            [.element(figure.inPage)]),
                        .tag(
                            "figcaption", [("id", "\(name)-caption")],
                            [
                                .tag("strong", [], ["Figure \(place + 1). \(shortTitle(of: figure))."]), " ",
                                .text(figure.description), " ",
                                .tag("span", class: "files", ["(\(figure.data.schema.pathInResults))"]),
                            ]),
                    ])
            })
    }

    /// The title without the study's, which heads the page.
    private func shortTitle(of figure: Figure) -> String {
        let end = ": \(style.studyTitle)"
        return figure.title.hasSuffix(end) ? String(figure.title.dropLast(end.count)) : figure.title
    }
}

extension Figure {
    /// The drawing for a page that gives it its ground, its size and its description.
    var inPage: MarkupElement {
        let (width, height) = (coordinate(canvas.width), coordinate(canvas.height))
        return MarkupElement(
            "svg",
            [
                ("viewBox", "0 0 \(width) \(height)"), ("width", width), ("height", height), ("role", "img"),
                ("aria-labelledby", "\(canvas.name)-title"), ("aria-describedby", "\(canvas.name)-caption"),
                ("font-family", "Helvetica, Arial, sans-serif"),
            ], [MarkupElement("title", [("id", "\(canvas.name)-title")], text: title)] + canvas.elements)
    }
}
