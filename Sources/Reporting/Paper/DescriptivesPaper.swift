import ClaimTesting
import Dyads
import Foundation

extension Assessment {
    /// Number, mean, spread and extremes of every indicator of the main window, over the pairs of the class.
    ///
    /// Nil where no indicator enters the window.
    func paperDescriptives(_ style: PaperStyle) -> PaperTable? {
        let indicators = describedIndicators.filter { $0.values != nil }
        guard !indicators.isEmpty else { return nil }
        let size = indicators.first?.values?.count ?? 0
        let shares = style.decimals ?? 2
        return PaperTable(
            name: "descriptives", caption: "\(style.report.studyTitle): descriptive statistics",
            label: style.label(.descriptives), columns: descriptiveColumns(decimals: shares),
            sections: sections(of: indicators) {
                descriptiveRow($0, digits: (style.decimals ?? 2) + 1)
            },
            notes: [
                "\(size) \(claim.className), \(label(of: plan.windows[0])). N: pairs with a value; SD: standard deviation (n \u{2212} 1); zeros: share of the values that are zero.",
                "Values of the window before scaling and transformation: \(operatorWords(of: indicators)).",
            ], sources: dataSources(of: indicators.map(\.indicator.id)), key: ["indicator"])
    }

    /// How years became one value: `sums over years (Bilateral treaties); ...`.
    private func operatorWords(of indicators: [DescribedIndicator]) -> String {
        Indicator.YearOperator.allCases.compactMap { way in
            let titles = indicators.filter { $0.indicator.yearOperator == way }.map(\.indicator.title)
            return titles.isEmpty ? nil : "\(way.inWords) (\(titles.joined(separator: ", ")))"
        }.joined(separator: "; ")
    }

    /// Its numbers have as many decimals as give the standard deviation this many digits, six at most.
    private func descriptiveRow(_ item: DescribedIndicator, digits: Int) -> PaperTable.Row {
        let found = item.values.flatMap { ColumnDescription(of: $0) }
        let spread = found?.deviation ?? abs(found?.mean ?? 0)
        let exponent = spread > 0 && spread.isFinite ? Int(log10(spread).rounded(.down)) : 0
        let decimals = min(6, max(0, digits - 1 - exponent))
        return PaperTable.Row(
            [
                .text(item.indicator.title), .text(item.indicator.id), .text(item.indicator.unit),
                .optional(found?.count), .optional(found?.mean), .optional(found?.deviation),
                .optional(found?.minimum), .optional(found?.median), .optional(found?.maximum),
                .optionalShare(found?.shareOfZeros), .optional(found?.missing),
            ], decimals: decimals)
    }

    private func descriptiveColumns(decimals: Int) -> [PaperTable.Column] {
        func number(_ id: String, _ heading: String, _ description: String) -> PaperTable.Column {
            .init(id, heading, .number(decimals: decimals), description)
        }
        return [
            .init("title", "Indicator", .text, "What it measures.", isName: true),
            .init("indicator", "Id", .text, "Its id in study files.", place: .data),
            .init("unit", "Unit", .text, "Unit of its yearly values.", place: .data),
            .init("n", "N", .integer, "Pairs of the class with a value."),
            number("mean", "Mean", "Mean."), number("sd", "SD", "Standard deviation (n - 1)."),
            number("min", "Min", "Smallest value."), number("median", "Median", "Median."),
            number("max", "Max", "Largest value."),
            number("zeros", "Zeros", "Share of the values that are zero."),
            .init("missing", "Missing", .integer, "Pairs of the class without a value."),
        ]
    }
}

extension Indicator.YearOperator {
    /// What becomes of the values of several years.
    fileprivate var inWords: String {
        switch self {
        case .shareOfYear: "means of shares of the year's total"
        case .mean: "means over years"
        case .sum: "sums over years"
        case .snapshot: "values of one date, or means of several"
        case .datedCount: "counts of dated rows"
        }
    }
}
