import Scoring
import Tabular

extension ScoringMethod {
    /// The method in words, for notes under tables and figures.
    var words: String {
        let values = scaling == .classMean ? "values over the class mean" : "values"
        let transformed =
            switch transform {
            case .identity: values
            case .log1p: "log(1 + x) of \(values)"
            case .sqrt: "square roots of \(values)"
            }
        let normalised =
            switch normalisation {
            case .minMax: "scaled to \(normalisation.name)"
            case .zScore: "as z-scores"
            case .rank: "as ranks"
            }
        let weights =
            switch weighting {
            case .equalByDimension: "equal weights by dimension, then by indicator"
            case .equalByIndicator: "equal weights by indicator"
            }
        return "\(transformed) \(normalised), \(weights), \(aggregation.rawValue) mean of what is observed"
    }

    /// When scores tie, in words.
    var tieWords: String {
        let tolerance = formatted(tieTolerance, significantDigits: 3).replacing("e-0", with: "e-")
        return "Ranks marked = are shared; scores tie within \(tolerance) of the score range."
    }
}
