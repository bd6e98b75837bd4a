import Diagnostics
import DyadTables
import Dyads
import Tabular

/// Numbers that officials stated: context beside the scores, never scored.
struct StatedTotalsImporter: SourceImporter {
    let inputs = [
        InputDescription("official_totals.csv", "pair, stated_total, kind, as_of, source_url, source_title"),
        InputDescription("signing_packages.csv", "pair, documents, date, source_url"),
        InputDescription("stated_joint_ventures.csv", "pair, stated_count, as_of, source_url"),
    ]

    let metadata = PackageMetadata(
        name: "stated-totals",
        title: "Numbers of documents and joint ventures as officials stated them",
        description: """
            Three tables of numbers that officials or the press stated, each with the page and its date. They count \
            different things at different dates, many are lower bounds ("more than") and some are sums of the parts \
            that a page states; they were collected as they came up, not searched for pair by pair. Context only: no \
            indicator reads them.
            """,
        sourceVersion: "collected by hand, 2026-11",
        sources: [.init(title: "Public pages; each row names the page that its number was read from")],
        licences: [
            .init(
                name: "CC0-1.0", title: "Facts read from public pages; no rights claimed",
                path: "https://creativecommons.org/publicdomain/zero/1.0/")
        ],
        citations: ["dyadscore2026stated"],
        obtaining: """
            Read the number at the address of each row and write it with the columns of these tables; `as_of` is the \
            day, month or year for which the page states it. The rows themselves are here in full.
            """)

    func tables(
        from files: [SourceFile], states: StateSystem, log: inout ImportLog
    ) throws(Diagnostic) -> [Table] {
        let totals = Context(
            name: "official-totals", title: "Bilateral documents in all, as stated",
            number: ("stated_total", "How many documents."), dateColumn: "as_of",
            texts: [("kind", "What was counted."), ("source_title", "Publisher and date of the page.")])
        let packages = Context(
            name: "signing-packages", title: "Documents signed on one occasion, as stated",
            number: ("documents", "How many documents."), dateColumn: "date", texts: [])
        let ventures = Context(
            name: "joint-ventures", title: "Joint ventures, as stated",
            number: ("stated_count", "How many joint or foreign-owned enterprises."), dateColumn: "as_of",
            texts: [])
        return [
            try table(totals, files[0], states: states, log: &log),
            try table(packages, files[1], states: states, log: &log),
            try table(ventures, files[2], states: states, log: &log),
        ]
    }

    /// One of the three tables; its columns keep the names that they have in the input.
    private struct Context {
        let name: String
        let title: String
        let number: (column: String, description: String)
        let dateColumn: String
        let texts: [(column: String, description: String)]

        var schema: TableSchema {
            TableSchema(
                name: name, title: title,
                fields: DyadColumns.fields + [
                    .init("source_url", .string, "The page."),
                    .init(
                        dateColumn, .string,
                        "The day, month or year for which the number is stated, if given.",
                        isRequired: false),
                    .init(number.column, .integer, number.description),
                ] + texts.map { .init($0.column, .string, $0.description) },
                primaryKey: ["dyad", "source_url"])
        }
    }

    private func table(
        _ context: Context, _ file: SourceFile, states: StateSystem, log: inout ImportLog
    ) throws(Diagnostic) -> Table {
        var reader = try file.csv()
        let (pair, url) = (try reader.column("pair"), try reader.column("source_url"))
        let (number, date) = (try reader.column(context.number.column), try reader.column(context.dateColumn))
        let texts = try reader.columns(context.texts.map(\.column))
        var unique = UniqueRows<[String]>("a pair on a page")
        var table = Table(schema: context.schema)
        while let row = try reader.next() {
            let dyad = try row.dyad(pair)
            guard states[dyad.first] != nil, states[dyad.second] != nil else {
                log.note("a state outside the list of states", in: file, line: row.line)
                continue
            }
            try unique.insert(["\(dyad)", row.text(url)], row, at: url)
            guard row.isEmpty(date) || UncertainDate(row.text(date)) != nil else {
                throw row.wrong(date, "the cell must be empty, a year, a month or a day")
            }
            var cells = DyadColumns.cells(dyad, in: states)
            cells.append(.text(try row.requiredText(url)))
            cells.append(row.isEmpty(date) ? .missing : .text(row.text(date)))
            cells.append(.integer(try row.count(number)))
            for column in texts { cells.append(.text(try row.requiredText(column))) }
            table.append(cells)
        }
        table.sortByPrimaryKey()
        return table
    }
}
