public import Dyads
public import DyadicModels
public import Uncertainty

/// Exact answers to which weights would change who is first on a reading in the main window.
public struct ExactWeightTest: Sendable {
    public let reading: String
    public let level: LinearScores.Level
    public let outcome: Result<ExactWeightAnswers, Absence>
}

/// For the target and the default's leaders: weights that put them first or the proof that none do, and the smallest
/// changes of the declared weights that change the first place.
public struct ExactWeightAnswers: Sendable {
    /// Whether any weights put a dyad alone in first place.
    public struct FirstPlaceAnswer: Sendable {
        public let dyad: Dyad
        public let answer: FirstPlace
    }

    /// The smallest change of weights in the sum of absolute changes; nil where no weights bring it about.
    public struct ChangeAnswer: Sendable {
        public let dyad: Dyad
        public let change: WeightChange?
    }

    /// What is weighed, and under which weights the smallest changes start.
    public let scores: LinearScores
    /// The units that answers refer to.
    public let dyads: [Dyad]
    /// The target, then the leaders.
    public let firstPlaces: [FirstPlaceAnswer]
    /// For every leader: until a rival draws level.
    public let dethronings: [ChangeAnswer]
    /// For the target, until it is level with the best; nil if it leads by default.
    public let crowning: ChangeAnswer?

    /// - Parameter leaders: the dyads of rank 1 by default.
    /// - Throws: `Absence` for scores that are not linear in weights, or a program without an answer.
    init(
        of scores: DyadScores, level: LinearScores.Level, target: Dyad, leaders: [Dyad]
    ) throws(Absence) {
        let linear = try scores.linearScores(of: level)
        self.scores = linear
        dyads = scores.dyads
        func unit(_ dyad: Dyad) throws(Absence) -> Int {
            guard let unit = scores.dyads.firstIndex(of: dyad) else { throw Absence("\(dyad) has no score") }
            return unit
        }
        let targetUnit = try unit(target)
        var leaderUnits: [Int] = []
        for leader in leaders { leaderUnits.append(try unit(leader)) }
        do throws(WeightFailure) {
            let exact = try ExactWeights(linear.units, space: linear.space)
            var firstPlaces: [FirstPlaceAnswer] = []
            for unit in [targetUnit] + leaderUnits.filter({ $0 != targetUnit }) {
                firstPlaces.append(.init(dyad: scores.dyads[unit], answer: try exact.firstPlace(of: unit)))
            }
            var dethronings: [ChangeAnswer] = []
            for unit in leaderUnits {
                let change = try exact.smallestChange(
                    of: linear.declared, dethroning: unit, measure: .total)
                dethronings.append(.init(dyad: scores.dyads[unit], change: change))
            }
            self.firstPlaces = firstPlaces
            self.dethronings = dethronings
            crowning =
                leaderUnits.contains(targetUnit)
                ? nil
                : .init(
                    dyad: target,
                    change: try exact.smallestChange(
                        of: linear.declared, crowning: targetUnit, measure: .total))
        } catch {
            throw Absence("\(error)")
        }
    }

    /// The answer for a dyad, if it was asked for.
    public func firstPlace(of dyad: Dyad) -> FirstPlace? { firstPlaces.first { $0.dyad == dyad }?.answer }
}

extension Assessment {
    /// Exact answers for every composite reading in the main window, of dimensions and of indicators, where the plan
    /// asks for random weights.
    func exactWeightTests() -> [ExactWeightTest] {
        guard plan.tests?.weightDraws != nil else { return [] }
        return scored.flatMap { item -> [ExactWeightTest] in
            guard item.window == plan.windows[0], case .reading = item.subject, let scores = item.scores,
                let standing = item.standing
            else { return [] }
            return LinearScores.Level.allCases.map { level in
                ExactWeightTest(
                    reading: item.subject.id, level: level,
                    outcome: Result { () throws(Absence) in
                        try ExactWeightAnswers(
                            of: scores, level: level, target: claim.target, leaders: standing.leaders)
                    })
            }
        }
    }
}
