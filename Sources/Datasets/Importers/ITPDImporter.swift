import Diagnostics
import DyadTables
import Dyads
import Tabular

/// Trade as ITPD-E has it, in constant dollars: a check on BACI, never scored.
struct ITPDImporter: SourceImporter {
    let inputs = [
        InputDescription(
            "itpd.csv", "year, exporter, importer, value_const2010 (constant 2010 USD); directed")
    ]

    let metadata = PackageMetadata(
        name: "trade-itpd",
        title: "Trade by dyad and year, ITPD-E, 2000-2016",
        description: """
            One row a dyad-year: the total of both directions in constant dollars of 2010, from an aggregate of \
            ITPD-E. It checks BACI (log correlation 0.988 over the dyad-years in which both are above zero) and is \
            never scored. A zero may be trade that nobody reported: Tajikistan-Uzbekistan is zero throughout.
            """,
        sourceVersion: "ITPD-E as aggregated in dennis-klein/arms-trade-networks at d450d24",
        sources: [
            .init(
                title:
                    "U.S. International Trade Commission, International Trade and Production Database for Estimation",
                path: "https://www.usitc.gov/data/gravity/itpde.htm"),
            .init(
                title: "dennis-klein/arms-trade-networks at d450d24 (the copy that was read)",
                path: "https://github.com/dennis-klein/arms-trade-networks"),
        ],
        licences: [
            .init(
                title: """
                    ITPD-E: cite the source. The terms of the database and of the copy were not recorded when it was \
                    read: see the publisher's page
                    """)
        ],
        citations: ["borchert2021itpde"],
        obtaining: """
            Take data/out/itpd_aggregated.rds of the repository: one matrix of exporters by importers for each year \
            from 2000 to 2016, in constant USD of 2010. Keep the fifteen states, every ordered pair in every year, \
            and write year, exporter, importer (ISO codes), value_const2010.
            """)

    func tables(
        from files: [SourceFile], states: StateSystem, log: inout ImportLog
    ) throws(Diagnostic) -> [Table] {
        let totals = try DirectedTrade.totals(
            files[0], value: "value_const2010", states: states, log: &log)
        var table = Table(
            schema: .dyadYears(
                "Trade by dyad-year (ITPD-E)",
                [
                    .init(
                        "itpd_usd2010", .number, "Exports of both sides as the aggregate of ITPD-E has them.",
                        unit: "constant 2010 USD")
                ]))
        for (key, total) in totals {
            table.append(
                DyadColumns.cells(key.dyad, in: states) + [.integer(key.year), .number(total)])
        }
        table.sortByPrimaryKey()
        return [table]
    }
}
