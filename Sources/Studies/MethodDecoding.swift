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
            "exposure", "scaling", "transform", "normalise", "weights", "aggregate", "missing",
            "tie-tolerance",
        ]
        let keys = try node.mapping(allowing: names)
        if base == nil { for name in names { _ = try keys.required(name) } }
        // Only one exposure so far; it is named so that a study says what it does.
        _ = try keys.optional("exposure")?.choice(of: Exposure.self)
        let fallback =
            base
            ?? ScoringMethod(
                scaling: .none, transform: .identity, normalisation: .zScore, weighting: .equalByDimension,
                aggregation: .arithmetic, missingData: .availableCase, tieTolerance: 0)
        let method = ScoringMethod(
            scaling: try keys.optional("scaling")?.choice(of: Scaling.self) ?? fallback.scaling,
            transform: try keys.optional("transform")?.choice(of: Transform.self) ?? fallback.transform,
            normalisation: try keys.optional("normalise").map(normalisation) ?? fallback.normalisation,
            weighting: try keys.optional("weights")?.choice(of: Weighting.self) ?? fallback.weighting,
            aggregation: try keys.optional("aggregate")?.choice(of: Aggregation.self) ?? fallback.aggregation,
            missingData: try keys.optional("missing")?.choice(of: MissingDataRule.self)
                ?? fallback.missingData,
            tieTolerance: try keys.optional("tie-tolerance")?.number(in: 0...0.01) ?? fallback.tieTolerance)
        if let reason = Admissibility.objection(to: method.aggregation, of: method.normalisation) {
            throw Diagnostic(
                at: node.location,
                rule:
                    "\(method.aggregation.rawValue) aggregation of \(method.normalisation.name) values is not admissible",
                remedy: reason)
        }
        return method
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

    /// `z-score`, `rank`, or `min-max: [lower, upper]`.
    private func normalisation(_ node: DocumentNode) throws(Diagnostic) -> Normalisation {
        if let word = try? node.text() {
            switch word {
            case "z-score": return .zScore
            case "rank": return .rank
            case "min-max":
                throw node.expected("a range for min-max", remedy: "write it as {min-max: [0, 1]}")
            default:
                throw node.unknownWord(
                    word, allowed: ["z-score", "rank", "min-max"], what: "a normalisation")
            }
        }
        let range = try node.mapping(allowing: ["min-max"]).required("min-max")
        let ends = try range.list()
        guard ends.count == 2 else { throw range.expected("a list of two numbers, lower and upper") }
        let (lower, upper) = (try ends[0].number(in: -1e6...1e6), try ends[1].number(in: -1e6...1e6))
        guard upper - lower >= 1e-3 else {
            throw range.expected("a lower end at least 0.001 below the upper one")
        }
        return .minMax(lower: lower, upper: upper)
    }
}
