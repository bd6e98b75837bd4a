import Diagnostics
import DyadTables
import Dyads
import Tabular

/// Merchandise trade, spliced from COW (1992-1999) and BACI (2000-2020).
struct TradeImporter: SourceImporter {
    let inputs = [
        InputDescription(
            "cow_trade.csv",
            "ccode1, ccode2, year, flow1, flow2, smoothflow1, smoothflow2 in current USD million; undirected"),
        InputDescription("baci.csv", "year, exporter, importer, kusd (thousand current USD); directed"),
    ]

    let metadata = PackageMetadata(
        name: "trade",
        title: "Merchandise trade by dyad and year, COW 1992-1999 and BACI 2000-2020",
        description: """
            One row a dyad-year: the total of both directions as each source records it, a spliced series with \
            the source of each value, and COW's imports by side, recorded and smoothed. The smoothed ones are partly \
            interpolated by COW: they are kept for comparison and enter neither the spliced series nor any score. COW before 2000, BACI from 2000; over 2000-2014 the two agree (log correlation \
            0.970, median ratio 1.004). Turkmenistan-Uzbekistan, Tajikistan-Uzbekistan and Tajikistan-Turkmenistan \
            follow COW to 2014, because neither side reported to BACI's source: it has zeros to 2015 (two of them \
            have a value in 2000). Their 2015 is missing. The COW copy is rounded to whole millions, and its zeros of \
            1992-1994 hide trade that was not reported: missing in the spliced series. Flagged as implausible: \
            Armenia-Azerbaijan with 4 to 11 million a year in 2015-2020, and the zero of Turkmenistan-Uzbekistan in \
            2016, between 282 million in 2014 and 152 million in 2017.
            """,
        sourceVersion: """
            COW Dyadic Trade 4.0 as in svmiller/svmiller.github.io at 0530071; BACI 2000-2020 as in AlessandroSpike's \
            repository at 1c0aa82
            """,
        sources: [
            .init(
                title: "Correlates of War, Trade v4.0",
                path: "https://correlatesofwar.org/data-sets/bilateral-trade/"),
            .init(
                title: "CEPII, BACI",
                path: "https://www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp?id=37"),
            .init(
                title: "svmiller/svmiller.github.io at 0530071, R/peacesciencer (the COW copy that was read)",
                path: "https://github.com/svmiller/svmiller.github.io"),
            .init(
                title: "AlessandroSpike at 1c0aa82 (the BACI copy that was read)",
                path: """
                    https://github.com/AlessandroSpike/\
                    An-Optimal-Transport-approach-to-model-the-community-structure-of-the-International-Trade-Network
                    """),
        ],
        licences: [
            .init(
                title: "COW: facts published for scholarly use; cite the source. The copy has no licence file"
            ),
            .init(
                name: "etalab-2.0", title: "BACI: Etalab Open Licence 2.0. The copy has no licence file",
                path: "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"),
        ],
        citations: [
            "barbieri2009trading", "barbieri2016codebook", "gaulier2010baci", "miller2022peacesciencer",
        ],
        obtaining: """
            COW: in R, peacesciencer::download_extdata() fetches cow_trade_ndy; write its rows from 1992 to 2014, all \
            columns, with write.csv(..., row.names = FALSE). BACI: sum the values v of the product rows by year t, \
            exporter i and importer j, keep the fifteen states, every ordered pair in every year (0.0 where BACI has no \
            row), and write year, exporter, importer (ISO codes), kusd.
            """)

    func tables(
        from files: [SourceFile], states: StateSystem, log: inout ImportLog
    ) throws(Diagnostic) -> [Table] {
        let cow = try COWTrade.imports(files[0], states: states, log: &log)
        let baci = try DirectedTrade.totals(files[1], value: "kusd", states: states, log: &log).mapValues {
            $0 / 1000
        }
        var table = Table(schema: Self.schema)
        for key in Set(cow.keys).union(baci.keys) {
            let (recorded, smoothed) = (cow[key]?.recorded, cow[key]?.smoothed)
            let spliced = TradeSplice.value(of: key, cow: recorded?.total, baci: baci[key])
            table.append(
                DyadColumns.cells(key.dyad, in: states) + [
                    .integer(key.year), .optional(recorded?.total), .optional(baci[key]),
                    .optional(spliced?.value), .optional(spliced?.source),
                    .integer(TradeSplice.isImplausible(key) ? 1 : 0),
                    .optional(recorded?.ofA), .optional(recorded?.ofB), .optional(smoothed?.ofA),
                    .optional(smoothed?.ofB),
                ])
        }
        table.sortByPrimaryKey()
        return [table]
    }

    private static let schema = TableSchema.dyadYears(
        "Trade by dyad-year",
        [
            .init(
                "cow_usd_million", .number, "Imports of both sides as COW records them.",
                unit: "current USD million", isRequired: false),
            .init(
                "baci_usd_million", .number, "Exports of both sides as BACI records them.",
                unit: "current USD million", isRequired: false),
            .init(
                "trade_usd_million", .number, "The spliced series; empty where it is not known.",
                unit: "current USD million", isRequired: false),
            .init("source", .string, "COW or BACI: where the spliced value comes from.", isRequired: false),
            .init("flagged", .integer, "1 where the spliced value is implausible."),
            .init(
                "cow_imports_of_a_usd_million", .number,
                "Imports of the first state from the second as COW records them.",
                unit: "current USD million", isRequired: false),
            .init(
                "cow_imports_of_b_usd_million", .number,
                "Imports of the second state from the first as COW records them.",
                unit: "current USD million", isRequired: false),
            .init(
                "cow_smoothed_imports_of_a_usd_million", .number,
                "Imports of the first state as COW smooths them, partly interpolated; for comparison, never scored.",
                unit: "current USD million", isRequired: false),
            .init(
                "cow_smoothed_imports_of_b_usd_million", .number,
                "Imports of the second state as COW smooths them, partly interpolated; for comparison, never scored.",
                unit: "current USD million", isRequired: false),
        ])
}
