import Diagnostics
import DyadTables
import Dyads
import Tabular

/// The equal-effort register of joint projects: the coding, a second coding of ten pairs, and the search log.
struct JointProjectsImporter: SourceImporter {
    let inputs = [
        InputDescription("joint_projects.csv", "one row a project and pair, first coding"),
        InputDescription("joint_projects_second_coding.csv", "ten pairs coded again, independently"),
        InputDescription("effort.csv", "results and relevant results of every query"),
    ]

    let metadata = PackageMetadata(
        name: "joint-projects",
        title: "Register of documented joint projects, equal search effort for every pair",
        description: """
            One row a project and dyad. Every pair got the same two queries to the same collection of public web pages \
            and the same rules, so that counts can be compared. It measures projects documented in a mostly \
            English-language collection, mostly recent ones (2018-2025). Main count: evidence A (operating or \
            completed, with a date or a figure) or B (agreed, funded or under construction), contractor 0, inherited 0; \
            C is announced or under discussion. A year is written only where the page states it. Coders split joint \
            factories by product, which raises KAZ-UZB, BLR-KAZ and TJK-UZB. Ten pairs were coded twice \
            (second-coding); 25 pairs have no row, which is a zero, since every pair was searched (effort).
            """,
        sourceVersion: "protocol version 1 of 2026-11-23",
        sources: [
            .init(
                title:
                    "Equal-effort register of joint projects; each row names the page that it was coded from")
        ],
        licences: [
            .init(
                name: "CC0-1.0", title: "Facts coded from public pages; no rights claimed",
                path: "https://creativecommons.org/publicdomain/zero/1.0/")
        ],
        citations: ["dyadscore2026register"],
        obtaining: """
            For each pair search a collection of web pages with "A B joint project railway pipeline power line port \
            fibre-optic corridor" and "A B joint venture plant investment fund opened production", read the first 8 \
            results of each, and code one row a named undertaking of both states or between them, with the columns of \
            this table. The rows themselves are here in full.
            """)

    func tables(from files: [SourceFile], states: StateSystem, log: inout ImportLog) throws(Diagnostic)
        -> [Table]
    {
        let first = try codingTable(
            files[0], name: "projects", title: "Joint projects, first coding", states: states, log: &log)
        let second = try codingTable(
            files[1], name: "second-coding", title: "Joint projects, second coding of ten pairs",
            states: states,
            log: &log)
        return [first, second, try effortTable(files[2], states: states, log: &log)]
    }

    private func codingTable(
        _ file: SourceFile, name: String, title: String, states: StateSystem, log: inout ImportLog
    ) throws(Diagnostic) -> Table {
        var reader = try file.csv()
        let pair = try reader.column("pair")
        let texts = try reader.columns(["project", "type", "status"])
        let years = try reader.columns(["year_agreed", "year_operational"])
        let evidence = try reader.column("evidence")
        let flags = try reader.columns(["multilateral", "contractor", "inherited"])
        let url = try reader.column("source_url")
        let date = try reader.column("source_date")
        let numbers = try reader.columns(["query", "result_rank", "coder"])
        let (sourceTitle, note) = (try reader.column("source_title"), try reader.column("note"))
        var table = Table(schema: codingSchema(name: name, title: title))
        var entries: [Dyad: Int] = [:]
        while let row = try reader.next() {
            guard let dyad = try dyad(row, pair, states: states, file: file, log: &log) else { continue }
            entries[dyad, default: 0] += 1
            guard ["A", "B", "C"].contains(row.text(evidence)) else {
                throw row.wrong(evidence, "evidence is A, B or C")
            }
            var cells = DyadColumns.cells(dyad, in: states) + [.integer(entries[dyad] ?? 0)]
            for column in texts { cells.append(.text(try row.requiredText(column))) }
            for column in years {
                cells.append(row.isEmpty(column) ? .missing : .integer(try row.year(column)))
            }
            cells.append(.text(row.text(evidence)))
            for column in flags {
                guard ["0", "1"].contains(row.text(column)) else {
                    throw row.wrong(column, "a flag is 0 or 1")
                }
                cells.append(.integer(try row.integer(column)))
            }
            cells.append(.text(try row.requiredText(url)))
            cells.append(row.isEmpty(sourceTitle) ? .missing : .text(row.text(sourceTitle)))
            cells += try dateCells(row, date)
            for column in numbers { cells.append(.integer(try row.integer(column))) }
            cells.append(row.isEmpty(note) ? .missing : .text(row.text(note)))
            table.append(cells)
        }
        table.sortByPrimaryKey()
        return table
    }

    private func effortTable(
        _ file: SourceFile, states: StateSystem, log: inout ImportLog
    ) throws(Diagnostic) -> Table {
        var reader = try file.csv()
        let pair = try reader.column("pair")
        let numbers = try reader.columns(["query", "n_results", "n_relevant", "coder"])
        var table = Table(
            schema: TableSchema(
                name: "effort", title: "Search effort",
                fields: DyadColumns.fields + [
                    .init("query", .integer, "Which of the two queries."),
                    .init("results", .integer, "Results read."),
                    .init("relevant", .integer, "Results that document a joint project of this pair."),
                    .init("coder", .integer, "Coder; 5 made the second coding."),
                ], primaryKey: ["dyad", "coder", "query"]))
        var unique = UniqueRows<[String]>("a coder's query of a pair")
        while let row = try reader.next() {
            guard let dyad = try dyad(row, pair, states: states, file: file, log: &log) else { continue }
            var counts: [Int] = []
            for column in numbers { counts.append(try row.count(column)) }
            try unique.insert(["\(dyad)", "\(counts[0])", "\(counts[3])"], row, at: numbers[0])
            table.append(DyadColumns.cells(dyad, in: states) + counts.map { .integer($0) })
        }
        table.sortByPrimaryKey()
        return table
    }

    private func codingSchema(name: String, title: String) -> TableSchema {
        TableSchema(
            name: name, title: title,
            fields: DyadColumns.fields + [
                .init("entry", .integer, "Number of the row within its dyad, in the order of coding."),
                .init("project", .string, "Name of the project."),
                .init("type", .string, "Sector."),
                .init("status", .string, "Status at the source's date."),
                .init(
                    "year_agreed", .year, "Year of the first agreement or announcement, if stated.",
                    isRequired: false),
                .init(
                    "year_operational", .year, "Year of going into operation, if stated.", isRequired: false),
                .init("evidence", .string, "A, B or C."),
                .init("multilateral", .integer, "1 if other states take part."),
                .init("contractor", .integer, "1 if one side only builds for the other."),
                .init("inherited", .integer, "1 for Soviet-era works without joint work since 1992."),
                .init("source_url", .string, "The page that the row was coded from."),
                .init("source_title", .string, "Title of that page, if it has one.", isRequired: false),
                .init(
                    "source_date", .string, "Date of that page: a year, a month or a day.", isRequired: false),
                .init("source_year", .year, "Year of that date.", isRequired: false),
                .init("query", .integer, "Which of the two queries found it."),
                .init("result_rank", .integer, "Place of the page among the query's results."),
                .init("coder", .integer, "Coder."),
                .init("note", .string, "The coder's own short remark.", isRequired: false),
            ], primaryKey: ["dyad", "entry"])
    }

    private func dateCells(_ row: CSVRow, _ column: Int) throws(Diagnostic) -> [Table.Cell] {
        guard !row.isEmpty(column) else { return [.missing, .missing] }
        guard let date = UncertainDate(row.text(column)) else {
            throw row.wrong(column, "the cell must be a year, a month or a day")
        }
        return [.text(row.text(column)), .integer(date.year)]
    }

    private func dyad(
        _ row: CSVRow, _ column: Int, states: StateSystem, file: SourceFile, log: inout ImportLog
    ) throws(Diagnostic) -> Dyad? {
        guard let dyad = Dyad(row.text(column)) else { throw row.wrong(column, "a pair is written AZE-KAZ") }
        guard states[dyad.first] != nil, states[dyad.second] != nil else {
            log.note("a state outside the list of states", in: file, line: row.line)
            return nil
        }
        return dyad
    }
}
