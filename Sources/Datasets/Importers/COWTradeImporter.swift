import Diagnostics
import DyadTables
import Dyads
import Tabular

/// Merchandise trade as the Correlates of War record it, for any states: the spliced series (`TradeImporter`) needs a
/// second source, which is here for fifteen states only.
struct COWTradeImporter: SourceImporter {
    let inputs = [
        InputDescription(
            "cow_trade.csv",
            "ccode1, ccode2, year, flow1, flow2, smoothflow1, smoothflow2 in current USD million; undirected")
    ]

    let metadata = PackageMetadata(
        name: "trade-cow",
        title: "Merchandise trade by dyad and year (COW), 1992-2014",
        description: """
            One row a dyad-year: imports of both sides as COW records them. The copy is rounded to whole millions, so \
            that 0 means none or less than half a million; zeros of 1992-1994 hide trade that was not reported and are \
            missing. A total is missing where the source lacks either side, and so is a dyad-year without a row.
            """,
        sourceVersion: "COW Dyadic Trade 4.0 as in svmiller/svmiller.github.io at 0530071",
        sources: [
            .init(
                title: "Correlates of War, Trade v4.0",
                path: "https://correlatesofwar.org/data-sets/bilateral-trade/"),
            .init(
                title: "svmiller/svmiller.github.io at 0530071, R/peacesciencer (the copy that was read)",
                path: "https://github.com/svmiller/svmiller.github.io"),
        ],
        licences: [
            .init(title: "Facts published for scholarly use; cite the source. The copy has no licence file")
        ],
        citations: ["barbieri2009trading", "barbieri2016codebook", "miller2022peacesciencer"],
        obtaining: """
            In R, peacesciencer::download_extdata() fetches cow_trade_ndy; write its rows from 1992 to 2014, all columns, \
            with write.csv(..., row.names = FALSE, na = "").
            """)

    func tables(
        from files: [SourceFile], states: StateSystem, log: inout ImportLog
    ) throws(Diagnostic) -> [Table] {
        var table = Table(
            schema: .dyadYears(
                "Trade by dyad-year",
                [
                    .init(
                        "trade_usd_million", .number,
                        "Imports of both sides; empty where they are not known.",
                        unit: "current USD million", isRequired: false)
                ]))
        for (key, imports) in try COWTrade.imports(files[0], states: states, log: &log) {
            table.append(
                DyadColumns.cells(key.dyad, in: states) + [
                    .integer(key.year), .optional(COWTrade.reported(imports.recorded.total, in: key.year)),
                ])
        }
        table.sortByPrimaryKey()
        return [table]
    }
}
