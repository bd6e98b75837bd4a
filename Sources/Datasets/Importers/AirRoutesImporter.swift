import Diagnostics
import DyadTables
import Dyads
import Tabular

/// OpenFlights: pairs of airports with a route between two states.
///
/// The files have no header. Airports are matched by OpenFlights' own numbers: codes are reused, and matching
/// by code changes counts.
struct AirRoutesImporter: SourceImporter {
    let inputs = [
        InputDescription("routes.dat", "OpenFlights routes: nine columns without a header"),
        InputDescription("airports.dat", "OpenFlights airports: fourteen columns without a header"),
    ]

    let metadata = PackageMetadata(
        name: "air-routes",
        title: "Airport pairs with an air route by dyad, 2014",
        description: """
            One row a dyad with at least one route: distinct unordered pairs of airports, one in each state, that any \
            airline served, code shares and stops included. The source has not been updated since June 2014: one \
            cross-section, in which a missing row is a zero.
            """,
        sourceVersion: "jpatokal/openflights at 5a03602, data/",
        sources: [
            .init(title: "OpenFlights airport and route data", path: "https://openflights.org/data"),
            .init(
                title: "jpatokal/openflights at 5a03602 (the copy that was read)",
                path: "https://github.com/jpatokal/openflights"),
        ],
        licences: [
            .init(
                name: "ODbL-1.0", title: "Open Database License 1.0; this derived table is under it as well",
                path: "https://opendatacommons.org/licenses/odbl/1-0/")
        ],
        citations: ["openflights2014"],
        obtaining: "Take data/routes.dat and data/airports.dat of the repository as they are.")

    private static let routeColumns = [
        "airline", "airline_id", "from", "from_id", "to", "to_id", "codeshare", "stops", "equipment",
    ]
    private static let airportColumns = [
        "id", "name", "city", "country", "iata", "icao", "latitude", "longitude", "altitude", "utc_offset",
        "dst",
        "timezone", "type", "source",
    ]

    func tables(
        from files: [SourceFile], states: StateSystem, log: inout ImportLog
    ) throws(Diagnostic) -> [Table] {
        let (knownAirports, stateOf) = try airports(files[1], states: states)
        var reader = try files[0].csv(header: Self.routeColumns)
        let (from, to) = (try reader.column("from_id"), try reader.column("to_id"))
        var airportPairs: [Dyad: Set<Set<Int>>] = [:]
        while let row = try reader.next() {
            // OpenFlights writes missing values as \N.
            guard row.text(from) != "\\N", row.text(to) != "\\N" else {
                log.note("an airport without an OpenFlights number", in: files[0], line: row.line)
                continue
            }
            let (origin, destination) = (try row.integer(from), try row.integer(to))
            guard knownAirports.contains(origin), knownAirports.contains(destination) else {
                log.note("an airport that is not in the file of airports", in: files[0], line: row.line)
                continue
            }
            guard let a = stateOf[origin], let b = stateOf[destination] else {
                log.note("a state outside the list of states", in: files[0], line: row.line)
                continue
            }
            guard let dyad = Dyad(a, b) else {
                log.note("a domestic route", in: files[0], line: row.line)
                continue
            }
            airportPairs[dyad, default: []].insert([origin, destination])
        }
        var table = Table(
            schema: TableSchema(
                name: "dyads", title: "Airport pairs by dyad",
                fields: DyadColumns.fields + [
                    DyadColumns.year,
                    .init(
                        "airport_pairs", .integer, "Distinct unordered pairs of airports.",
                        unit: "airport pairs"),
                ], primaryKey: ["dyad", "year"]))
        for (dyad, pairs) in airportPairs {
            table.append(DyadColumns.cells(dyad, in: states) + [.integer(2014), .integer(pairs.count)])
        }
        table.sortByPrimaryKey()
        return [table]
    }

    private func airports(
        _ file: SourceFile, states: StateSystem
    ) throws(Diagnostic) -> (known: Set<Int>, stateOf: [Int: StateCode]) {
        var reader = try file.csv(header: Self.airportColumns)
        let (id, country) = (try reader.column("id"), try reader.column("country"))
        var known: Set<Int> = []
        var stateOf: [Int: StateCode] = [:]
        var unique = UniqueRows<Int>("an airport's number")
        while let row = try reader.next() {
            let number = try row.integer(id)
            try unique.insert(number, row, at: id)
            known.insert(number)
            if let state = states.state(named: row.text(country)) { stateOf[number] = state.code }
        }
        return (known, stateOf)
    }
}
