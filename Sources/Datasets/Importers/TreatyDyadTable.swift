import DyadTables
import Dyads
import Tabular

/// Treaties as one row a dyad and treaty.
enum TreatyDyadTable {
    static func table(
        of treaties: TreatyRecords, in file: SourceFile, states: StateSystem, log: inout ImportLog
    ) -> Table {
        var table = Table(schema: schema)
        for treaty in treaties.inOrder {
            for dyad in states.dyads {
                guard let a = treaty.parties[dyad.first.text], let b = treaty.parties[dyad.second.text],
                    let begin = treaty.begin
                else { continue }
                let recordedYear = min(a.latestYear, b.latestYear)
                guard states.exists(dyad, in: recordedYear) else {
                    log.note(
                        "dyads of a treaty begun before both states were members of the state system",
                        in: file, line: min(a.line, b.line))
                    continue
                }
                table.append(
                    DyadColumns.cells(dyad, in: states) + [
                        .text(treaty.id), .integer(begin.date.year), .text(begin.text),
                        .text(begin.date.precisionText), .integer(treaty.parties.count),
                        .integer(recordedYear),
                        .integer(treaty.parties.values.count { $0.latestYear >= 1992 }),
                        .integer(max(1, treaty.titles.count)), .text(treaty.title),
                    ])
            }
        }
        table.sortByPrimaryKey()
        return table
    }

    private static let schema = TableSchema(
        name: "dyad-treaties", title: "Treaties by dyad",
        fields: DyadColumns.fields + [
            TreatyFields.id, TreatyFields.year, TreatyFields.begin, TreatyFields.precision,
            TreatyFields.parties,
            .init(
                "recorded_year", .year,
                "Earliest year that the rows of the dyad's two states give; for a few treaties it is the year of accession."
            ),
            TreatyFields.laterParties, TreatyFields.agreements, TreatyFields.title,
        ], primaryKey: ["dyad", "treaty_id"])
}
