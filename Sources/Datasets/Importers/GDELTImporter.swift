import Diagnostics
import DyadTables
import Dyads
import Tabular

/// GDELT: the days on which an event between two states is recorded.
///
/// The tone of a day mixes cooperation and conflict and its size depends on how much is reported; that there
/// was any event on a day does so least. Days are counted, and those with a positive sum apart.
struct GDELTImporter: SourceImporter {
    let inputs = [
        InputDescription("gdelt_pair_days.csv", "date (YYYYMMDD), a, b (ISO codes), edge; undirected")
    ]

    let metadata = PackageMetadata(
        name: "gdelt",
        title: "GDELT days with events between two states, 2018-2024",
        description: """
            One row a dyad-year with at least one day on which GDELT 2.0 has an event between the two bare country \
            actors; inside the days that the source has, a missing row is a zero. The source lacks whole days \
            (table years): divide by days_present before comparing years; 2024 ends after 54 days. Georgia is \
            broken in the source (140 pair-days in all its dyads together): its rows are kept as recorded, but its \
            dyads must be treated as missing, not as zeros.
            """,
        sourceVersion: "gzemo/gdelt-graph-data at 8b71911, networks/",
        sources: [
            .init(
                title: "The GDELT Project, GDELT 2.0 event database", path: "https://www.gdeltproject.org/"),
            .init(
                title: "gzemo/gdelt-graph-data at 8b71911 (the copy that was read)",
                path: "https://github.com/gzemo/gdelt-graph-data"),
        ],
        licences: [
            .init(
                title:
                    "GDELT: open for use of any kind with a citation of the project; the copy's repository is GPL-3",
                path: "https://www.gdeltproject.org/about.html")
        ],
        citations: ["leetaru2013gdelt"],
        obtaining: """
            Unpack networks/YYYYMMDD_network.zip of the copy: one square matrix of country actors for each day. For \
            each day and each unordered pair of the states write a row date, a, b, edge (a before b) where the \
            matrix has a value that is not zero. From GDELT itself: the events of a day whose two actor codes are \
            these countries' bare codes.
            """)

    func tables(
        from files: [SourceFile], states: StateSystem, log: inout ImportLog
    ) throws(Diagnostic) -> [Table] {
        let file = files[0]
        var reader = try file.csv()
        let (date, edge) = (try reader.column("date"), try reader.column("edge"))
        var pairColumns = try PairColumns("a", "b", as: .iso3, in: reader, states: states, file: file)
        var daysPresent: [Int: Set<CalendarDay>] = [:]
        var days: [DyadYear: (all: Int, cooperative: Int)] = [:]
        var unique = UniqueRows<[String]>("a pair on a day")
        while let row = try reader.next() {
            let day = try row.day(date, written: "YYYYMMDD", Self.compactDay)
            daysPresent[day.year, default: []].insert(day)
            guard let pair = try pairColumns.pair(of: row, log: &log) else { continue }
            try unique.insert(["\(day)", "\(pair.dyad)"], row, at: date)
            let key = DyadYear(dyad: pair.dyad, year: day.year)
            days[key, default: (0, 0)].all += 1
            if try row.number(edge) > 0 { days[key, default: (0, 0)].cooperative += 1 }
        }
        return [dyadTable(days, states: states), yearTable(daysPresent)]
    }

    private func dyadTable(_ days: [DyadYear: (all: Int, cooperative: Int)], states: StateSystem) -> Table {
        var table = Table(
            schema: .dyadYears(
                "Days with events by dyad-year",
                [
                    .init("pair_days", .integer, "Days with an event between the two.", unit: "days"),
                    .init(
                        "cooperative_pair_days", .integer,
                        "Those of them whose events sum to a positive value.",
                        unit: "days"),
                ]))
        for (key, count) in days {
            table.append(
                DyadColumns.cells(key.dyad, in: states) + [
                    .integer(key.year), .integer(count.all), .integer(count.cooperative),
                ])
        }
        table.sortByPrimaryKey()
        return table
    }

    private func yearTable(_ days: [Int: Set<CalendarDay>]) -> Table {
        var table = Table(
            schema: TableSchema(
                name: "years", title: "Days present in the source by year",
                fields: [
                    DyadColumns.year,
                    .init(
                        "days_present", .integer, "Distinct days of which the source has any row.",
                        unit: "days"),
                ], primaryKey: ["year"]))
        for (year, set) in days { table.append([.integer(year), .integer(set.count)]) }
        table.sortByPrimaryKey()
        return table
    }

    /// A day written `YYYYMMDD`.
    private static func compactDay(_ text: String) -> CalendarDay? {
        guard text.utf8.count == 8 else { return nil }
        return CalendarDay(iso8601: "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.dropFirst(6))")
    }
}
