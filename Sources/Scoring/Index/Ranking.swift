/// Ranks of some units by score: 1 is the best, ties share the better rank.
public struct Ranking: Equatable, Sendable {
    /// The rank of every unit; nil for units that are not ranked.
    public let ranks: [Int?]
    /// How many units share each unit's rank; nil for units that are not ranked.
    public let tieSizes: [Int?]

    /// Ranks the units that `isRanked` marks and that have a score.
    ///
    /// - Parameters:
    ///   - scores: P, higher is better; nil for units without a score.
    ///   - isRanked: P marks of the units that are ranked against one another.
    ///   - tieTolerance: two scores tie when the second is within this share of the score range of the
    ///     first member of the tie group. Comparing with the first member, not with the neighbour, keeps a long
    ///     run of small steps from becoming one tie.
    ///   - magnitude: the size of the terms that the scores are sums of. Scores within 1e-13 of it, or of
    ///     the largest score, tie too: such differences are rounding, and where all scores are equal but for rounding
    ///     their range is nothing that a share could be taken of.
    public init(scores: [Double?], isRanked: [Bool], tieTolerance: Double, magnitude: Double = 0) {
        self.init(
            Self.order(of: scores), where: isRanked, tieTolerance: tieTolerance, magnitude: magnitude)
    }

    /// The rankings of the units of a class alone and of all units, by the same scores.
    public static func ofClassAndOverall(
        scores: [Double?], isInClass: [Bool], tieTolerance: Double, magnitude: Double = 0
    ) -> (ofClass: Ranking, overall: Ranking) {
        let order = order(of: scores)
        func ranking(_ isRanked: [Bool]) -> Ranking {
            Ranking(order, where: isRanked, tieTolerance: tieTolerance, magnitude: magnitude)
        }
        let ofClass = ranking(isInClass)
        guard isInClass.contains(false) else { return (ofClass, ofClass) }
        return (ofClass, ranking(isInClass.map { _ in true }))
    }

    /// A unit with its score.
    private typealias Scored = (unit: Int, score: Double)

    /// The units that have a score, from the best to the worst.
    private static func order(of scores: [Double?]) -> [Scored] {
        var scored: [Scored] = []
        scored.reserveCapacity(scores.count)
        for (unit, score) in scores.enumerated() {
            if let score { scored.append((unit, score)) }
        }
        return descendingOrder(of: scored.map(\.score)).map { scored[$0] }
    }

    /// Ranks the marked units of an order, which several rankings of the same scores share.
    private init(_ all: [Scored], where isRanked: [Bool], tieTolerance: Double, magnitude: Double) {
        let order = all.filter { isRanked[$0.unit] }
        var ranks = [Int?](repeating: nil, count: isRanked.count)
        var tieSizes = ranks
        let tolerance = Self.tolerance(
            highest: order.first?.score ?? 0, lowest: order.last?.score ?? 0, share: tieTolerance,
            magnitude: magnitude)
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, order[start].score - order[end].score <= tolerance { end += 1 }
            for place in start..<end {
                ranks[order[place].unit] = start + 1
                tieSizes[order[place].unit] = end - start
            }
            start = end
        }
        self.ranks = ranks
        self.tieSizes = tieSizes
    }

    /// The difference up to which scores tie with the first of their group.
    public static func tolerance(
        highest: Double, lowest: Double, share: Double, magnitude: Double = 0
    ) -> Double {
        let range = highest - lowest
        // A range beyond that of numbers would make a tie of everything.
        let allowed = range.isFinite ? share * range : share * highest - share * lowest
        let size = max(abs(highest), abs(lowest), magnitude.isFinite ? magnitude : 0)
        return max(allowed, rounding * size)
    }

    /// What sums of some hundred terms may be off by, as a share of their size.
    private static let rounding = 1e-13

    /// The units of rank 1, in their order.
    public var leaders: [Int] { ranks.indices.filter { ranks[$0] == 1 } }
}
