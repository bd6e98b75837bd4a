import Diagnostics
import DyadTables
import Dyads
import Tabular

/// Bilateral investment treaties as UNCTAD lists them.
struct InvestmentTreatiesImporter: SourceImporter {
    let inputs = [
        InputDescription("bit.csv", "title, type, status, signed and force (26may2001), a, b (ISO codes)")
    ]

    let metadata = PackageMetadata(
        name: "investment-treaties",
        title: "Bilateral investment treaties by dyad (UNCTAD), as of January 2020",
        description: """
            One row a treaty: when it was signed and, if it was, when it came into force. The status is that of \
            January 2020 and does not say since when. Nearly every pair has one, so that only yes or no is informative.
            """,
        sourceVersion:
            "UNCTAD, downloaded January 2020; a3guyen/2019PAPER_Intensive_Extensive_FDI_TWE at 0b9debb",
        sources: [
            .init(
                title: "UNCTAD, International Investment Agreements Navigator",
                path: "https://investmentpolicy.unctad.org/international-investment-agreements"),
            .init(
                title: "a3guyen/2019PAPER_Intensive_Extensive_FDI_TWE at 0b9debb (the copy that was read)",
                path: "https://github.com/a3guyen/2019PAPER_Intensive_Extensive_FDI_TWE"),
        ],
        licences: [.init(title: "Facts published by UNCTAD; cite the source. The copy has no licence file")],
        citations: ["unctad2020iia"],
        obtaining: """
            In the copy BIT/BIT-origin.dta holds UNCTAD's country lists: keep treaties between two of the states, once \
            each, with title, type, status, dates of signature and entry into force (26may2001) and both ISO codes. \
            From UNCTAD itself: the lists by economy, bilateral investment treaties.
            """)

    func tables(
        from files: [SourceFile], states: StateSystem, log: inout ImportLog
    ) throws(Diagnostic) -> [Table] {
        let file = files[0]
        var reader = try file.csv()
        let (title, status) = (try reader.column("title"), try reader.column("status"))
        let (signed, force) = (try reader.column("signed"), try reader.column("force"))
        var pairColumns = try PairColumns("a", "b", as: .iso3, in: reader, states: states, file: file)
        var unique = UniqueRows<[String]>("a dyad's treaty of one day")
        var table = Table(schema: Self.schema)
        while let row = try reader.next() {
            guard let pair = try pairColumns.pair(of: row, log: &log) else { continue }
            let day = try row.day(signed, written: "26may2001", Self.day)
            try unique.insert(["\(pair.dyad)", "\(day)"], row, at: signed)
            let forceDay = row.isEmpty(force) ? nil : try row.day(force, written: "26may2001", Self.day)
            table.append(
                DyadColumns.cells(pair.dyad, in: states) + [
                    .text("\(day)"), .integer(day.year), .optional(forceDay.map { "\($0)" }),
                    .optional(forceDay?.year), .text(try row.requiredText(status)),
                    .text(try row.requiredText(title)),
                ])
        }
        table.sortByPrimaryKey()
        return [table]
    }

    private static let schema = TableSchema(
        name: "treaties", title: "Bilateral investment treaties",
        fields: DyadColumns.fields + [
            .init("signed", .date, "Day of signature."),
            .init("year_signed", .year, "Year of signature."),
            .init("in_force", .date, "Day of entry into force, if it came.", isRequired: false),
            .init("year_in_force", .year, "Year of entry into force, if it came.", isRequired: false),
            .init("status", .string, "Status in January 2020: In force, Signed or Terminated."),
            .init("title", .string, "UNCTAD's name of the treaty."),
        ], primaryKey: ["dyad", "signed"])

    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    /// A day written `26may2001`.
    private static func day(_ text: String) -> CalendarDay? {
        guard text.utf8.count == 9, let month = months.firstIndex(of: String(text.dropFirst(2).prefix(3))),
            let day = parseInteger(String(text.prefix(2))), let year = parseInteger(String(text.suffix(4)))
        else { return nil }
        return CalendarDay(year: year, month: month + 1, day: day)
    }
}
