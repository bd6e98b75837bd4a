import Diagnostics
import DyadTables
import Dyads
import Tabular

/// Diplometrics: which state has an embassy in which.
struct EmbassiesImporter: SourceImporter {
    let inputs = [
        InputDescription(
            "diplomatic_network.csv", "year, origin, destination (ISO codes), embassy_level; directed")
    ]

    let metadata = PackageMetadata(
        name: "embassies",
        title: "Embassies by dyad and year (Diplometrics), 2000-2020",
        description: """
            One row a dyad-year with at least one embassy: in how many of the two directions one is recorded, and at \
            which level. The copy keeps levels 4 and above; inside 2000-2020 a missing row is a zero at that level. \
            Most pairs reach two after 2010, so that the measure says little after that year.
            """,
        sourceVersion: "daia-cmd/graduation_report at 073ab86, data/midstate/diplomatic_network.csv",
        sources: [
            .init(
                title: "Pardee Institute, Diplometrics Diplomatic Representation",
                path: "https://korbel.du.edu/pardee/content/diplomatic-representation"),
            .init(
                title: "daia-cmd/graduation_report at 073ab86 (the copy that was read)",
                path: "https://github.com/daia-cmd/graduation_report"),
        ],
        licences: [
            .init(title: "Facts published for scholarly use; cite the article. The copy has no licence file")
        ],
        citations: ["moyer2021diplomacy"],
        obtaining: """
            Take the directed dyad-years of the Diplomatic Representation database (doi:10.7910/DVN/YM3UOO) for \
            2000-2020, keep rows with an embassy level of 4 or more, and write year, origin, destination (ISO codes), \
            embassy_level and focus; the file of the copy has this form already.
            """)

    func tables(
        from files: [SourceFile], states: StateSystem, log: inout ImportLog
    ) throws(Diagnostic) -> [Table] {
        let file = files[0]
        var reader = try file.csv()
        let (yearColumn, level) = (try reader.column("year"), try reader.column("embassy_level"))
        var pairColumns = try PairColumns(
            "origin", "destination", as: .iso3, in: reader, states: states, file: file)
        var levels: [DyadYear: (ofA: Int?, ofB: Int?)] = [:]
        var unique = UniqueRows<DirectedDyadYear>("a directed dyad-year")
        while let row = try reader.next() {
            guard let pair = try pairColumns.pair(of: row, log: &log) else { continue }
            let key = DyadYear(dyad: pair.dyad, year: try row.year(yearColumn))
            try unique.insert(key.directed(pair), row, at: yearColumn)
            guard try (4...6).contains(row.integer(level)) else {
                throw row.wrong(level, "the level of an embassy is 4, 5 or 6")
            }
            if pair.isReversed {
                levels[key, default: (nil, nil)].ofB = try row.integer(level)
            } else {
                levels[key, default: (nil, nil)].ofA = try row.integer(level)
            }
        }
        var table = Table(
            schema: .dyadYears(
                "Embassies by dyad-year",
                [
                    .init(
                        "embassies", .integer, "In how many of the two directions an embassy is recorded.",
                        unit: "embassies"),
                    .init(
                        "level_of_a", .integer,
                        "Level of the embassy of state a in state b, as coded (4 to 6).",
                        isRequired: false),
                    .init(
                        "level_of_b", .integer,
                        "Level of the embassy of state b in state a, as coded (4 to 6).",
                        isRequired: false),
                ]))
        for (key, level) in levels {
            table.append(
                DyadColumns.cells(key.dyad, in: states) + [
                    .integer(key.year), .integer([level.ofA, level.ofB].count { $0 != nil }),
                    .optional(level.ofA), .optional(level.ofB),
                ])
        }
        table.sortByPrimaryKey()
        return [table]
    }
}
