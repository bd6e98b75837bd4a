import ClaimTesting
import Tabular

extension Assessment {
    /// `limits.csv`: what is computed for some dyads of a large class only, or left out; empty for other classes.
    func limitsTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "limits", title: "What the size of the class limits",
                fields: [
                    .init("part", .string, "Part of the results."),
                    .init("treatment", .string, "For which dyads it is computed, or why it is left out."),
                ], primaryKey: ["part"]))
        for limit in largeClassLimits { table.append([.text(limit.part), .text(limit.treatment)]) }
        return table
    }
}
