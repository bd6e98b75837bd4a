import Diagnostics
import DyadTables
import Dyads
import Tabular

/// CEPII GeoDist: distances, contiguity and common languages.
struct DistanceImporter: SourceImporter {
    let inputs = [
        InputDescription(
            "dist_cepii.csv", "iso_o, iso_d, contig, comlang_off, comlang_ethno, dist, ...; directed")
    ]

    let metadata = PackageMetadata(
        name: "distance",
        title: "Distance, contiguity and common languages by dyad (CEPII GeoDist)",
        description: """
            One row a dyad. Both directions of the source were compared: they agree but for rounding in the weighted \
            distances (relative difference below 0.00001), where the direction from state a to state b was taken. \
            The flag of a common official language marks three of the dyads only.
            """,
        sourceVersion: "GeoDist, dist_cepii, as in pachadotdev/cepiigeodist at 534f171",
        sources: [
            .init(
                title: "CEPII, GeoDist",
                path: "https://www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp?id=6"),
            .init(
                title: "pachadotdev/cepiigeodist at 534f171 (the copy that was read)",
                path: "https://github.com/pachadotdev/cepiigeodist"),
        ],
        licences: [.init(title: "Facts published by CEPII for research use; cite the working paper")],
        citations: ["mayer2011geodist"],
        obtaining: """
            In R: write cepiigeodist::dist_cepii with write.csv(..., row.names = FALSE, quote = FALSE, na = ""). CEPII \
            itself offers the same table as dist_cepii.xls and dist_cepii.dta.
            """)

    private static let distances: [(source: String, field: TableSchema.Field)] = [
        ("dist", .init("distance_km", .number, "Between the most populated cities.", unit: "km")),
        ("distcap", .init("capital_distance_km", .number, "Between the capitals.", unit: "km")),
        (
            "distw",
            .init(
                "weighted_distance_km", .number, "Between cities, weighted by population, arithmetic mean.",
                unit: "km")
        ),
        (
            "distwces",
            .init(
                "weighted_ces_distance_km", .number, "Between cities, weighted by population, harmonic mean.",
                unit: "km")
        ),
    ]

    private static let flags: [(source: String, field: TableSchema.Field)] = [
        ("contig", .init("contiguous", .integer, "1 with a common border.")),
        ("comlang_off", .init("common_official_language", .integer, "1 with a common official language.")),
        (
            "comlang_ethno",
            .init(
                "common_ethnic_language", .integer,
                "1 with a language that at least 9 % speak in both states.")
        ),
    ]

    /// How far two directions may differ, relative to their size: the source rounds to seven digits.
    private static let tolerance = 1e-5

    private struct Record {
        let distances: [Double]
        let flags: [Bool]

        func agrees(with other: Record) -> Bool {
            flags == other.flags
                && zip(distances, other.distances).allSatisfy { abs($0 - $1) <= tolerance * max($0, $1) }
        }
    }

    func tables(
        from files: [SourceFile], states: StateSystem, log: inout ImportLog
    ) throws(Diagnostic) -> [Table] {
        let file = files[0]
        var reader = try file.csv()
        let distanceColumns = try reader.columns(Self.distances.map(\.source))
        let flagColumns = try reader.columns(Self.flags.map(\.source))
        var pairColumns = try PairColumns("iso_o", "iso_d", as: .iso3, in: reader, states: states, file: file)
        var records: [OrderedPair: Record] = [:]
        var unique = UniqueRows<OrderedPair>("a directed dyad")
        while let row = try reader.next() {
            guard let pair = try pairColumns.pair(of: row, log: &log) else { continue }
            try unique.insert(pair, row, at: pairColumns.first)
            var distances: [Double] = []
            for column in distanceColumns { distances.append(try row.number(column)) }
            var flags: [Bool] = []
            for column in flagColumns { flags.append(try row.flag(column)) }
            let record = Record(distances: distances, flags: flags)
            let other = OrderedPair(dyad: pair.dyad, isReversed: !pair.isReversed)
            guard records[other]?.agrees(with: record) ?? true else {
                throw row.wrong(pairColumns.first, "both directions of a dyad must agree")
            }
            records[pair] = record
        }
        var table = Table(
            schema: TableSchema(
                name: "dyads", title: "Distance and language by dyad",
                fields: DyadColumns.fields + Self.distances.map(\.field) + Self.flags.map(\.field),
                primaryKey: ["dyad"]))
        for (pair, record) in records where !pair.isReversed {
            table.append(
                DyadColumns.cells(pair.dyad, in: states) + record.distances.map { .number($0) }
                    + record.flags.map { .integer($0 ? 1 : 0) })
        }
        table.sortByPrimaryKey()
        return [table]
    }
}
