public import Dyads
public import DyadicModels
import WorkPieces

/// How variables of the class's pairs go together in the main window, against chance: states are permuted, since pairs
/// share states and are not independent.
public struct AssociationTests: Sendable {
    public struct Correlation: Sendable {
        public let first: String
        public let second: String
        public let outcome: Result<QAPCorrelation, Absence>
    }

    public struct Regression: Sendable {
        public let plan: AssessmentPlan.AssociationPlan.Regression
        public let outcome: Result<QAPRegression, Absence>
    }

    public let correlations: [Correlation]
    public let regressions: [Regression]
}

extension Assessment {
    /// The associations that the plan asks for; nil for none.
    ///
    /// Over the states of the class, by pairs: a pair outside the class, or without a value, is missing. All tests share
    /// their permutations.
    func associationTests(covariates: Covariates?, work: Work) -> AssociationTests? {
        guard let tests = plan.tests, let associations = tests.associations else { return nil }
        let permutations = PermutationPlan(
            draws: associations.permutations, seed: tests.seed, firstStream: TestStream.associations.first)
        func variable(
            _ variable: AssessmentPlan.AssociationPlan.Variable
        ) throws(Absence) -> DyadicVariable {
            try dyadicVariable(variable, covariates: covariates)
        }
        return AssociationTests(
            correlations: associations.correlations.enumerated().map { place, pair in
                let (first, second) = pair
                return .init(
                    first: first.name, second: second.name,
                    outcome: Result { () throws(Absence) in
                        try QAPCorrelation(
                            of: try variable(first), with: try variable(second), plan: permutations,
                            work: work.at("correlation \(place + 1)"))
                    })
            },
            regressions: associations.regressions.enumerated().map { place, regression in
                .init(
                    plan: regression,
                    outcome: Result { () throws(Absence) in
                        var predictors: [(name: String, variable: DyadicVariable)] = []
                        for predictor in regression.predictors {
                            predictors.append((predictor.name, try variable(predictor)))
                        }
                        return try QAPRegression(
                            of: try variable(regression.outcome), on: predictors, plan: permutations,
                            work: work.at("regression \(place + 1)"))
                    })
            })
    }

    /// A variable over the pairs of the class's states.
    ///
    /// - Throws: `Absence` for a score that is not assessable, covariates that are not there, or fewer than three states.
    private func dyadicVariable(
        _ variable: AssessmentPlan.AssociationPlan.Variable, covariates: Covariates?
    ) throws(Absence) -> DyadicVariable {
        let dyads = panel.dyads.filter(claim.referenceClass.contains)
        let values: [Double?]
        switch variable {
        case .score(let id):
            switch result(id, in: mainWindow)?.outcome {
            case .scored(let scored, _):
                let ranking = scored.ranking
                values = ranking.dyads.indices.filter { ranking.isInClass[$0] }.map { ranking.scores[$0] }
            case .notAssessable(let reason): throw Absence("\(id) is not assessable: \(reason)")
            case nil: throw Absence("there is no reading or dimension \(id)")
            }
        case .covariate(let covariate):
            guard let covariates else { throw Absence("\(covariate.rawValue) needs covariates") }
            values = dyads.map {
                covariate.value(of: $0, years: plan.windows[0].years, covariates: covariates)
            }
        }
        return try DyadicVariable(
            states: Array(Set(dyads.flatMap { [$0.first, $0.second] })).sorted(), dyads: dyads, values: values
        )
    }
}
