import ClaimTesting
public import Diagnostics
public import Dyads
import DyadicModels

/// Why a dyad has its rank, ready to be printed: what adds up to it beside the leader's, what would have to change,
/// and which choices move it most.
public struct Explanation: Sendable, Encodable {
    public struct Line: Sendable, Encodable {
        public let dimension: String
        public let indicator: String
        public let value: Double?
        public let leaderValue: Double?
        /// Nil where scores are not sums.
        public let contribution: Double?
        public let leaderContribution: Double?
    }

    public struct Need: Sendable, Encodable {
        public let indicator: String
        public let value: Double?
        /// Nil when no value of this indicator alone is enough.
        public let needed: Double?
        public let classHighest: Double?
        /// Whether what is needed is more than any pair of the study has in the window.
        public let beyondAnyPair: Bool
    }

    public struct Move: Sendable, Encodable {
        public let id: String
        public let title: String
        public let rank: Int?
        /// Places gained or lost.
        public let gain: Int?
    }

    public let dyad: String
    /// The best other dyad of the class.
    public let leader: String
    public let window: String
    public let reading: String
    /// Nil for a dyad outside the reference class.
    public let rankInClass: Int?
    /// The place that a dyad outside the class would have in it.
    public let placeInClass: Int?
    public let rankAmongAll: Int?
    public let isLeader: Bool
    public let score: Double
    public let leaderScore: Double
    public let lines: [Line]
    /// The value of each indicator alone at which the dyad would be first; for the leader, no longer.
    public let needs: [Need]
    /// Other choices, those that move the dyad most first.
    public let moves: [Move]

    /// Explains a dyad's score on a reading or dimension in a window.
    ///
    /// - Throws: `Diagnostic` when the dyad, the reading or the window is not part of the study, or has no score.
    public init(of dyad: Dyad, reading: String, window: String, in data: StudyData) throws(Diagnostic) {
        let (study, plan) = (data.study, data.study.plan)
        let readings = plan.readings.map(\.id) + plan.dimensions.map(\.id)
        try Self.require(reading, among: readings, what: "the reading or dimension")
        try Self.require(window, among: plan.windows.map(\.id), what: "the window")
        guard data.panel.dyads.contains(dyad) else {
            throw Diagnostic(
                .wrongArgument, rule: "the dyad must be one of the study's", found: "\(dyad)".quotedForMessage
            )
        }
        let found: StandingExplanation
        do throws(Absence) {
            let chosen = plan.windows.first { $0.id == window } ?? plan.windows[0]
            found = try StandingExplanation(
                of: dyad, on: reading, in: chosen, claim: study.claim, plan: plan, panel: data.panel,
                covariates: data.covariates)
        } catch {
            throw Diagnostic(rule: "\(reading) is not assessable in the window \(window): \(error.reason)")
        }
        self.dyad = "\(dyad)"
        self.window = window
        self.reading = reading
        let (ranking, unit) = (found.ranking, found.unit)
        leader = "\(found.rival)"
        rankInClass = ranking.classRanking.ranks[unit]
        placeInClass = ranking.isInClass[unit] ? nil : ranking.placeInClass(of: unit)
        rankAmongAll = ranking.overallRanking.ranks[unit]
        isLeader = found.isLeader
        score = ranking.scores[unit] ?? 0
        leaderScore = ranking.scores[found.rivalUnit] ?? 0
        lines = found.lines.map {
            Line(
                dimension: $0.dimension, indicator: $0.indicator, value: $0.value, leaderValue: $0.rivalValue,
                contribution: $0.contribution, leaderContribution: $0.rivalContribution)
        }
        needs = found.needs.map {
            Need(
                indicator: $0.indicator, value: $0.value, needed: $0.needed, classHighest: $0.classHighest,
                beyondAnyPair: $0.beyondAnyPair)
        }
        moves = found.moves.map { Move(id: $0.id, title: $0.title, rank: $0.rank, gain: $0.gain) }
    }

    private static func require(_ word: String, among known: [String], what: String) throws(Diagnostic) {
        guard !known.contains(word) else { return }
        throw Diagnostic(
            .wrongArgument, rule: "\(what) must be one of \(known.joined(separator: ", "))",
            found: word.quotedForMessage,
            remedy: nearestWord(to: word, among: known).map { "did you mean \($0.quotedForMessage)?" })
    }
}
