extension PaperTable {
    /// The table in Markdown with pipes (GitHub's, also read by pandoc), its notes below.
    public var markdown: String {
        let places = printed
        func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
        var lines = ["**\(markdownEscaped(caption))**", ""]
        lines.append(line(places.map { markdownEscaped(columns[$0].heading) }))
        lines.append(line(places.map { columns[$0].kind == .text ? ":---" : "---:" }))
        for section in sections {
            if let title = section.title {
                lines.append(
                    line(["*\(markdownEscaped(title))*"] + Array(repeating: "", count: places.count - 1)))
            }
            for row in section.rows {
                lines.append(
                    line(
                        places.map { place in
                            let text = markdownEscaped(text(row, place))
                            return row.isEmphasised && columns[place].isName ? "**\(text)**" : text
                        }))
            }
        }
        lines.append("")
        lines += notes.map(markdownEscaped)
        if !sources.isEmpty { lines += ["", "Sources (keys of references.bib): \(sourceList)."] }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The keys of the sources in a row.
    var sourceList: String { sources.joined(separator: ", ") }
}

/// Text that Markdown takes for nothing but text.
func markdownEscaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
        switch scalar {
        case "\\", "`", "*", "_", "[", "]", "<", "|", "~", "$", "&": result += "\\\(scalar)"
        case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += " "
        default: result.unicodeScalars.append(scalar)
        }
    }
}
