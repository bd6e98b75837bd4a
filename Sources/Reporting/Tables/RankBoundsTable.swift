import ClaimTesting
import Tabular

extension Assessment {
    /// `rank-bounds.csv`: what missing values leave open.
    func rankBoundsTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "rank-bounds", title: "What gaps leave open",
                fields: [
                    ResultFields.reading,
                    .init("missing", .integer, "Missing values of the class on the reading."),
                    .init("missing_of_target", .integer, "Those of the target."),
                    .init(
                        "rank_best", .integer, "Rank with missing values completed in the target's favour."),
                    .init("rank_worst", .integer, "Rank with them completed against it."),
                    .init("exact", .integer, "1 if no completion can give a rank outside these two."),
                    .init("caveats", .string, "Why one might.", isRequired: false),
                ], primaryKey: ["reading"]))
        for test in tests.records {
            guard let bounds = test.bounds else { continue }
            table.append([
                .text(test.reading), .integer(bounds.missing), .integer(bounds.missingOfTarget),
                .integer(bounds.best.rank), .integer(bounds.worst.rank), bounds.isExact.cell,
                .optional(bounds.isExact ? nil : bounds.caveats.joined(separator: "; ")),
            ])
        }
        return table
    }
}
