import DyadicModels

/// A composite as a function of its window values: everything fitted and scored again at each.
struct Rescoring: Sendable {
    /// Holds the window values of the composite's indicators.
    let scoring: WindowScoring
    let dimensions: [AssessmentPlan.Dimension]
    let specification: Specification
    /// The places of the scored dyads of the class among the panel's.
    let units: [Int]

    /// Scores and ranks, one a unit, at changed window values of some indicators.
    ///
    /// Against an expectation, which stays as it was fitted, ratios are multiplied by changed over unchanged value; a
    /// value of zero has no such ratio and stays.
    ///
    /// - Parameter values: by indicator, one a dyad of the panel.
    /// - Throws: `Absence` when the composite cannot be scored, or not for every unit.
    func scored(_ values: [String: [Double?]]) throws(Absence) -> (scores: [Double], ranks: [Int]) {
        var changed = scoring
        for (id, values) in values {
            guard case .values(let window, let years)? = scoring.held[id] else { continue }
            if specification.exposure == .none {
                changed.held[id] = .values(values, years: years)
            } else {
                changed.factors[id] = zip(values, window).map { new, old in
                    if let new, let old, old != 0 { new / old } else { 1 }
                }
            }
        }
        let ranking = try changed.composite(dimensions, specification: specification).ranking
        let scores = units.compactMap { ranking.scores[$0] }
        let ranks = units.compactMap { ranking.classRanking.ranks[$0] }
        guard scores.count == units.count, ranks.count == units.count else {
            throw Absence("a dyad loses its score")
        }
        return (scores, ranks)
    }
}
