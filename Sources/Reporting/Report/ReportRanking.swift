import ClaimTesting
import Dyads
import DyadicModels

/// The pairs that the report lists and explains, in the order of the main ranking.
///
/// These are all; of a large class the best, the target, and those that are followed one by one.
struct ReportRanking {
    let main: MainRanking
    /// Members of the class by rank, then the others by score.
    let units: [Int]
    /// How many pairs there are.
    let total: Int

    init?(_ assessment: Assessment, style: ReportStyle) {
        guard let main = MainRanking(assessment) else { return nil }
        self.main = main
        let all = main.ranked + main.outside
        total = main.scores.dyads.count
        guard let followed = assessment.followedDyads else {
            // Pairs without a score have a page too: it says that nothing was observed.
            units = all + main.scores.dyads.indices.filter { main.scores.index.scores[$0] == nil }
            return
        }
        let best = max(style.top, 30)
        let kept = Set(followed + main.ranked.prefix(best) + main.outside.prefix(best))
        units = all.filter(kept.contains)
    }

    /// Whether some pairs are left out.
    var isCut: Bool { units.count < total }

    func dyad(_ unit: Int) -> Dyad { main.scores.dyads[unit] }

    /// The pair that another is held against: the first of the class, or for that one the second.
    func leader(besides unit: Int, in ranking: DyadRanking) -> Int? {
        let ranks = ranking.classRanking.ranks
        return ranking.dyads.indices.filter { $0 != unit && ranks[$0] != nil }.min {
            (ranks[$0] ?? .max, $0) < (ranks[$1] ?? .max, $1)
        }
    }

    /// The id of a pair's page: the codes of states are capital letters.
    static func pageID(of dyad: Dyad) -> String { "pair-\(dyad)" }
}

extension DyadRanking {
    /// `8`, `8=` if shared; for a dyad outside the class its place there in parentheses; nil without a score.
    func rankText(of unit: Int) -> String? {
        if let rank = classRanking.ranks[unit] { return rankLabel(rank, ties: classRanking.tieSizes[unit]) }
        return isInClass[unit] ? nil : placeInClass(of: unit).map { "(\($0))" }
    }

    /// The rank by which a column is sorted: a dyad outside the class comes after the member whose rank it would have.
    func sortKey(of unit: Int) -> String? {
        if let rank = classRanking.ranks[unit] { return "\(rank)" }
        return isInClass[unit] ? nil : placeInClass(of: unit).map { "\($0).5" }
    }
}
