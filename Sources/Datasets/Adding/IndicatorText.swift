import Dyads

extension IndicatorRequest {
    /// The indicator's file, in the form that `IndicatorDefinition` decodes.
    var indicatorFile: String {
        var lines = [
            "id: \(id)",
            "title: \(title.quotedForYAML)",
            "dimension: \(dimension.quotedForYAML)",
            "kind: \(kind.rawValue)",
            "unit: \(unit.quotedForYAML)",
            "direction: \(direction.rawValue)",
            "operator: \(yearOperator.rawValue)",
            "coverage:",
            "  first-year: \(coverage.firstYear)",
            "  last-year: \(coverage.lastYear)",
        ]
        if !coverage.withoutStates.isEmpty {
            lines.append("  without-states: [\(coverage.withoutStates.joined(separator: ", "))]")
        }
        lines += [
            "  unrecorded: \(coverage.unrecorded.rawValue)",
            "definition: \(origin.definition.quotedForYAML)",
            "citations: [\(origin.citation.quotedForYAML)]",
            "data:",
            "  series:",
            "    package: \(id)",
            "    table: dyad-years",
            "    column: value",
        ]
        return lines.joined(separator: "\n") + "\n"
    }
}

extension String {
    /// The text as a double-quoted YAML scalar: whatever the user wrote stays a text.
    fileprivate var quotedForYAML: String {
        var text = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\t": text += "\\t"
            case "\r": text += "\\r"
            case let s where s.value < 0x20 || s.value == 0x7F:
                let digits = String(s.value, radix: 16)
                text += "\\x" + String(repeating: "0", count: 2 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}
