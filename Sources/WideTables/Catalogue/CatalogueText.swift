import Scoring

extension MethodCatalogue {
    /// Every method with what is said of it, for a terminal.
    public var text: String {
        var lines: [String] = []
        for step in steps {
            lines.append("\(step.title.uppercased()) (\(step.rawValue))")
            for method in MethodTable.descriptions(of: step) {
                lines += ["", "  \(method.id): \(method.title)"] + facts(method)
            }
            lines.append("")
        }
        if !beside.isEmpty { lines.append("APART FROM THE SCORES") }
        for method in beside { lines += ["", "  \(method.id): \(method.title)"] + facts(method) + [""] }
        for matrix in matrices {
            lines.append(
                "\(matrix.rowStep.title.uppercased()) x \(matrix.columnStep.title.uppercased()): refused (standard arguments)"
            )
            if matrix.refusals.isEmpty { lines.append("  nothing") }
            for (reason, pairs) in matrix.refusals {
                lines +=
                    ["  \(reason):"]
                    + pairs.map { "    \($0.method) x \($0.columns.joined(separator: "; "))" }
            }
            lines.append("")
        }
        return lines.dropLast().joined(separator: "\n") + "\n"
    }

    private func facts(_ method: MethodDescription) -> [String] {
        var facts = [("formula", method.formula), ("domain", method.domain)]
        if !method.sources.isEmpty { facts.append(("source", method.sources.joined(separator: ", "))) }
        facts += method.parameters.map {
            ("parameter", "\($0.name) (\($0.standardText)): \($0.meaning); \($0.form.words)")
        }
        facts += method.properties.map { ("holds", $0) } + method.denied.map { ("denied", $0) }
        if let compensation = method.compensation { facts.append(("compensation", compensation)) }
        facts.append(("test", method.test))
        return facts.map { "    \($0.padding(to: 14))\($1)" }
    }
}

extension Admissibility.Matrix {
    /// The combinations that are refused, by reason, in the order in which they first occur.
    var refusals: [(reason: String, pairs: [(method: String, columns: [String])])] {
        var refusals: [(reason: String, pairs: [(method: String, columns: [String])])] = []
        for row in rows {
            for (column, reason) in zip(columns, row.reasons) {
                guard let reason else { continue }
                let place = refusals.firstIndex { $0.reason == reason } ?? refusals.count
                if place == refusals.count { refusals.append((reason, [])) }
                if let pair = refusals[place].pairs.firstIndex(where: { $0.method == row.method }) {
                    refusals[place].pairs[pair].columns.append(column)
                } else {
                    refusals[place].pairs.append((row.method, [column]))
                }
            }
        }
        return refusals
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
