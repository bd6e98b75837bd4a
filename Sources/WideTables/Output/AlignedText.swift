/// Rows of cells as text: columns as wide as their widest cell, two spaces between, no space at the end of a line.
///
/// - Parameter rightAligned: which columns hold numbers.
func alignedText(_ rows: [[String]], rightAligned: [Bool]) -> String {
    let widths = rightAligned.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
        var line = ""
        for (column, cell) in row.enumerated() {
            let padding = String(repeating: " ", count: widths[column] - cell.count)
            line += (column > 0 ? "  " : "") + (rightAligned[column] ? padding + cell : cell + padding)
        }
        while line.last == " " { line.removeLast() }
        return line + "\n"
    }.joined()
}
