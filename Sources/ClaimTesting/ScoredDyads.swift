public import DyadicModels

/// Scores of a reading or a dimension with what led to them.
public struct ScoredDyads: Sendable {
    /// What the scores were made from.
    public enum Evidence: Sendable {
        case composite(DyadScores)
        case conversion(ConversionScores)
        case efficiency(EfficiencyScores)
    }

    public let ranking: DyadRanking
    public let evidence: Evidence

    init(_ scores: DyadScores) {
        ranking = scores.ranking
        evidence = .composite(scores)
    }

    init(_ scores: ConversionScores) {
        ranking = scores.ranking
        evidence = .conversion(scores)
    }

    init(_ scores: EfficiencyScores) {
        ranking = scores.ranking
        evidence = .efficiency(scores)
    }
}
