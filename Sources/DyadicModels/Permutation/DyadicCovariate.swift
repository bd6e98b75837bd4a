public import Dyads
import Foundation

/// What is known of a pair of states beside the indicators, as one number for a span of years.
public enum DyadicCovariate: String, Sendable, CaseIterable {
    /// The logarithm of the distance in km.
    case logDistance = "log-distance"
    /// 1 for a land border in any of the years, else 0.
    case contiguity
    /// The logarithm of the geometric mean of the two states' mean GDPs, current US dollars.
    case logGDP = "log-gdp"
    /// The logarithm of the geometric mean of the two states' mean populations.
    case logPopulation = "log-population"

    /// The value of a pair; nil when it is not known.
    ///
    /// Sizes are means over the years in which both states' are known, as `SizeExposure` takes them.
    public func value(of dyad: Dyad, years: ClosedRange<Int>, covariates: Covariates) -> Double? {
        switch self {
        case .logDistance: covariates.distance(of: dyad).map { log($0) }
        case .contiguity: years.contains { covariates.contiguity(of: dyad, in: $0) == .land } ? 1 : 0
        case .logGDP: logSize(.gdp, of: dyad, years: years, covariates: covariates)
        case .logPopulation: logSize(.population, of: dyad, years: years, covariates: covariates)
        }
    }

    private func logSize(
        _ size: SizeExposure, of dyad: Dyad, years: ClosedRange<Int>, covariates: Covariates
    ) -> Double? {
        (try? size.exposure(of: dyad, years: Array(years), covariates: covariates)).map { log($0) }
    }
}
