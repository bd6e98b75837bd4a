import ClaimTesting
import Diagnostics
import Documents
import Scoring

extension StudyDecoder {
    mutating func dimensions(_ node: DocumentNode) throws(Diagnostic) -> [AssessmentPlan.Dimension] {
        for item in try node.list() {
            let keys = try item.mapping(allowing: ["id", "indicators", "weight"])
            let id = try unique(try keys.required("id"), among: dimensionIDs, what: "a dimension")
            var indicators: [String] = []
            for name in try keys.required("indicators").list() {
                _ = try unique(name, among: defaultIndicators + indicators, what: "an indicator")
                indicators.append(try indicator(name))
            }
            guard !indicators.isEmpty else { throw item.expected("a dimension with at least one indicator") }
            dimensionWeights[id] = try keys.optional("weight")?.number(in: 0...1e9)
            defaultDimensions.append(.init(id: id, indicators: indicators))
        }
        guard !defaultDimensions.isEmpty else { throw node.expected("a list of at least one dimension") }
        return defaultDimensions
    }

    mutating func shownBeside(_ node: DocumentNode?) throws(Diagnostic) -> [String] {
        var shown: [String] = []
        for item in try node?.list() ?? [] {
            _ = try unique(item, among: defaultIndicators + shown, what: "an indicator")
            shown.append(try indicator(item))
        }
        return shown
    }

    mutating func variants(_ node: DocumentNode?) throws(Diagnostic) -> [AssessmentPlan.Variant] {
        var variants: [AssessmentPlan.Variant] = []
        for item in try node?.list() ?? [] {
            let keys = try item.mapping(allowing: ["id", "title", "remove", "add"])
            let id = try unique(try keys.required("id"), among: variants.map(\.id), what: "a variant")
            var removed: [String] = []
            for name in try keys.optional("remove")?.list() ?? [] {
                removed.append(try known(name, among: defaultIndicators, what: "an indicator of the default"))
            }
            var added: [AssessmentPlan.Addition] = []
            for addition in try keys.optional("add")?.list() ?? [] {
                let additionKeys = try addition.mapping(allowing: ["indicator", "dimension"])
                let name = try additionKeys.required("indicator")
                _ = try unique(name, among: defaultIndicators + added.map(\.indicator), what: "an indicator")
                added.append(
                    .init(
                        indicator: try indicator(name),
                        dimension: try additionKeys.required("dimension").text()))
            }
            guard !removed.isEmpty || !added.isEmpty else {
                throw item.expected("a variant that removes or adds something")
            }
            addedIndicators += added.map(\.indicator)
            addedDimensions += added.map(\.dimension)
            variants.append(
                .init(id: id, title: try keys.required("title").text(), removed: removed, added: added))
        }
        return variants
    }

    func yearly(_ node: DocumentNode?) throws(Diagnostic) -> AssessmentPlan.YearlyPlan? {
        guard
            let keys = try node?.mapping(allowing: [
                "first-year", "last-year", "trailing-years", "dimensions",
            ])
        else {
            return nil
        }
        var dimensions: [String] = []
        for name in try keys.required("dimensions").list() {
            dimensions.append(try known(name, among: dimensionIDs, what: "a dimension of the study"))
        }
        return .init(
            years: try years(keys), trailingYears: try keys.required("trailing-years").integer(in: 1...100),
            dimensions: dimensions)
    }

    /// How often gaps are imputed beside the point scores; at least two, so that they spread.
    func imputation(
        _ node: DocumentNode?, seed: UInt64
    ) throws(Diagnostic) -> AssessmentPlan.ImputationPlan? {
        guard let node else { return nil }
        return .init(count: try node.integer(in: 2...10_000), seed: seed)
    }
}
