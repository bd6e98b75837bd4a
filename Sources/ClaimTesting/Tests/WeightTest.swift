public import DyadicModels
public import Uncertainty

/// The doubt about weights, for one composite reading in the main window.
public struct WeightTest: Sendable {
    public let reading: String
    /// By the units of the reading's ranking, or why there is no answer.
    public let outcome: Result<Acceptability, Absence>
}

extension Assessment {
    /// Ranks of every composite reading in the main window under random weights, where the plan asks for them.
    func weightTests() -> [WeightTest] {
        guard let tests = plan.tests, let draws = tests.weightDraws else { return [] }
        return scored.compactMap { item in
            guard item.window == plan.windows[0], case .reading = item.subject, let scores = item.scores
            else {
                return nil
            }
            return WeightTest(
                reading: item.subject.id,
                outcome: Result { () throws(Absence) in
                    try scores.acceptability(draws: draws, seed: tests.seed)
                })
        }
    }

    /// What was found on a reading in the main window, for the decision rule.
    ///
    /// Joint draws are not computed yet, so that neither `supported` nor `contradicted` is
    /// given.
    public func evidence(on item: Scored) -> ReadingEvidence {
        let ranking = item.ranking
        let target = ranking?.dyads.firstIndex(of: claim.target)
        return ReadingEvidence(
            finding: item.finding,
            specifications: tests.explored.first { $0.reading == item.subject.id }?.shareFirst,
            weights: target.flatMap { tests.acceptability(of: item.subject.id)?.firstPlace(of: $0)?.value },
            rankSet: tests.samplingError(of: item.subject.id)?.rankSet(of: claim.target))
    }
}
