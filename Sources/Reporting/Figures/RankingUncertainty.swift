import ClaimTesting
import Dyads
import Tabular
import Uncertainty

/// How far the main ranking can be trusted, pair by pair: the sampling of years where the study computed it, because it
/// speaks of the scores themselves, else random weights.
enum RankingUncertainty {
    /// Intervals of scores; `fixedWeight` is the weight of indicators without sampling error, 0 to 1.
    case scores([Dyad: ClosedRange<Double>], confidence: Double, fixedWeight: Double)
    /// The ranks that remain when 2.5 % of the draws are left out on either side.
    case ranks([Dyad: ClosedRange<Int>], draws: Int)

    func scoreInterval(of dyad: Dyad) -> ClosedRange<Double>? {
        if case .scores(let intervals, _, _) = self { intervals[dyad] } else { nil }
    }

    func rankInterval(of dyad: Dyad) -> ClosedRange<Int>? {
        if case .ranks(let intervals, _) = self { intervals[dyad] } else { nil }
    }

    /// `95`, in per cent.
    var level: String {
        switch self {
        case .scores(_, let confidence, _): formatted(100 * confidence, significantDigits: 3)
        case .ranks: "95"
        }
    }

    var note: String {
        switch self {
        case .scores(_, _, let fixedWeight):
            "Bars: \(level) % intervals of scores over the sampling of years "
                + "(t, \(CosineProjection.standardCosines) degrees of freedom); indicators with "
                + "\(formatted(100 * fixedWeight, decimals: 0)) % of the weight are no annual series and have no error. "
                + "Whether ranks differ is told by the confidence sets for ranks, not by bars that overlap."
        case .ranks(_, let draws):
            "Right: the ranks that the pair has in the middle \(level) % of \(grouped(draws)) draws of weights, uniform over "
                + "the dimensions and uniform inside each."
        }
    }

    /// In the columns `interval_of`, `interval_low` and `interval_high`.
    func cells(of dyad: Dyad) -> [Table.Cell] {
        if let interval = scoreInterval(of: dyad) {
            return [
                .text("score"), .number(rounded(interval.lowerBound, significantDigits: 6)),
                .number(rounded(interval.upperBound, significantDigits: 6)),
            ]
        }
        guard let interval = rankInterval(of: dyad) else { return [.missing, .missing, .missing] }
        return [.text("rank"), .number(Double(interval.lowerBound)), .number(Double(interval.upperBound))]
    }
}

extension Assessment {
    /// What is known about the main ranking; nil where the study asks for neither test.
    func rankingUncertainty(of main: MainRanking) -> RankingUncertainty? {
        let reading = main.item.subject.id
        if let error = tests.samplingError(of: reading), let confidence = plan.tests?.sampling?.confidence {
            let intervals = error.dyads.compactMap { item in
                item.scoreInterval(confidence: confidence).map { (item.dyad, $0) }
            }
            return .scores(
                Dictionary(intervals) { first, _ in first }, confidence: confidence,
                fixedWeight: error.fixedWeight)
        }
        guard let acceptability = tests.acceptability(of: reading) else { return nil }
        let intervals = main.ranked.compactMap { unit in
            acceptability.middleRanks(of: unit).map { (main.scores.dyads[unit], $0) }
        }
        return .ranks(Dictionary(intervals) { first, _ in first }, draws: acceptability.draws)
    }
}

extension Acceptability {
    /// The ranks that are left of a unit's when 2.5 % of the draws are taken away at either end; nil without a rank, and
    /// where an end lies behind the last place that was counted.
    func middleRanks(of unit: Int) -> ClosedRange<Int>? {
        guard let shares = rankAcceptabilities(of: unit) else { return nil }
        var (sum, first) = (0, Int?.none)
        for (place, share) in shares.enumerated() {
            sum += share.count
            if first == nil, 1000 * sum > 25 * draws { first = place + 1 }
            if let first, 1000 * sum >= 975 * draws { return first...(place + 1) }
        }
        return nil
    }
}
