import ClaimTesting
import Diagnostics
import Documents
import DyadicModels

extension StudyDecoder {
    /// Associations between scores of the study and covariates.
    func associations(_ node: DocumentNode?) throws(Diagnostic) -> AssessmentPlan.AssociationPlan? {
        guard let node else { return nil }
        let keys = try node.mapping(allowing: ["permutations", "correlations", "regressions"])
        var (among, with):
            ([AssessmentPlan.AssociationPlan.Variable], [AssessmentPlan.AssociationPlan.Variable]) =
                ([], [])
        if let node = keys.optional("correlations") {
            let correlations = try node.mapping(allowing: ["among", "with"])
            among = try variables(try correlations.required("among"))
            with = try variables(correlations.optional("with"), besides: among)
            guard among.count >= 2 || !with.isEmpty else { throw node.expected("at least two variables") }
        }
        var regressions: [AssessmentPlan.AssociationPlan.Regression] = []
        for item in try keys.optional("regressions")?.list() ?? [] {
            let keys = try item.mapping(allowing: ["id", "outcome", "predictors"])
            let id = try unique(
                try keys.required("id"), among: regressions.map(\.id), what: "a regression")
            let outcome = try variable(try keys.required("outcome"))
            let node = try keys.required("predictors")
            let predictors = try variables(node, besides: [outcome])
            guard !predictors.isEmpty else { throw node.expected("a list of at least one predictor") }
            regressions.append(.init(id: id, outcome: outcome, predictors: predictors))
        }
        guard !among.isEmpty || !regressions.isEmpty else {
            throw node.expected("at least one of correlations and regressions")
        }
        return .init(
            permutations: try keys.required("permutations").integer(in: 100...10_000_000),
            correlated: among, correlatedWith: with, regressions: regressions)
    }

    /// Variables, each named once, and none of some others.
    private func variables(
        _ node: DocumentNode?, besides others: [AssessmentPlan.AssociationPlan.Variable] = []
    ) throws(Diagnostic) -> [AssessmentPlan.AssociationPlan.Variable] {
        var variables: [AssessmentPlan.AssociationPlan.Variable] = []
        for item in try node?.list() ?? [] {
            _ = try unique(item, among: (others + variables).map(\.name), what: "a variable")
            variables.append(try variable(item))
        }
        return variables
    }

    /// A reading, a dimension or a covariate; the study's own names come first.
    private func variable(
        _ node: DocumentNode
    ) throws(Diagnostic) -> AssessmentPlan.AssociationPlan.Variable {
        let scores = decodedReadings.map(\.id) + dimensionIDs
        let name = try known(
            node, among: scores + DyadicCovariate.allCases.map(\.rawValue),
            what: "a reading, dimension or covariate")
        guard !scores.contains(name), let covariate = DyadicCovariate(rawValue: name) else {
            return .score(name)
        }
        return .covariate(covariate)
    }
}
