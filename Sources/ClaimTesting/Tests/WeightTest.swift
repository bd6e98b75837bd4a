public import DyadicModels
public import Uncertainty
import WorkPieces

/// The doubt about weights, for one composite reading in the main window on one space of weights.
public struct WeightTest: Sendable {
    public let reading: String
    public let plan: AssessmentPlan.WeightSpacePlan
    /// On the tree of what entered the window; nil where no weights keep the constraints there.
    public let weights: WeightSpace?
    /// By the units of the reading's ranking, or why there is no answer.
    public let outcome: Result<Acceptability, Absence>

    /// `uniform`, or the id of a space of the plan.
    public var space: String { plan.id }
    /// Whether this is the space without constraints.
    public var isUniform: Bool { plan.isUniform }
}

extension Assessment {
    /// Ranks of every composite reading in the main window under random weights, where the plan asks for them: on the
    /// space without constraints, and on those of the plan's spaces that say something else of the reading.
    func weightTests(work: Work) -> [WeightTest] {
        guard let tests = plan.tests, let draws = tests.weightDraws else { return [] }
        return scored.flatMap { item -> [WeightTest] in
            guard item.window == plan.windows[0], case .reading = item.subject, let scores = item.scores
            else { return [] }
            return weightTests(
                of: item.subject.id, scores, on: [.uniform(draws: draws)] + tests.weightSpaces,
                seed: tests.seed, work: work.at(item.subject.id))
        }
    }

    /// Every space has a stream of random numbers of its own. Pairs are counted on the first, the uniform one.
    private func weightTests(
        of reading: String, _ scores: DyadScores, on spaces: [AssessmentPlan.WeightSpacePlan], seed: UInt64,
        work: Work
    ) -> [WeightTest] {
        var found: [WeightTest] = []
        for (number, plan) in spaces.enumerated() {
            do throws(WeightFailure) {
                guard let space = try plan.space(on: scores.hierarchy),
                    !found.contains(where: { $0.weights == space })
                else { continue }
                let outcome = Result { () throws(Absence) in
                    try scores.acceptability(
                        in: space, draws: plan.draws, seed: seed,
                        stream: TestStream.weights.first + UInt64(number),
                        detail: AcceptabilityDetail(
                            followed: followed(on: reading), countsPairs: number == 0),
                        work: work.at(plan.id))
                }
                found.append(WeightTest(reading: reading, plan: plan, weights: space, outcome: outcome))
            } catch {
                found.append(
                    WeightTest(
                        reading: reading, plan: plan, weights: nil, outcome: .failure(Absence("\(error)"))))
            }
        }
        return found
    }

    /// What was found on a reading in the main window, for the decision rule.
    public func evidence(on item: Scored) -> ReadingEvidence {
        let ranking = item.ranking
        let target = ranking?.dyads.firstIndex(of: claim.target)
        return ReadingEvidence(
            finding: item.finding,
            specifications: tests.explored.first { $0.reading == item.subject.id }?.shareFirst,
            weights: target.flatMap { tests.acceptability(of: item.subject.id)?.firstPlace(of: $0)?.value },
            joint: tests.joint.first { $0.reading == item.subject.id }?.finding?.shareFirst?.value,
            rankSet: tests.samplingError(of: item.subject.id)?.rankSet(of: claim.target))
    }
}
