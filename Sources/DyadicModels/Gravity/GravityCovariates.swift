import Dyads
import Foundation

/// The covariates of one dyad in the gravity equation.
struct GravityCovariates {
    /// In the order of their values.
    static let names = [
        "log_gdp_product", "log_population_product", "log_distance", "land_contiguity", "water_contiguity",
    ]

    private let logGDP, logPopulation, logDistance, land, water: Double

    /// One a name, by its place. Kept apart and not in an array: there are as many as dyad-years.
    subscript(place: Int) -> Double {
        switch place {
        case 0: logGDP
        case 1: logPopulation
        case 2: logDistance
        case 3: land
        default: water
        }
    }

    private init(_ values: [Double]) {
        (logGDP, logPopulation, logDistance, land, water) = (
            values[0], values[1], values[2], values[3], values[4]
        )
    }

    /// The covariates of a dyad in a year.
    ///
    /// - Throws: `Absence` naming the first that is missing.
    init(of dyad: Dyad, in year: Int, from covariates: Covariates) throws(Absence) {
        guard let gdps = Self.both(dyad, { covariates.gdp(of: $0, in: year) }) else {
            throw Absence("GDP is missing")
        }
        guard let populations = Self.both(dyad, { covariates.population(of: $0, in: year) }) else {
            throw Absence("population is missing")
        }
        guard let distance = covariates.distance(of: dyad) else {
            throw Absence("distance is missing")
        }
        let contiguity = covariates.contiguity(of: dyad, in: year)
        logGDP = log(gdps.0) + log(gdps.1)
        logPopulation = log(populations.0) + log(populations.1)
        logDistance = log(distance)
        land = contiguity == .land ? 1 : 0
        water = contiguity == .water ? 1 : 0
    }

    /// The mean covariates of a dyad over those of some years in which it has all of them.
    ///
    /// - Throws: `Absence` when there is no such year.
    init(of dyad: Dyad, over years: [Int], from covariates: Covariates) throws(Absence) {
        var (sums, count) = ([Double](repeating: 0, count: Self.names.count), 0.0)
        var failure = Absence("no year to take covariates from")
        for year in years {
            do {
                let ofYear = try GravityCovariates(of: dyad, in: year, from: covariates)
                for index in sums.indices { sums[index] += ofYear[index] }
                count += 1
            } catch {
                failure = years.count == 1 ? error : Absence("\(error.reason) in every year")
            }
        }
        guard count > 0 else { throw failure }
        self.init(sums.map { $0 / count })
    }

    private static func both(
        _ dyad: Dyad, _ value: (StateCode) -> Double?
    ) -> (Double, Double)? {
        value(dyad.first).flatMap { first in value(dyad.second).map { (first, $0) } }
    }
}
