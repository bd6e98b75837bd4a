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
        let (first, second, yearColumn) = (
            try reader.column("i_iso3c"), try reader.column("j_iso3c"), try reader.column("year")
        )
        let columns = try reader.columns(Self.measures.map(\.source))
        var counts: [DyadYear: Counts] = [:]
        var seen: Set<String> = []
        while let row = try reader.next() {
            guard let a = row.stateByCode(first, in: states), let b = row.stateByCode(second, in: states)
            else {
                log.note("a state outside the list of states", in: file, line: row.line)
                continue
            }
            guard let dyad = Dyad(a.code, b.code) else {
                log.note("a state with itself", in: file, line: row.line)
                continue
            }
            let key = DyadYear(dyad: dyad, year: try row.year(yearColumn))
            guard seen.insert("\(a.code)\(b.code)\(key.year)").inserted else {
                throw row.wrong(first, "a directed dyad-year may occur once")
            }
            var direction: [Int] = []
            for column in columns { direction.append(try row.count(column)) }
            counts[key, default: Counts()].add(direction, isReversed: a.code != dyad.first)
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
        for (key, counts) in counts {
            table.append(
                DyadColumns.cells(key.dyad, in: states) + [.integer(key.year)]
                    + counts.sums.map { .number(Double($0) / 2) }
                    + [.optional(counts.forward?.first), .optional(counts.backward?.first)])
        }
        table.sortByPrimaryKey()
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
        private(set) var forward: [Int]?
        private(set) var backward: [Int]?

        /// A direction without a row counts as zero.
        var sums: [Int] {
            guard let forward, let backward else { return forward ?? backward ?? [] }
            return zip(forward, backward).map(+)
        }

        mutating func add(_ direction: [Int], isReversed: Bool) {
            if isReversed { backward = direction } else { forward = direction }
        }
    }
}
