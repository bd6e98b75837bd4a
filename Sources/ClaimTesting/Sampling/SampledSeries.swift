import DyadicModels
import Uncertainty

/// The annual series of a composite, in groups of identical covered years, and what is held fixed beside them.
struct SampledSeries: Sendable {
    /// An annual series with more years than cosines.
    struct Series: Sendable {
        let id: String
        let yearly: YearlyValues
        /// P window values.
        let window: [Double?]
    }

    /// Series of the same covered years; their errors in the same year go together.
    struct Group: Sendable {
        let years: [Int]
        var series: [Series]
    }

    let indicators: [SampledIndicator]
    /// In the order of their first indicators.
    let groups: [Group]

    /// - Parameter scoring: holds the window values of the composite's indicators.
    init(of scores: DyadScores, in scoring: WindowScoring) {
        var indicators: [SampledIndicator] = []
        var groups: [Group] = []
        for (indicator, weight) in zip(scores.indicators, scores.index.nominalWeights) {
            guard let column = scoring.panel[indicator: indicator.id],
                case .values(let window, let years)? = scoring.held[indicator.id]
            else { continue }
            func held(_ reason: String, years: [Int]) -> SampledIndicator {
                SampledIndicator(
                    id: indicator.id, weight: weight, years: years, treatment: .heldFixed(reason: reason))
            }
            guard
                let yearly = column.yearlyValues(
                    in: scoring.window.years, dyads: scoring.panel.dyads,
                    referenceClass: scoring.claim.referenceClass)
            else {
                indicators.append(
                    scoring.isDated(indicator.id)
                        ? held("dated rows, not a value for each year", years: [])
                        : held("a snapshot, not a value for each year", years: years))
                continue
            }
            guard yearly.years.count > CosineProjection.standardCosines else {
                indicators.append(
                    held(
                        "\(yearly.years.count) covered years: \(CosineProjection.standardCosines + 1) needed",
                        years: years))
                continue
            }
            let series = Series(id: indicator.id, yearly: yearly, window: window)
            let place = groups.firstIndex { $0.years == yearly.years } ?? groups.count
            if place == groups.count { groups.append(Group(years: yearly.years, series: [])) }
            groups[place].series.append(series)
            indicators.append(
                SampledIndicator(
                    id: indicator.id, weight: weight, years: years,
                    treatment: .resampled(
                        group: place + 1,
                        blockLength: MovingBlockBootstrap.standardBlockLength(years: yearly.years.count))))
        }
        self.indicators = indicators
        self.groups = groups
    }
}
