public import Dyads
public import DyadicModels
import Scoring

/// Why a dyad has its rank on a reading: what adds up to it, what would have to change, and which choices move it.
public struct StandingExplanation: Sendable {
    /// One indicator, beside the rival's.
    public struct Line: Sendable {
        public let dimension: String
        public let indicator: String
        public let value: Double?
        public let rivalValue: Double?
        /// What the indicator adds to the score; nil where scores are not sums.
        public let contribution: Double?
        public let rivalContribution: Double?
    }

    /// The value of one indicator at which the dyad would be first and alone; for the leader, at which it would no
    /// longer be first.
    public struct Need: Sendable {
        public let indicator: String
        public let value: Double?
        /// Nil when no value of this indicator alone is enough.
        public let needed: Double?
        /// The largest value in the class, to judge what is needed by.
        public let classHighest: Double?
        /// Whether what is needed is more than any dyad of the study has in the window, in the class or outside it.
        public let beyondAnyPair: Bool
    }

    /// The rank when one thing is done differently.
    public struct Move: Sendable {
        public let id: String
        public let title: String
        public let rank: Int?
        /// Places gained (positive) or lost by it; nil where there is no rank.
        public let gain: Int?
    }

    public let dyad: Dyad
    /// The best other dyad of the class.
    public let rival: Dyad
    public let ranking: DyadRanking
    public let lines: [Line]
    public let needs: [Need]
    /// By the number of places moved, the largest first.
    public let moves: [Move]
    /// The dyad's index in the ranking.
    public let unit: Int
    /// The rival's index in the ranking.
    public let rivalUnit: Int
    /// Whether the dyad is first, alone or with others; outside the class, whether it would be.
    public let isLeader: Bool
}

extension StandingExplanation {
    /// Explains a dyad's standing on a reading or dimension in a window of a plan.
    ///
    /// - Parameters:
    ///   - dyad: one of the panel's, in the class or outside it; with a score on the reading.
    ///   - subject: the id of a reading or a dimension of the plan.
    ///   - window: of the plan or not; expectations are made anew for its years.
    ///   - claim: its reference class is what counts; the dyad need not be its target.
    ///   - plan: the default method, and the variants and alternatives that `moves` tries one by one.
    ///   - panel: dyads and observations of indicators, as for `assess`.
    ///   - covariates: as for `assess`.
    /// - Throws: `Absence` when the reading is not assessable, or the dyad has no score or no rival.
    public init(
        of dyad: Dyad, on subject: String, in window: Window, claim: Claim, plan: AssessmentPlan,
        panel: Panel, covariates: Covariates? = nil
    ) throws(Absence) {
        var scoring = WindowScoring(
            panel: panel, claim: claim.about(dyad), window: window, minimumYears: plan.minimumCoveredYears,
            metadata: plan.metadata)
        scoring.expected = scoring.expectedValues(for: plan, covariates: covariates)
        let reading = plan.reading(subject)
        let scored = try scoring.scored(reading, plan: plan).get()
        let ranking = scored.ranking
        guard let unit = ranking.dyads.firstIndex(of: dyad), ranking.scores[unit] != nil else {
            throw Absence("\(dyad) has no score on \(subject)")
        }
        let rivals = ranking.dyads.indices.filter { $0 != unit && ranking.classRanking.ranks[$0] != nil }
        guard
            let rival = rivals.min(by: {
                (ranking.classRanking.ranks[$0] ?? .max, $0) < (ranking.classRanking.ranks[$1] ?? .max, $1)
            })
        else { throw Absence("the class needs at least two dyads with scores") }
        let indicators = scoring.recorded(for: reading, plan: plan)
        self.dyad = dyad
        self.rival = ranking.dyads[rival]
        self.ranking = ranking
        self.unit = unit
        rivalUnit = rival
        isLeader = ranking.isFirst(unit)
        lines = Self.lines(indicators, scored: scored, unit: unit, rival: rival)
        needs = scoring.needs(
            of: unit, on: reading, plan: plan, isLeader: isLeader, indicators: indicators)
        moves = scoring.moves(on: reading, plan: plan, unit: unit, from: ranking)
    }

    private static func lines(
        _ indicators: [WindowScoring.Recorded], scored: ScoredDyads, unit: Int, rival: Int
    ) -> [Line] {
        indicators.map { item in
            var contributions: (Double, Double)?
            if case .composite(let scores) = scored.evidence, let table = scores.summands,
                let k = scores.indicators.firstIndex(where: { $0.id == item.indicator.id })
            {
                contributions = (table[unit, k], table[rival, k])
            }
            return .init(
                dimension: item.dimension, indicator: item.indicator.id, value: item.values[unit],
                rivalValue: item.values[rival], contribution: contributions?.0,
                rivalContribution: contributions?.1)
        }
    }
}
