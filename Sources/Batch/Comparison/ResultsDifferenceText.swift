import Diagnostics
import Tabular

extension ResultsDifference {
    /// For people: what moved, by how much, and the likely cause; a few cells of each table.
    public func text(cellsShown: Int = 3) -> String {
        var lines = touched
        for path in tablesOnlyInFirst { lines.append("\(path): only in \(first)") }
        for path in tablesOnlyInSecond { lines.append("\(path): only in \(second)") }
        lines += unreadable
        for table in tables { lines += table.lines(cellsShown: cellsShown) }
        let values = "\(cellsCompared) values of \(tablesCompared) tables"
        lines.append(
            tables.isEmpty
                ? "\(values) agree."
                : "\(tables.count) of \(tablesCompared) tables differ (\(values) compared).")
        if !documents.isEmpty {
            let shown = documents.prefix(4).joined(separator: ", ")
            let more = documents.count > 4 ? " and \(documents.count - 4) more" : ""
            lines.append("Texts and figures that are not the same bytes: \(shown)\(more)")
        }
        lines += causeLines
        return lines.joined(separator: "\n") + "\n"
    }

    private var causeLines: [String] {
        let movedNothing =
            tables.isEmpty && unreadable.isEmpty && tablesOnlyInFirst.isEmpty && tablesOnlyInSecond.isEmpty
        guard causes.isEmpty else {
            let title = movedNothing ? "Not the same, without moving a value:" : "Likely cause:"
            return [title] + causes.map { "  \($0.what)" }
        }
        if !touched.isEmpty { return ["Likely cause:", "  files that were touched after the run"] }
        return agrees
            ? [] : ["Study, data, version and BLAS are the same: a defect of the program or of the machine."]
    }
}

extension TableDifference {
    fileprivate func lines(cellsShown: Int) -> [String] {
        var lines: [String] = []
        if !cells.isEmpty {
            let largest = cells.compactMap(\.relative).max().map {
                ", numbers by at most \(percent($0)) of their size"
            }
            lines.append("\(path): \(cells.count) of \(compared) values differ\(largest ?? "")")
            for cell in cells.prefix(cellsShown) {
                lines.append("  \(cell.row): \(cell.column) \(named(cell.first)) -> \(named(cell.second))")
            }
            if cells.count > cellsShown { lines.append("  and \(cells.count - cellsShown) more") }
        }
        for (rows, fate) in [(onlyInFirst, "no longer there"), (onlyInSecond, "new")] {
            guard let example = rows.first else { continue }
            lines.append(
                rows.count == 1
                    ? "\(path): row \(fate): \(example)"
                    : "\(path): \(rows.count) rows \(fate), such as \(example)")
        }
        for (columns, fate) in [(columnsOnlyInFirst, "no longer there"), (columnsOnlyInSecond, "new")]
        where !columns.isEmpty {
            lines.append("\(path): columns \(fate): \(columns.joined(separator: ", "))")
        }
        return lines
    }

    private func percent(_ share: Double) -> String {
        let text =
            share < 0.1 ? formatted(100 * share, significantDigits: 2) : formatted(100 * share, decimals: 0)
        return "\(text) %"
    }

    /// A sentence of the verdict is long; JSON has all of it.
    private func named(_ cell: String) -> String { cell.isEmpty ? "(missing)" : cell.shortened(to: 60) }
}
