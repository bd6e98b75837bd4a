import ClaimTesting
import Dyads
import DyadicModels

extension PairPage {
    /// What was recorded of the pair: every indicator, in every window that it enters, with unit and source.
    var valuesTable: ReportTable {
        let windows = assessment.plan.windows
        let place = assessment.panel.dyads.firstIndex(of: dyad)
        let rows = assessment.plan.indicatorIDs.compactMap { id -> ReportTable.Row? in
            let own = assessment.entries.filter { $0.indicator.id == id }
            guard let indicator = own.first?.indicator else { return nil }
            let cells = windows.map { window -> ReportTable.Cell in
                let column = own.first { $0.window == window }?.column
                guard let values = column?.values, let place else { return .init(nil) }
                return .init(values[place].map(valueText) ?? "missing")
            }
            return .init(
                [.init(indicator.title)] + cells + [
                    .init(report.unit(of: indicator)), .init(report.packageLinks(of: id)),
                ])
        }
        return ReportTable(
            label: "Recorded values",
            columns: [.init(heading: "Indicator")]
                + windows.map { .init(heading: assessment.label(of: $0), isNumber: true) }
                + [.init(heading: "Unit"), .init(heading: "Source")],
            groups: [.init(rows: rows)])
    }
}

extension Report {
    /// The unit of a value in a window: series that shift from year to year enter as shares of the class's total.
    func unit(of indicator: Indicator) -> String {
        switch indicator.yearOperator {
        case .shareOfYear: "share of all \(indicator.unit) of a year"
        case .mean, .sum, .snapshot, .datedCount: indicator.unit
        }
    }

    /// Links to the packages that an indicator is made from.
    func packageLinks(of indicator: String) -> [Node] {
        let packages = provenance.packages.filter { $0.indicators.contains(indicator) }
        return Array(
            packages.map { [Node.link(to: packageID($0.name), [.text($0.name)])] }.joined(separator: [", "]))
    }

    func packageID(_ name: String) -> String { "data-\(identifier(name))" }
}
