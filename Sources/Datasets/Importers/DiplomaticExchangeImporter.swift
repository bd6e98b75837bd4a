import Diagnostics
import DyadTables
import Dyads
import Tabular

/// COW diplomatic exchange: the level of the missions that two states have in each other.
struct DiplomaticExchangeImporter: SourceImporter {
    let inputs = [
        InputDescription(
            "diplomatic_exchange.csv", "ccode1, ccode2, year, DR_at_1, DR_at_2, DE; one or both directions")
    ]

    let metadata = PackageMetadata(
        name: "diplomatic-exchange",
        title: "Diplomatic representation by dyad (COW), 1995, 2000 and 2005",
        description: """
            One row a dyad and cross-section: the level of the mission at either state as coded (0 none, 1 charge \
            d'affaires, 2 minister, 3 ambassador, 9 other), how many of the two levels are above zero (9 counts as \
            represented), and the source's own summary. Where the source gives a dyad in both directions they agree.
            """,
        sourceVersion: "COW Diplomatic Exchange v2006.1",
        sources: [
            .init(
                title: "Correlates of War, Diplomatic Exchange v2006.1",
                path: "https://correlatesofwar.org/data-sets/diplomatic-exchange/")
        ],
        licences: [.init(title: "Facts published for scholarly use; cite the source")],
        citations: ["bayer2006exchange"],
        obtaining: """
            From Diplomatic_Exchange_2006v1.csv keep the rows of 1995, 2000 and 2005 whose two states are both among \
            the fifteen, with all columns. A dyad may be there in one direction or in both.
            """)

    func tables(
        from files: [SourceFile], states: StateSystem, log: inout ImportLog
    ) throws(Diagnostic) -> [Table] {
        let file = files[0]
        var reader = try file.csv()
        let yearColumn = try reader.column("year")
        let levels = try reader.columns(["DR_at_1", "DR_at_2"])
        let exchange = try reader.column("DE")
        var pairColumns = try PairColumns(
            "ccode1", "ccode2", as: .cow, in: reader, states: states, file: file)
        var records: [DyadYear: Record] = [:]
        var unique = UniqueRows<DirectedDyadYear>("a directed dyad-year")
        while let row = try reader.next() {
            guard let pair = try pairColumns.pair(of: row, log: &log) else { continue }
            let key = DyadYear(dyad: pair.dyad, year: try row.year(yearColumn))
            try unique.insert(key.directed(pair), row, at: yearColumn)
            var atBoth: [Int] = []
            for column in levels {
                guard try [0, 1, 2, 3, 9].contains(row.integer(column)) else {
                    throw row.wrong(column, "a level of representation is 0, 1, 2, 3 or 9")
                }
                atBoth.append(try row.integer(column))
            }
            if pair.isReversed { atBoth.reverse() }
            let record = Record(atA: atBoth[0], atB: atBoth[1], isExchange: try row.flag(exchange))
            guard records[key] == nil || records[key] == record else {
                throw row.wrong(levels[0], "both directions of a dyad must agree", remedy: "see \(key)")
            }
            records[key] = record
        }
        var table = Table(schema: Self.schema)
        for (key, record) in records {
            table.append(
                DyadColumns.cells(key.dyad, in: states) + [
                    .integer(key.year), .integer(record.atA), .integer(record.atB),
                    .integer([record.atA, record.atB].count { $0 > 0 }), .integer(record.isExchange ? 1 : 0),
                ])
        }
        table.sortByPrimaryKey()
        return [table]
    }

    private struct Record: Equatable {
        let atA: Int
        let atB: Int
        let isExchange: Bool
    }

    private static let schema = TableSchema.dyadYears(
        "Diplomatic representation by dyad-year",
        [
            .init("level_at_a", .integer, "Level of the mission of state b at state a; 9 is other."),
            .init("level_at_b", .integer, "Level of the mission of state a at state b; 9 is other."),
            .init("sides_represented", .integer, "How many of the two levels are above zero."),
            .init("diplomatic_exchange", .integer, "1 where the source codes an exchange at level 1 to 3."),
        ])
}
