public import Dyads
public import Uncertainty

/// A reading under every distinct admissible specification of a space (Steegen, Tuerlinckx, Gelman & Vanpaemel 2016;
/// Saisana, Saltelli & Tarantola 2005 for composite indicators).
///
/// Every distinct specification has the same weight. Specifications that rank and score alike (`DistinctProfiles`)
/// are one, represented by the first in the order of the options. Shares, ranks and the joint test say how much
/// method choices matter; they are no probabilities.
public struct Multiverse: Sendable {
    /// A choice and the ids of its options, in their order; one option where the choice does not vary.
    public struct Choice: Hashable, Sendable {
        public let id: MultiverseChoice
        public let options: [String]
    }

    /// Why specifications were refused, or gave no answer, and how many.
    public struct Reason: Hashable, Sendable {
        public let words: String
        public let count: Int
    }

    /// One distinct specification.
    public struct Row: Hashable, Sendable {
        /// For each choice the place of its option.
        public let codes: [Int]
        /// The target's rank in the class; ties share the better rank.
        public let rank: Int
        /// How many dyads share it, the target included.
        public let tieSize: Int
        /// Dyads of the class that have a score.
        public let classSize: Int
        public let score: Double
        /// The target's score minus that of its best rival.
        public let margin: Double
        /// Highest minus lowest score of the class.
        public let scoreRange: Double
        /// Every dyad of rank 1.
        public let leaders: [Dyad]
        /// The codes of later specifications that are the same in all but name.
        public let duplicates: [[Int]]
    }

    /// The joint test over the distinct specifications of one reference class.
    public struct JointTest: Hashable, Sendable {
        /// The option of the choice `referenceClass`.
        public let referenceClass: String
        public let specifications: Int
        /// By place in the panel's dyads; the class are the dyads with a median.
        public let test: JointRankTest
    }

    public let reading: String
    /// All choices, in the order of `MultiverseChoice.allCases`.
    public let choices: [Choice]
    /// All combinations of options: refused, unanswered, and the rows with their duplicates.
    public let combinations: Int
    /// Combinations that `Admissibility` refuses, by reason.
    public let refused: [Reason]
    /// Combinations for which the data have no answer, by reason.
    public let unanswered: [Reason]
    /// The distinct specifications, in the order of the choices, the last fastest.
    public let rows: [Row]
    /// One a reference class in which the target was ranked.
    public let jointTests: [JointTest]
    /// What each choice accounts for in the variance of the target's rank over the rows; nil without rows.
    public let effects: ChoiceEffects?

    init(
        _ reading: ReadingOptions, combinations: Int, found: MultiverseEvaluation.Found, dyads: [Dyad],
        target: Dyad
    ) {
        self.reading = reading.reading.id
        choices = zip(MultiverseChoice.allCases, reading.options).map {
            Choice(id: $0, options: $1.map(\.id))
        }
        self.combinations = combinations
        refused = found.refused.reasons
        unanswered = found.unanswered.reasons
        let kinds = DistinctProfiles(found.cells.map(\.profile))
        var duplicates: [Int: [[Int]]] = [:]
        for (place, first) in kinds.firstOfKind.enumerated() where place != first {
            duplicates[first, default: []].append(found.codes[place])
        }
        let distinct = kinds.distinct
        rows = distinct.map { place in
            let cell = found.cells[place]
            return Row(
                codes: found.codes[place], rank: cell.rank, tieSize: cell.tieSize, classSize: cell.classSize,
                score: cell.score, margin: cell.margin, scoreRange: cell.scoreRange,
                leaders: cell.leaders.map { dyads[$0] }, duplicates: duplicates[place] ?? [])
        }
        let classChoice = MultiverseChoice.allCases.firstIndex(of: .referenceClass) ?? 0
        jointTests = reading.options(of: .referenceClass).enumerated().compactMap { code, option in
            let places = distinct.filter { found.codes[$0][classChoice] == code }
            let counts = RankCounts(units: dyads.count, ranks: places.map { found.cells[$0].profile.ranks })
            return dyads.firstIndex(of: target).flatMap { JointRankTest(counts, target: $0) }.map {
                JointTest(referenceClass: option.id, specifications: places.count, test: $0)
            }
        }
        effects = (try? ChoiceTable(rows: rows.map(\.codes), choices: choices.count)).map {
            [rows] in ChoiceEffects(of: rows.map { Double($0.rank) }, over: $0)
        }
    }
}
