import Diagnostics
import DyadTables
import Dyads
import Tabular

/// A collection of treaties in the form of the manytreaties package: one row a state and treaty.
///
/// The dyads of a treaty are all pairs of its parties; `parties` counts all of them, our states or not, so that
/// a treaty can be weighted by 1 / (parties - 1).
struct TreatyImporter: SourceImporter {
    let inputs: [InputDescription]
    let metadata: PackageMetadata

    func tables(from files: [SourceFile], states: StateSystem, log: inout ImportLog) throws(Diagnostic)
        -> [Table]
    {
        var treaties = try TreatyRecords(reading: files[0], log: &log)
        if files.count > 1 { try treaties.addTitles(from: files[1], log: &log) }
        var table = Table(schema: Self.schema)
        for treaty in treaties.inOrder {
            for dyad in states.dyads {
                guard let a = treaty.parties[dyad.first.text], let b = treaty.parties[dyad.second.text],
                    let begin = treaty.begin
                else { continue }
                let recordedYear = min(a.latestYear, b.latestYear)
                guard states.exists(dyad, in: recordedYear) else {
                    log.note(
                        "dyads of a treaty begun before both states were members of the state system",
                        in: files[0],
                        line: min(a.line, b.line))
                    continue
                }
                table.append(
                    DyadColumns.cells(dyad, in: states) + [
                        .text(treaty.id), .integer(begin.date.year), .text(begin.text),
                        .text(begin.date.precision.rawValue + (begin.date.isUncertain ? ", uncertain" : "")),
                        .integer(treaty.parties.count), .integer(recordedYear),
                        .integer(treaty.parties.values.count { $0.latestYear >= 1992 }),
                        .integer(max(1, treaty.titles.count)), .text(treaty.title),
                    ])
            }
        }
        table.sortByPrimaryKey()
        return [table]
    }

    private static let schema = TableSchema(
        name: "dyad-treaties", title: "Treaties by dyad",
        fields: DyadColumns.fields + [
            .init("treaty_id", .string, "The collection's identifier."),
            .init(
                "year", .year, "Year of the treaty's own beginning: the earliest that any party's row gives."),
            .init("begin", .string, "That beginning as the source writes it."),
            .init(
                "begin_precision", .string,
                "day, month or year; 'uncertain' when the source doubts or gives a range."),
            .init("parties", .integer, "Distinct parties of the treaty, of any kind, in this collection."),
            .init(
                "recorded_year", .year,
                "Earliest year that the rows of the dyad's two states give; for a few treaties it is the year of accession."
            ),
            .init("parties_since_1992", .integer, "Distinct parties whose own row begins in 1992 or later."),
            .init(
                "agreements_under_id", .integer,
                "How many differently titled agreements the source lists under the identifier."),
            .init("title", .string, "Name of the treaty; the first one where an identifier has several."),
        ], primaryKey: ["dyad", "treaty_id"])
}
