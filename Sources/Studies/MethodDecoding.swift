import ClaimTesting
import Diagnostics
import Documents
import Scoring

extension StudyDecoder {
    /// What dyads of unequal size would be expected to have.
    private enum Exposure: String, CaseIterable { case none }

    /// A scoring method; with a base, what the node does not name is taken from there.
    ///
    /// - Throws: `Diagnostic` with the reason when the methods do not go together.
    func method(_ node: DocumentNode, base: ScoringMethod?) throws(Diagnostic) -> ScoringMethod {
        let names = [
            "exposure", "scaling", "outliers", "transform", "normalise", "weights", "aggregate", "missing",
            "tie-tolerance",
        ]
        let keys = try node.mapping(allowing: names)
        if base == nil { for name in names where name != "outliers" { _ = try keys.required(name) } }
        // Only one exposure so far; it is named so that a study says what it does.
        _ = try keys.optional("exposure")?.choice(of: Exposure.self)
        var method = base ?? ScoringMethod()
        func choose(_ step: Step, _ place: WritableKeyPath<ScoringMethod, MethodChoice>) throws(Diagnostic) {
            guard let node = keys.optional(step.rawValue) else { return }
            method[keyPath: place] = try methodChoice(step, node)
        }
        if let scaling = keys.optional("scaling") { method.scaling = try scaling.choice(of: Scaling.self) }
        try choose(.outliers, \.outliers)
        try choose(.transform, \.transform)
        try choose(.normalisation, \.normalisation)
        try choose(.missingData, \.missingData)
        try choose(.weighting, \.weighting)
        if let node = keys.optional(Step.aggregation.rawValue) {
            method.aggregations = try aggregations(node)
        }
        if let tolerance = keys.optional("tie-tolerance") {
            method.tieTolerance = try tolerance.number(in: 0...0.01)
        }
        if let objection = Admissibility.objections(to: method, hasGaps: nil).first {
            throw Diagnostic(
                at: node.location, rule: "\(objection.method) of \(objection.to) is not admissible",
                remedy: objection.reason)
        }
        return method
    }

    /// One aggregation for all levels, or a list with one for each level from the indicators up.
    private func aggregations(_ node: DocumentNode) throws(Diagnostic) -> [MethodChoice] {
        guard let items = try? node.list() else { return [try methodChoice(.aggregation, node)] }
        var choices: [MethodChoice] = []
        for item in items { choices.append(try methodChoice(.aggregation, item)) }
        guard choices.count == 2 else {
            throw node.expected("one aggregation, or a list of two: inside dimensions and across them")
        }
        return choices
    }

    func alternatives(
        _ node: DocumentNode?, base: ScoringMethod
    ) throws(Diagnostic) -> [AssessmentPlan.Alternative] {
        var alternatives: [AssessmentPlan.Alternative] = []
        for item in try node?.list() ?? [] {
            let keys = try item.mapping(allowing: ["id", "title", "method"])
            let id = try unique(
                try keys.required("id"), among: alternatives.map(\.id), what: "an alternative")
            alternatives.append(
                .init(
                    id: id, title: try keys.required("title").text(),
                    method: try method(try keys.required("method"), base: base)))
        }
        return alternatives
    }
}
