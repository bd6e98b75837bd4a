import ClaimTesting
import Tabular

extension Assessment {
    /// Correlations of the indicators that are scored by default in the main window: Pearson's below the diagonal,
    /// Spearman's above. Its CSV file has a row for each pair of indicators.
    ///
    /// Nil for fewer than two indicators.
    func paperCorrelations(_ style: PaperStyle) -> PaperTable? {
        let indicators = describedIndicators.filter { $0.role == .byDefault && $0.values != nil }
        guard indicators.count > 1 else { return nil }
        let found = indicators.map { row in
            indicators.map { PairwiseCorrelation(of: row.values ?? [], $0.values ?? []) }
        }
        let rows = indicators.indices.map { row in
            let numbers = indicators.indices.map { column -> PaperTable.Cell in
                column == row
                    ? .number(1)
                    : .optional(column < row ? found[row][column].pearson : found[row][column].spearman)
            }
            return PaperTable.Row(
                [
                    .integer(row + 1), .text(indicators[row].indicator.title),
                    .text(indicators[row].indicator.id),
                ] + numbers)
        }
        let columns: [PaperTable.Column] =
            [
                .init("number", "#", .integer, "Number of the row, which heads its column.", isName: true),
                .init("title", "Indicator", .text, "What it measures.", isName: true),
                .init("indicator", "Id", .text, "Its id in study files.", place: .data),
            ]
            + indicators.enumerated().map { place, item in
                .init(
                    item.indicator.id.replacing("-", with: "_"), "(\(place + 1))",
                    .number(decimals: style.decimals ?? 2), "Correlation with \(item.indicator.id).")
            }
        let counts = indicators.indices.flatMap { row in (0..<row).map { found[row][$0].count } }
        let (least, most) = (counts.min() ?? 0, counts.max() ?? 0)
        return PaperTable(
            name: "correlations", caption: "\(style.report.studyTitle): correlations of the indicators",
            label: style.label(.correlations), columns: columns, sections: [.init(rows: rows)],
            notes: [
                "Below the diagonal Pearson's r, above it Spearman's rank correlation, of values of \(label(of: plan.windows[0])) before scaling and transformation, over the pairs of the class that have both: N = \(least == most ? "\(most)" : "\(least) to \(most)") \(claim.className)."
            ], sources: dataSources(of: indicators.map(\.indicator.id)), key: ["indicator"],
            values: correlationValues(indicators, found))
    }

    private func correlationValues(
        _ indicators: [DescribedIndicator], _ found: [[PairwiseCorrelation]]
    ) -> Table {
        var table = Table(
            schema: TableSchema(
                name: "\(TableSchema.paperPrefix)correlations", title: "Correlations of the indicators",
                fields: [
                    .init("first", .string, "Indicator."), .init("second", .string, "Another, further down."),
                    .init("n", .integer, "Pairs of the class that have both."),
                    .init(
                        "pearson", .number, "Pearson's r; empty where one does not vary.", isRequired: false),
                    .init("spearman", .number, "Spearman's rank correlation.", isRequired: false),
                ], primaryKey: ["first", "second"]))
        for first in indicators.indices {
            for second in indicators.indices.dropFirst(first + 1) {
                let pair = found[first][second]
                table.append([
                    .text(indicators[first].indicator.id), .text(indicators[second].indicator.id),
                    .integer(pair.count), .optional(pair.pearson), .optional(pair.spearman),
                ])
            }
        }
        return table
    }
}
