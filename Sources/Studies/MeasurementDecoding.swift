import ClaimTesting
import Diagnostics
import Documents

extension StudyDecoder {
    /// Which sources are compared, and how often errors of that size are drawn.
    mutating func measurement(
        _ node: DocumentNode?
    ) throws(Diagnostic) -> AssessmentPlan.MeasurementPlan? {
        guard let node else { return nil }
        let keys = try node.mapping(allowing: ["draws", "comparisons"])
        var comparisons: [AssessmentPlan.SourceComparison] = []
        for item in try keys.required("comparisons").list() {
            let comparison = try comparison(item, after: comparisons)
            comparisonLocations[comparison.id] = item.location
            comparisons.append(comparison)
        }
        guard !comparisons.isEmpty else {
            throw node.expected("at least one comparison of sources")
        }
        return .init(
            draws: try keys.required("draws").integer(in: 100...10_000_000), comparisons: comparisons)
    }

    private func comparison(
        _ node: DocumentNode, after others: [AssessmentPlan.SourceComparison]
    ) throws(Diagnostic) -> AssessmentPlan.SourceComparison {
        let keys = try node.mapping(
            allowing: ["id", "indicators", "indicator", "packages", "second-coding", "errs"])
        return .init(
            id: try unique(try keys.required("id"), among: others.map(\.id), what: "a comparison"),
            records: try records(keys, of: node),
            dimension: try known(
                try keys.required("errs"), among: dimensionIDs, what: "a dimension of the study"))
    }

    private func records(
        _ keys: DocumentMapping, of node: DocumentNode
    ) throws(Diagnostic) -> AssessmentPlan.SourceComparison.Records {
        switch (
            keys.optional("indicators"), keys.optional("indicator"), keys.optional("packages"),
            keys.optional("second-coding")
        ) {
        case (let both?, nil, nil, nil):
            let (first, second) = try pair(both, what: "an indicator")
            return .indicators(try comparable(first), try comparable(second))
        case (nil, let indicator?, let packages?, nil):
            let (first, second) = try pair(packages, what: "a package")
            return .packages(indicator: try comparable(indicator), try first.text(), try second.text())
        case (nil, let indicator?, nil, let table?):
            return .codings(indicator: try comparable(indicator), secondTable: try table.text())
        default:
            throw node.expected(
                "indicators: [two of them], or indicator with packages: [two of them], or indicator with "
                    + "second-coding: a table of its package")
        }
    }

    private func pair(
        _ node: DocumentNode, what: String
    ) throws(Diagnostic) -> (DocumentNode, DocumentNode) {
        let items = try node.list()
        guard items.count == 2 else { throw node.expected("a list of two") }
        _ = try unique(items[1], among: [try items[0].text()], what: what)
        return (items[0], items[1])
    }

    /// An indicator of the default, of a variant, or shown beside.
    private func comparable(_ node: DocumentNode) throws(Diagnostic) -> String {
        try known(node, among: indicatorLocations.keys.sorted(), what: "an indicator of the study")
    }
}
