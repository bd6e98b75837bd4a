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

    /// The most states of which a table of dyads is made. It grows with the square of the states: 3.5 million rows for the
    /// 152 of the world and one collection. A longer list gets a table of parties, which says the same.
    private static let largestDyadTable = 50

    func tables(
        from files: [SourceFile], states: StateSystem, log: inout ImportLog
    ) throws(Diagnostic) -> [Table] {
        var treaties = try TreatyRecords(reading: files[0], states: states, log: &log)
        if files.count > 1 { try treaties.addTitles(from: files[1], log: &log) }
        return states.states.count > Self.largestDyadTable
            ? TreatyPartyTables.tables(of: treaties, states: states)
            : [TreatyDyadTable.table(of: treaties, in: files[0], states: states, log: &log)]
    }
}
