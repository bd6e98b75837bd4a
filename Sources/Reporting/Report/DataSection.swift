import ClaimTesting
import Dyads
import DyadicModels

extension Report {
    /// Which indicators rest on which packages, and what each package is, under which licence.
    var dataSection: Section {
        Section(
            id: "data", title: "Data and licences", shortTitle: "Data",
            content: [indicatorsTable.node] + provenance.packages.map(package))
    }

    private var indicatorsTable: ReportTable {
        let window = assessment.plan.windows[0].years
        return ReportTable(
            label: "Indicators, what they cover, and what of it was used",
            columns: [
                .init(heading: "Indicator"), .init(heading: "Unit"), .init(heading: "Over years"),
                .init(heading: "Source covers"), .init(heading: "Rows used", isNumber: true),
                .init(heading: "Packages"),
            ],
            groups: [
                .init(
                    rows: assessment.plan.indicatorIDs.compactMap { id in
                        guard let column = assessment.panel[indicator: id] else { return nil }
                        let indicator = column.indicator
                        return .init([
                            .init(indicator.title), .init(indicator.unit),
                            .init(words(indicator.yearOperator)),
                            .init(coverage(indicator.coverage.years)),
                            .init("\(observations(of: column, in: window))"), .init(packageLinks(of: id)),
                        ])
                    })
            ])
    }

    private func package(_ package: ReportProvenance.Package) -> Node {
        .tag(
            "article", [("id", packageID(package.name)), ("class", "package")],
            [
                .tag("h3", [], [.text(package.title)]), .tag("p", [], prose(package.description)),
                .tag(
                    "dl", class: "facts",
                    facts([
                        ("Source", sources(package.sources)), ("Version", [.text(package.version)]),
                        ("Licence", sources(package.licences)),
                        ("Cite", Array(package.citations.map { [citation($0)] }.joined(separator: [", "]))),
                    ])),
            ])
    }

    /// Text in which back quotes mark names of columns.
    private func prose(_ text: String) -> [Node] {
        text.split(separator: "`", omittingEmptySubsequences: false).enumerated().map { place, part in
            place % 2 == 0 ? .text(String(part)) : .tag("code", [], [.text(String(part))])
        }
    }

    func facts(_ facts: [(term: String, text: [Node])]) -> [Node] {
        facts.filter { !$0.text.isEmpty }.flatMap { fact -> [Node] in
            [.tag("dt", [], [.text(fact.term)]), .tag("dd", [], fact.text)]
        }
    }

    /// Titles, each with its address behind it.
    private func sources(_ sources: [ReportProvenance.Package.Source]) -> [Node] {
        Array(
            sources.map { source -> [Node] in
                source.address.map { [webLink(to: $0, [.text(source.title)])] } ?? [.text(source.title)]
            }.joined(separator: ["; "]))
    }

    private func words(_ operator: Indicator.YearOperator) -> String {
        switch `operator` {
        case .shareOfYear: "share of each year's total, mean over the years"
        case .mean: "mean"
        case .sum: "sum"
        case .snapshot: "the value at the source's date"
        case .datedCount: "dated rows counted"
        }
    }

    /// `1992–2004, 2006`: runs of years.
    private func coverage(_ years: [Int]) -> String {
        runs(of: years).map(rangeText).joined(separator: ", ")
    }

    /// Observed dyad-years of a series, or dated rows that may lie in the window.
    private func observations(of column: Panel.Column, in window: ClosedRange<Int>) -> Int {
        switch column.data {
        case .dated(let records):
            return records.records.count { $0.position(in: window) != .outside }
        case .series(let series):
            let places = series.years.indices.filter { window.contains(series.years[$0]) }
            return assessment.panel.dyads.reduce(0) { sum, dyad in
                guard let values = series.values(of: dyad) else { return sum }
                return sum + places.count { values[values.startIndex + $0] != nil }
            }
        }
    }
}
