import Diagnostics
import DyadTables
import Dyads
import Tabular

/// ICEWS event counts per directed dyad-year.
///
/// The two directions of a dyad are near-duplicates (one event is coded for both), so a dyad-year gets half
/// their sum. Verbal cooperation is also kept by direction, so that this can be checked.
struct ICEWSImporter: SourceImporter {
    let inputs = [
        InputDescription("icews_dyad_year.csv", "i_iso3c, j_iso3c, year and four event counts, directed")
    ]

    let metadata = PackageMetadata(
        name: "icews",
        title: "ICEWS event counts by dyad and year, 2002-2014",
        description: """
            One row a dyad-year: half the sum of the two directions of four classes of events, and the single \
            directions of verbal cooperation. The directions are near-duplicates: over 2002-2014 the smaller is on \
            average 0.90 of the larger. The copy that was read \
            does not say which CAMEO root codes each class holds. Media coverage drives the volume, which also shifts \
            from year to year: compare within years only.
            """,
        sourceVersion: "netify-dev/netify at d0dceb6, data/icews.rda",
        sources: [
            .init(
                title: "ICEWS Coded Event Data, Harvard Dataverse", path: "https://doi.org/10.7910/DVN/28075"),
            .init(
                title: "netify-dev/netify at d0dceb6 (the copy that was read)",
                path: "https://github.com/netify-dev/netify"),
        ],
        licences: [
            .init(
                title:
                    "ICEWS Coded Event Data: public release on Harvard Dataverse; the copy's package is GPL-3"
            )
        ],
        citations: ["boschee2015icews"],
        obtaining: """
            Load data/icews.rda of the R package netify and write the data frame with write.csv(icews, row.names = \
            FALSE). Years and states beyond those kept here may be in the file.
            """)

    private static let measures: [(source: String, ours: String, title: String)] = [
        ("verbCoop", "verbal_cooperation", "verbal cooperation"),
        ("matlCoop", "material_cooperation", "material cooperation"),
        ("verbConf", "verbal_conflict", "verbal conflict"),
        ("matlConf", "material_conflict", "material conflict"),
    ]

    func tables(from files: [SourceFile], states: StateSystem, log: inout ImportLog) throws(Diagnostic)
        -> [Table]
    {
        let file = files[0]
        var reader = try file.csv()
        let yearColumn = try reader.column("year")
        let columns = try reader.columns(Self.measures.map(\.source))
        var pairColumns = try PairColumns(
            "i_iso3c", "j_iso3c", as: .iso3, in: reader, states: states, file: file)
        var counts: [DyadYear: Counts] = [:]
        while let row = try reader.next() {
            guard let pair = try pairColumns.pair(of: row, log: &log) else { continue }
            let key = DyadYear(dyad: pair.dyad, year: try row.year(yearColumn))
            var direction: SIMD4<Int> = .zero
            for (measure, column) in columns.enumerated() { direction[measure] = try row.count(column) }
            guard counts[key, default: Counts()].add(direction, isReversed: pair.isReversed) else {
                throw row.wrong(pairColumns.first, "a directed dyad-year may occur once")
            }
        }
        var table = Table(
            schema: TableSchema(
                name: "dyad-years", title: "Event counts by dyad-year",
                fields: DyadColumns.fields + [DyadColumns.year]
                    + Self.measures.map {
                        .init(
                            $0.ours, .number, "Events of \($0.title), half the sum of the two directions.",
                            unit: "events")
                    } + Self.directionFields, primaryKey: ["dyad", "year"]))
        for (key, counts) in counts.sorted(by: { $0.key < $1.key }) {
            var cells = DyadColumns.cells(key.dyad, in: states)
            cells.reserveCapacity(table.schema.fields.count)
            cells.append(.integer(key.year))
            for measure in Self.measures.indices { cells.append(.number(counts.halfSums[measure])) }
            cells.append(.optional(counts.forward?[0]))
            cells.append(.optional(counts.backward?[0]))
            table.append(cells)
        }
        return [table]
    }

    private static let directionFields: [TableSchema.Field] = [
        .init(
            "verbal_cooperation_a_to_b", .integer,
            "Events of verbal cooperation from the first state to the second; empty without a row of the source.",
            unit: "events", isRequired: false),
        .init(
            "verbal_cooperation_b_to_a", .integer,
            "Events of verbal cooperation from the second state to the first; empty without a row of the source.",
            unit: "events", isRequired: false),
    ]

    /// The counts of a dyad-year, in the order of `measures`.
    private struct Counts {
        private(set) var forward: SIMD4<Int>?
        private(set) var backward: SIMD4<Int>?

        /// Half the sum of the directions; one without a row counts as zero.
        var halfSums: SIMD4<Double> {
            (SIMD4<Double>(forward ?? .zero) + SIMD4<Double>(backward ?? .zero)) / 2
        }

        /// False when the direction is there already.
        mutating func add(_ direction: SIMD4<Int>, isReversed: Bool) -> Bool {
            guard (isReversed ? backward : forward) == nil else { return false }
            if isReversed { backward = direction } else { forward = direction }
            return true
        }
    }
}
