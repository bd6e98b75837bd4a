import Tabular

/// A table of names and columns of text for a terminal of a given width.
struct TextTable {
    struct Column {
        let heading: String
        /// One a name.
        let cells: [String]
    }

    let names: [String]
    let columns: [Column]

    /// The rows under a line of headings. What does not fit side by side follows in further blocks; names and cells are
    /// cut where they leave no room for the other.
    func lines(width: Int) -> [String] {
        let widest = names.map(\.count).max() ?? 0
        let cellLimit = width / 2
        let widths = columns.map { column in
            min(cellLimit, max(6, ([column.heading] + column.cells).map(\.count).max() ?? 0) + 2)
        }
        let nameWidth = min(max(12, widest + 2), max(width - widths.reduce(0, +), width / 2))
        var lines: [String] = []
        var start = 0
        while start < columns.count {
            var end = start + 1
            while end < columns.count, nameWidth + widths[start...end].reduce(0, +) <= width { end += 1 }
            let block = start..<end
            if start > 0 { lines.append("") }
            lines.append(line("", block.map { columns[$0].heading }, nameWidth, widths[block]))
            for (row, name) in names.enumerated() {
                lines.append(line(name, block.map { columns[$0].cells[row] }, nameWidth, widths[block]))
            }
            start = end
        }
        return lines
    }

    private func line(_ name: String, _ cells: [String], _ nameWidth: Int, _ widths: ArraySlice<Int>)
        -> String
    {
        zip([name] + cells, [nameWidth] + widths).map { text, width in
            let cut = text.shortened(to: width - 2)
            return cut + String(repeating: " ", count: width - cut.count)
        }.joined().trimmingTrailingSpaces
    }
}
