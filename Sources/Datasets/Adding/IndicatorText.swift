import Documents
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
