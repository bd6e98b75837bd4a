extension PaperTable {
    /// A `<table>` that keeps its look when it is pasted into a text processor: every style is in its cell, rules are
    /// those of booktabs, and there is no script.
    public var html: String {
        let places = printed
        let last = rows.count - 1
        var number = 0
        var lines = [
            "<table style=\"border-collapse:collapse;font-family:'Times New Roman',Times,serif;font-size:10pt;color:#000\">",
            "<caption style=\"caption-side:top;text-align:left;padding:0 0 4pt 0\">\(xmlEscaped(caption))</caption>",
            "<thead>", "<tr>",
        ]
        for place in places {
            let style = style(
                columns[place], rules: "border-top:1.5pt solid #000;border-bottom:0.75pt solid #000")
            lines.append(
                "<th scope=\"col\" style=\"\(style);vertical-align:bottom\">\(xmlEscaped(columns[place].heading))</th>"
            )
        }
        lines += ["</tr>", "</thead>"]
        for section in sections {
            lines.append("<tbody>")
            if let title = section.title {
                lines.append(
                    "<tr><th scope=\"rowgroup\" colspan=\"\(places.count)\" style=\"padding:6pt 6pt 1pt 6pt;text-align:left;font-weight:normal;font-style:italic\">\(xmlEscaped(title))</th></tr>"
                )
            }
            for row in section.rows {
                let rules = number == last ? "border-bottom:1.5pt solid #000" : ""
                lines.append("<tr>" + places.map { cell(row, $0, rules: rules) }.joined() + "</tr>")
                number += 1
            }
            lines.append("</tbody>")
        }
        var below = notes.map(xmlEscaped)
        if !sources.isEmpty {
            below.append("Sources (keys of references.bib): \(xmlEscaped(sourceList)).")
        }
        if !below.isEmpty {
            lines += [
                "<tfoot>",
                "<tr><td colspan=\"\(places.count)\" style=\"padding:4pt 6pt;text-align:left;font-size:9pt\">\(below.joined(separator: " "))</td></tr>",
                "</tfoot>",
            ]
        }
        lines.append("</table>")
        return lines.joined(separator: "\n") + "\n"
    }

    /// The same as a page of its own.
    public var htmlPage: String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(xmlEscaped(caption))</title>
        </head>
        <body>
        \(html)</body>
        </html>

        """
    }

    private func cell(_ row: Row, _ place: Int, rules: String) -> String {
        let column = columns[place]
        var style = style(column, rules: rules)
        if row.followsGap { style += ";padding-top:8pt" }
        var text = xmlEscaped(text(row, place))
        if row.cells[place].isNumber { text = aligned(text, in: row, place) }
        guard column.isName else { return "<td style=\"\(style)\">\(text)</td>" }
        style += row.isEmphasised ? ";font-weight:bold" : ";font-weight:normal"
        return "<th scope=\"row\" style=\"\(style)\">\(text)</th>"
    }

    /// A number with a proper minus sign, and with as much room after it as the decimals that other rows have more.
    private func aligned(_ text: String, in row: Row, _ place: Int) -> String {
        let decimals = decimals(row, place)
        let most = rows.filter { $0.cells[place].isNumber }.map { self.decimals($0, place) }.max() ?? decimals
        let point = decimals == 0 && most > 0 ? "\u{2008}" : ""
        return withMinusSign(text) + point
            + String(repeating: "\u{2007}", count: most - decimals)
    }

    private func style(_ column: Column, rules: String) -> String {
        let alignment = column.kind == .text ? "left" : "right"
        let place = "padding:1pt 6pt;text-align:\(alignment);vertical-align:top"
        let wrapping = column.kind == .text ? "" : ";white-space:nowrap"
        return place + wrapping + (rules.isEmpty ? "" : ";\(rules)")
    }
}
