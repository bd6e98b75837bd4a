import Uncertainty

/// Prints how often nominal 95 % intervals and sets of ranks hold the truth, as CSV.
func printCoverage() throws {
    print("units,years,autocorrelation,method,coverage,standard_error,panels")
    // Many units are slow, and matter for sets of ranks alone.
    for (units, panels) in [(4, 2000), (91, 200)] {
        for years in [6, 10, 13, 20, 30] {
            for autocorrelation in [0, 0.5] {
                var simulation = CoverageSimulation(
                    years: years, autocorrelation: autocorrelation, seed: 1)
                simulation.units = units
                simulation.panels = panels
                let found = try simulation.run()
                let methods: [(String, MonteCarloShare)] = [
                    ("independent years, t", found.naive), ("moving-block bootstrap", found.movingBlock),
                    ("cosine projection, t(4)", found.cosine),
                    ("rank set, covariance as known", found.gaussianRanks),
                    ("rank set, 4 degrees of freedom", found.ranks),
                ]
                for (name, share) in methods {
                    print(
                        "\(units),\(years),\(autocorrelation),\"\(name)\",\(share.value),"
                            + "\(share.standardError),\(share.draws)")
                }
            }
        }
    }
}
