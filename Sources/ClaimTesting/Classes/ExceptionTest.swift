public import Dyads
public import DyadicModels

/// Whether the dyads that a claim leaves out do stand above, on one reading in one window.
///
/// All comparisons are of ranks among all dyads by the scores of the claim's own class, so that scores which tie
/// there are not above one another.
public struct ExceptionTest: Sendable {
    /// A dyad that the claim leaves out.
    public struct Excluded: Sendable {
        public let dyad: Dyad
        /// By the scale of the claim's class; nil for a dyad without a score.
        public let score: Double?
        public let overallRank: Int?
        /// The rank that it would have in the class if it alone joined it.
        public let placeInClass: Int?
        /// Whether it stands above the target, and above every dyad of the class.
        public let isAboveTarget: Bool?
        public let isAboveClass: Bool?
    }

    public let window: Window
    public let reading: String
    /// In the order of the panel's dyads.
    public let excluded: [Excluded]
    /// Every state of the study as if it were the exception, in the order of the panel's states.
    public let states: [ExceptionState]

    /// - Returns: nil where the target has no score, or the claim leaves nothing out.
    init?(_ item: Assessment.Scored, claim: Claim, states: StateSystem) {
        guard let ranking = item.ranking, let target = ranking.dyads.firstIndex(of: claim.target),
            let targetRank = ranking.overallRanking.ranks[target], ranking.isInClass.contains(false)
        else { return nil }
        window = item.window
        reading = item.subject.id
        let ranks = ranking.overallRanking.ranks
        let bestOfClass = ranking.dyads.indices.filter { ranking.isInClass[$0] }.compactMap { ranks[$0] }
            .min()
        excluded = ranking.dyads.indices.filter { !ranking.isInClass[$0] }.map { unit in
            Excluded(
                dyad: ranking.dyads[unit], score: ranking.scores[unit], overallRank: ranks[unit],
                placeInClass: ranking.placeInClass(of: unit),
                isAboveTarget: ranks[unit].map { $0 < targetRank },
                isAboveClass: ranks[unit].flatMap { rank in bestOfClass.map { rank < $0 } })
        }
        self.states = ExceptionState.all(
            of: states.states.map(\.code), ranking: ranking, targetRank: targetRank,
            excluded: claim.referenceClass.excludedStates)
    }
}

extension Assessment {
    /// The exception on every reading in every window that has scores; nothing for a claim that leaves nothing out.
    func exceptionTests() -> [ExceptionTest] {
        scored.compactMap { item in
            guard case .reading = item.subject else { return nil }
            return ExceptionTest(item, claim: claim, states: panel.states)
        }
    }
}
