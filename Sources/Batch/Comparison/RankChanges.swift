public import Diagnostics
import Reporting
import Tabular

/// What became of ranks, pairs and verdicts between two results folders.
public struct RankChanges: Sendable, Encodable {
    /// A verdict of both; nil where one has none.
    public struct VerdictChange: Sendable, Encodable {
        /// A reading, or `overall`.
        public let reading: String
        public let first: String?
        public let second: String?

        var isChange: Bool { first != second }
    }

    /// A pair whose rank in the class is not the same on a reading or dimension in a window.
    public struct Move: Sendable, Encodable {
        public let dyad: String
        /// Nil where the pair has no rank.
        public let first: Int?
        public let second: Int?

        /// Places up; negative for places down, nil where a rank is missing.
        var places: Int? {
            guard let first, let second else { return nil }
            return first - second
        }
    }

    /// All pairs of one reading or dimension in one window.
    public struct Subject: Sendable, Encodable {
        public let window: String
        public let subject: String
        /// Whether the folders have such a ranking.
        public let isInFirst: Bool
        public let isInSecond: Bool
        /// Pairs with a rank in both.
        public let shared: Int
        /// Pairs of both folders: those that moved, the farthest first, then those that have a rank in one only. Empty where one
        /// of the folders has no such ranking.
        public let moves: [Move]
        /// Kendall's tau-b between the ranks of shared pairs; nil for fewer than two, and where all are tied.
        public let tau: Double?
    }

    public let verdicts: [VerdictChange]
    public let subjects: [Subject]
    /// Pairs that only one of them has.
    public let lostPairs: [String]
    public let newPairs: [String]
    /// The pairs of the claims.
    public let targets: [String]
    /// Whether a verdict, a rank or the pairs changed.
    public var isChange: Bool {
        !lostPairs.isEmpty || !newPairs.isEmpty || verdicts.contains(where: \.isChange)
            || subjects.contains { !$0.moves.isEmpty || $0.isInFirst != $0.isInSecond }
    }
    let ranks: (first: [RankKey: Int], second: [RankKey: Int])

    /// A pair on a reading or dimension in a window.
    struct RankKey: Hashable {
        let window: String
        let subject: String
        let dyad: String
    }

    private enum CodingKeys: String, CodingKey { case verdicts, subjects, lostPairs, newPairs, targets }

    /// - Throws: `Diagnostic` for a folder without ranks, or tables that cannot be read.
    public init(from first: StoredResults, to second: StoredResults) throws(Diagnostic) {
        let (one, other) = (try first.ranks(), try second.ranks())
        ranks = (one.ranks, other.ranks)
        let (known, otherKnown) = (Set(one.dyads), Set(other.dyads))
        lostPairs = one.dyads.filter { !otherKnown.contains($0) }
        newPairs = other.dyads.filter { !known.contains($0) }
        let subjects = one.subjects + other.subjects.filter { !one.subjects.contains($0) }
        let shared = one.dyads.filter(otherKnown.contains)
        self.subjects = subjects.map { subject in
            Subject(
                subject, dyads: shared, one.ranks, other.ranks,
                isIn: (one.subjects.contains(subject), other.subjects.contains(subject)))
        }
        let (verdict, otherVerdict) = (try first.verdicts(), try second.verdicts())
        let readings = verdict.order + otherVerdict.order.filter { !verdict.order.contains($0) }
        verdicts = readings.map {
            VerdictChange(reading: $0, first: verdict.of[$0], second: otherVerdict.of[$0])
        }
        targets =
            verdict.target == otherVerdict.target ? [verdict.target] : [verdict.target, otherVerdict.target]
    }
}

extension RankChanges.Subject {
    fileprivate init(
        _ subject: StoredRanks.Subject, dyads: [String], _ first: [RankChanges.RankKey: Int],
        _ second: [RankChanges.RankKey: Int], isIn: (first: Bool, second: Bool)
    ) {
        let pairs = dyads.map { dyad in
            let key = RankChanges.RankKey(window: subject.window, subject: subject.name, dyad: dyad)
            return RankChanges.Move(dyad: dyad, first: first[key], second: second[key])
        }
        let ranked = pairs.filter { $0.places != nil }
        window = subject.window
        self.subject = subject.name
        (isInFirst, isInSecond) = isIn
        shared = ranked.count
        let moved = ranked.filter { $0.places != 0 }.sorted {
            (abs($0.places ?? 0), $1.dyad) > (abs($1.places ?? 0), $0.dyad)
        }
        let isRankedOnce = isIn.first && isIn.second
        moves = moved + (isRankedOnce ? pairs.filter { ($0.first == nil) != ($0.second == nil) } : [])
        tau = kendallTau(
            ranked.compactMap { pair in
                if let first = pair.first, let second = pair.second { (first, second) } else { nil }
            })
    }
}
