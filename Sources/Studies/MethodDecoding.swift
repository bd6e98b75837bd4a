import ClaimTesting
import Diagnostics
import Documents
import DyadicModels
import Scoring

extension StudyDecoder {
    private static let choiceNames =
        ["exposure", "scaling"] + Step.allCases.map(\.rawValue) + ["tie-tolerance"]

    /// The default specification: every choice is named, but for the treatment of outliers, which is none without it.
    ///
    /// - Throws: `Diagnostic` with the reason when the methods do not go together.
    func specification(_ node: DocumentNode) throws(Diagnostic) -> Specification {
        let keys = try node.mapping(allowing: Self.choiceNames)
        for name in Self.choiceNames where name != Step.outliers.rawValue { _ = try keys.required(name) }
        let specification = Specification(method: ScoringMethod()).applying(try changes(node))
        try requireAdmissible(specification, at: node)
        return specification
    }

    /// The choices that a node names.
    func changes(_ node: DocumentNode) throws(Diagnostic) -> Specification.Changes {
        let keys = try node.mapping(allowing: Self.choiceNames)
        var changes = Specification.Changes()
        changes.exposure = try keys.optional("exposure")?.choice(of: Exposure.self)
        changes.scaling = try keys.optional("scaling")?.choice(of: Scaling.self)
        changes.outliers = try choice(.outliers, keys)
        changes.transform = try choice(.transform, keys)
        changes.normalisation = try choice(.normalisation, keys)
        changes.missingData = try choice(.missingData, keys)
        changes.weighting = try choice(.weighting, keys)
        if let node = keys.optional(Step.aggregation.rawValue) {
            changes.aggregations = try aggregations(node)
        }
        changes.tieTolerance = try keys.optional("tie-tolerance")?.number(in: 0...0.01)
        return changes
    }

    private func choice(_ step: Step, _ keys: DocumentMapping) throws(Diagnostic) -> MethodChoice? {
        guard let node = keys.optional(step.rawValue) else { return nil }
        let choice = try methodChoice(step, node)
        try requirePossible(choice, at: node)
        return choice
    }

    /// - Parameter reading: the reading that the specification is for, if it is not for all.
    func requireAdmissible(
        _ specification: Specification, for reading: String? = nil, at node: DocumentNode
    ) throws(Diagnostic) {
        guard let objection = Admissibility.objections(to: specification.method, hasGaps: nil).first else {
            return
        }
        throw Diagnostic(
            at: node.location,
            rule:
                "\(objection.method) does not go with \(objection.to)\(reading.map { " on the reading \($0)" } ?? "")",
            remedy: objection.reason)
    }

    /// One aggregation for all levels, or a list with one for each level from the indicators up.
    func aggregations(_ node: DocumentNode) throws(Diagnostic) -> [MethodChoice] {
        guard let items = try? node.list() else { return [try methodChoice(.aggregation, node)] }
        var choices: [MethodChoice] = []
        for item in items { choices.append(try methodChoice(.aggregation, item)) }
        guard choices.count == 2 else {
            throw node.expected("one aggregation, or a list of two: inside dimensions and across them")
        }
        return choices
    }

    /// Alternatives to the default, each admissible for every composite reading.
    func alternatives(
        _ node: DocumentNode?, base: Specification, readings: [AssessmentPlan.Reading]
    ) throws(Diagnostic) -> [AssessmentPlan.Alternative] {
        var alternatives: [AssessmentPlan.Alternative] = []
        for item in try node?.list() ?? [] {
            let keys = try item.mapping(allowing: ["id", "title", "method"])
            let id = try unique(
                try keys.required("id"), among: alternatives.map(\.id), what: "an alternative")
            let methodNode = try keys.required("method")
            let changes = try changes(methodNode)
            for reading in readings {
                guard case .composite(let dimensions, let own) = reading.kind else { continue }
                try requireGiven(changes.normalisation, for: dimensions, at: methodNode)
                try requireAdmissible(
                    base.applying(own).applying(changes), for: reading.id, at: methodNode)
            }
            alternatives.append(.init(id: id, title: try keys.required("title").text(), changes: changes))
        }
        return alternatives
    }
}
