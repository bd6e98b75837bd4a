import Scoring

extension MethodCatalogue {
    /// Tables of methods and of what goes together, as `METHODS.md` holds them between its markers.
    public var markdown: String {
        var text = ""
        for step in steps {
            text += "### \(step.title)\n\n"
            for method in MethodTable.descriptions(of: step) { text += entry(method) }
        }
        if !beside.isEmpty { text += "### Apart from the scores\n\n" }
        for method in beside { text += entry(method) }
        for matrix in matrices { text += table(matrix) }
        return text
    }

    private func entry(_ method: MethodDescription) -> String {
        var lines = [
            "**`\(method.id)`** \(cell(method.title)). `\(method.formula)`; domain: \(cell(method.domain))."
        ]
        if let compensation = method.compensation { lines.append("Compensation: \(cell(compensation)).") }
        if !method.properties.isEmpty {
            lines.append("Holds: \(method.properties.map(cell).joined(separator: "; ")).")
        }
        if !method.denied.isEmpty {
            lines.append("Does not hold: \(method.denied.map(cell).joined(separator: "; ")).")
        }
        for parameter in method.parameters {
            lines.append(
                "Parameter `\(parameter.name)` (\(parameter.standardText)): \(cell(parameter.meaning)); \(cell(parameter.form.words))."
            )
        }
        if !method.sources.isEmpty { lines.append("Source: \(method.sources.joined(separator: ", ")).") }
        lines.append("Test: \(method.test).")
        return lines.joined(separator: "\n") + "\n\n"
    }

    /// Weightings or aggregations in rows, what they restrict in columns; a number refers to the reason below.
    private func table(_ matrix: Admissibility.Matrix) -> String {
        let reasons = matrix.refusals.map(\.reason)
        var text = "### \(matrix.rowStep.title) x \(matrix.columnStep.title.lowercased())\n\n"
        if reasons.isEmpty { return text + "Everything goes together.\n\n" }
        text += "| |" + matrix.columns.map { " \($0) |" }.joined() + "\n"
        text += "|---|" + matrix.columns.map { _ in "---|" }.joined() + "\n"
        for row in matrix.rows {
            let cells = row.reasons.map { reason in
                reason.flatMap(reasons.firstIndex).map { "(\($0 + 1))" } ?? "yes"
            }
            text += "| \(row.method) |" + cells.map { " \($0) |" }.joined() + "\n"
        }
        text += "\n"
        for (index, reason) in reasons.enumerated() { text += "(\(index + 1)) \(cell(reason)).  \n" }
        return text + "\n"
    }

    /// Text in which nothing is markup.
    private func cell(_ text: String) -> String {
        text.replacing("|", with: "\\|").replacing("*", with: "\\*").replacing("_", with: "\\_")
            .replacing("<", with: "&lt;")
    }
}
