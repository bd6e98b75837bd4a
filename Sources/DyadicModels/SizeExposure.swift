public import Dyads

/// What a pair is set in relation to when only the size of its states counts.
public enum SizeExposure: String, Sendable, CaseIterable {
    /// Persons.
    case population
    /// Gross domestic product, current US dollars.
    case gdp

    /// The geometric mean of the two states' mean sizes over some years.
    ///
    /// The two means run over the same years: those in which both sizes are known. Nothing is filled.
    ///
    /// - Parameters:
    ///   - dyad: the two states.
    ///   - years: the covered years of the indicator in the window.
    ///   - covariates: sizes of states by year; the answer has their unit, persons or current US dollars.
    /// - Throws: `Absence` when there is no year in which both are known.
    public func exposure(
        of dyad: Dyad, years: [Int], covariates: Covariates
    ) throws(Absence) -> Double {
        let known = years.compactMap { year in
            size(of: dyad.first, in: year, covariates).flatMap { first in
                size(of: dyad.second, in: year, covariates).map { (first, $0) }
            }
        }
        guard !known.isEmpty else {
            throw Absence("no year in which the \(name) of both states is known")
        }
        let count = Double(known.count)
        let means = known.reduce((0, 0)) { ($0.0 + $1.0 / count, $0.1 + $1.1 / count) }
        return means.0.squareRoot() * means.1.squareRoot()
    }

    private var name: String { self == .gdp ? "GDP" : "population" }

    private func size(of state: StateCode, in year: Int, _ covariates: Covariates) -> Double? {
        self == .gdp ? covariates.gdp(of: state, in: year) : covariates.population(of: state, in: year)
    }
}
