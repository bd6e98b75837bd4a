import Diagnostics
import Dyads
import Tabular

extension DatasetFolder {
    /// The packages that covariates come from.
    public static let covariatePackages = ["contiguity", "distance", "gdp", "population"]

    /// The covariates of exposure models, from the packages `gdp`, `population`, `distance` and `contiguity`.
    ///
    /// Of CEPII's distances the column `weighted_distance_km` is used: the mean over pairs of cities, weighted by
    /// population (Mayer & Zignago 2011, `distw`). It does not hang on one point of a large state,
    /// as distances of capitals or largest cities do (Kazakhstan moved its capital by 970 km), and unlike the
    /// harmonic mean it presumes no elasticity of trade.
    ///
    /// - Throws: `Diagnostic` when a package is missing or malformed.
    public func covariates() throws(Diagnostic) -> Covariates {
        var reader = try table("dyads", of: "distance")
        let (dyad, km) = (try reader.column("dyad"), try reader.column("weighted_distance_km"))
        var distance: [Dyad: Double] = [:]
        while let row = try reader.next() {
            let value = try row.number(km)
            guard value > 0 else { throw row.wrong(km, "a distance is above zero") }
            guard distance.updateValue(value, forKey: try row.dyad(dyad)) == nil else {
                throw row.wrong(dyad, "a dyad may occur once")
            }
        }
        let (spells, lastYear) = try contiguitySpells()
        return Covariates(
            gdp: try stateYears(of: "gdp", column: "gdp_usd"),
            population: try stateYears(of: "population", column: "population"), distance: distance,
            contiguity: spells, lastYearOfContiguity: lastYear)
    }

    private func stateYears(
        of package: String, column: String
    ) throws(Diagnostic) -> Covariates.StateYears {
        var reader = try table("state-years", of: package)
        let (code, year, value) = (
            try reader.column("iso3"), try reader.column("year"), try reader.column(column)
        )
        var values: Covariates.StateYears = [:]
        while let row = try reader.next() {
            guard let state = StateCode(row.text(code)) else {
                throw row.wrong(code, "an ISO 3166-1 alpha-3 code is three capital letters")
            }
            let number = try row.number(value)
            guard number > 0 else { throw row.wrong(value, "the size of a state is above zero") }
            guard values[state, default: [:]].updateValue(number, forKey: try row.year(year)) == nil else {
                throw row.wrong(year, "a state-year may occur once")
            }
        }
        return values
    }

    /// The spells of contiguity, and the last year in which any of them ends: that of the source.
    private func contiguitySpells() throws(Diagnostic) -> ([Dyad: [Contiguity.Spell]], Int) {
        var reader = try table("dyad-spells", of: "contiguity")
        let (dyad, type) = (try reader.column("dyad"), try reader.column("type"))
        let (first, last) = (try reader.column("first_day"), try reader.column("last_day"))
        var spells: [Dyad: [Contiguity.Spell]] = [:]
        var lastYear = 0
        while let row = try reader.next() {
            guard let contiguity = Contiguity(type: try row.integer(type)) else {
                throw row.wrong(type, "a type of contiguity is a number from 0 to 5")
            }
            let begin = try row.day(first, written: "YYYY-MM-DD") { CalendarDay(iso8601: $0) }
            let end = try row.day(last, written: "YYYY-MM-DD") { CalendarDay(iso8601: $0) }
            guard begin <= end else { throw row.wrong(last, "a spell must not end before it begins") }
            spells[try row.dyad(dyad), default: []].append(.init(contiguity, years: begin.year...end.year))
            lastYear = max(lastYear, end.year)
        }
        return (spells, lastYear)
    }
}
