import DyadTables
import Dyads
import Tabular

/// Treaties as one row a treaty, and one row a treaty and party: what many states have in common without a row for each of
/// their pairs.
enum TreatyPartyTables {
    /// The treaties to which at least two of the states are parties, and these parties.
    static func tables(of treaties: TreatyRecords, states: StateSystem) -> [Table] {
        var (treatyTable, partyTable) = (Table(schema: treatySchema), Table(schema: partySchema))
        for treaty in treaties.inOrder {
            let members = states.states.compactMap { state in
                treaty.parties[state.code.text].map { (state, $0.latestYear) }
            }
            guard members.count > 1, let begin = treaty.begin else { continue }
            treatyTable.append([
                .text(treaty.id), .integer(begin.date.year), .text(begin.text),
                .text(begin.date.precisionText),
                .integer(treaty.parties.count),
                .integer(treaty.parties.values.count { $0.latestYear >= 1992 }),
                .integer(max(1, treaty.titles.count)), .text(treaty.title),
            ])
            for (state, year) in members {
                partyTable.append([
                    .text(treaty.id), .text(state.code.text), .integer(state.cowNumber), .integer(year),
                ])
            }
        }
        treatyTable.sortByPrimaryKey()
        partyTable.sortByPrimaryKey()
        return [treatyTable, partyTable]
    }

    private static let treatySchema = TableSchema(
        name: "treaties", title: "Treaties", fields: [TreatyFields.id] + TreatyFields.ofTreaty,
        primaryKey: ["treaty_id"])

    private static let partySchema = TableSchema(
        name: "treaty-parties", title: "Parties of treaties",
        fields: [
            TreatyFields.id, .init("iso3", .string, "ISO 3166-1 alpha-3 code."),
            .init("ccode", .integer, "Correlates of War number."),
            .init(
                "recorded_year", .year,
                "Latest year that the state's rows give; for a few treaties it is the year of accession."),
        ], primaryKey: ["treaty_id", "iso3"])
}
