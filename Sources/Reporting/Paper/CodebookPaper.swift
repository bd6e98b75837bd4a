import ClaimTesting
import Dyads

extension Assessment {
    /// What every indicator measures, where it comes from, and on which years of the main window it rests.
    func paperCodebook(_ style: PaperStyle) -> PaperTable {
        let indicators = describedIndicators
        let absent = indicators.compactMap { item in
            item.reason.map { "\(item.indicator.title): \($0)." }
        }
        return PaperTable(
            name: "codebook", caption: "\(style.report.studyTitle): indicators",
            label: style.label(.codebook), columns: codebookColumns,
            sections: sections(of: indicators, row: codebookRow),
            notes: [
                "Direction: + if more of it speaks for a pair, \u{2212} if less. Coverage: years that the source looked at. Years: how many of \(label(of: plan.windows[0])) the values rest on; a dash: the indicator does not enter this window.",
                codingNote,
            ] + absent,
            sources: dataSources(of: indicators.map(\.indicator.id)), key: ["id"])
    }

    /// The indicators of each dimension by default, then those of variants and those that are shown beside.
    func sections(
        of indicators: [DescribedIndicator], row: (DescribedIndicator) -> PaperTable.Row
    ) -> [PaperTable.Section] {
        let dimensions = plan.dimensions.map { dimension in
            PaperTable.Section(
                id: dimension.id, title: capitalised(dimension.id),
                rows: indicators.filter { $0.role == .byDefault && $0.dimension == dimension.id }.map(row))
        }
        let variants = PaperTable.Section(
            id: DescribedIndicator.Role.variant.rawValue, title: "In variants",
            rows: indicators.filter { $0.role == .variant }.map(row))
        let beside = PaperTable.Section(
            id: DescribedIndicator.Role.shownBeside.rawValue, title: "Shown beside, not scored",
            rows: indicators.filter { $0.role == .shownBeside }.map(row))
        return (dimensions + [variants, beside]).filter { !$0.rows.isEmpty }
    }

    private var codingNote: String {
        "Kinds: count (what happened or was built), flow (what began in a year), stock and binary (what was the case), share."
    }

    private func codebookRow(_ item: DescribedIndicator) -> PaperTable.Row {
        let indicator = item.indicator
        let covered = indicator.coverage.years
        let span = covered.first.flatMap { first in
            covered.last.map { first < $0 ? PaperTable.Cell.range(first...$0) : .integer(first) }
        }
        return PaperTable.Row([
            .text(indicator.title), .text(indicator.id), .text(item.dimension), .text(item.role.rawValue),
            .text(indicator.unit), .text(indicator.kind.rawValue),
            .text(indicator.direction == .more ? "+" : "\u{2212}"), .text(indicator.direction.rawValue),
            .text(indicator.citations.joined(separator: ", ")), span ?? .missing,
            .optional(covered.first), .optional(covered.last),
            item.values == nil ? .missing : .integer(item.years.count), .optional(item.years.first),
            .optional(item.years.last), .text(item.reason ?? ""),
        ])
    }

    private var codebookColumns: [PaperTable.Column] {
        [
            .init("title", "Indicator", .text, "What it measures.", isName: true),
            .init("id", "Id", .text, "Its id in study files.", place: .data),
            .init("dimension", "Dimension", .text, "Dimension of the study.", place: .data),
            .init("role", "Role", .text, "default, variant or shown beside.", place: .data),
            .init("unit", "Unit", .text, "Unit of its yearly values."),
            .init("kind", "Kind", .text, "count, stock, flow, binary or share."),
            .init("sign", "Dir.", .text, "Direction as a sign.", place: .paper),
            .init("direction", "Direction", .text, "more or less: what speaks for a pair.", place: .data),
            .init("source", "Source", .text, "Keys of references.bib."),
            .init("coverage", "Coverage", .range, "First and last year of the source.", place: .paper),
            .init("coverage_first", "From", .integer, "First year that the source looked at.", place: .data),
            .init("coverage_last", "To", .integer, "Last of them.", place: .data),
            .init("years", "Years", .integer, "Years of the main window that its values rest on."),
            .init("first_year", "First", .integer, "First of these years.", place: .data),
            .init("last_year", "Last", .integer, "Last of them.", place: .data),
            .init("reason", "Reason", .text, "Why it does not enter the main window.", place: .data),
        ]
    }
}
