import ClaimTesting
import DyadTables
import Tabular

extension Assessment {
    /// `source-disagreement.csv`: how two records of one thing disagree over the dyads of the class.
    func sourceDisagreementTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "source-disagreement", title: "Disagreement between sources",
                fields: [
                    .init("comparison", .string, "Comparison that the study declares."),
                    .init("dimension", .string, "Dimension whose records err as much."),
                    .init("first", .string, "First record."),
                    .init("second", .string, "Second record."),
                    .init("compared", .integer, "Dyads of the class that both looked at."),
                    .init(
                        "lines", .integer, "Dyads that both record above zero, on which the sizes rest.",
                        isRequired: false),
                    .init("zero_in_one", .integer, "Dyads that one records as zero.", isRequired: false),
                    .init("zero_in_both", .integer, "Dyads that both record as zero.", isRequired: false),
                    .init("missing", .integer, "Dyads without a value in one.", isRequired: false),
                    .init(
                        "state_sigma", .number,
                        "Error of one record by state: standard deviation of its logarithm.",
                        isRequired: false),
                    .init("dyad_sigma", .number, "The same by dyad.", isRequired: false),
                    .init(
                        "total_sigma", .number, "The same of a dyad's record with its two states.",
                        isRequired: false),
                    .init(
                        "mean", .number, "Mean log ratio of the two, each over its mean.", isRequired: false),
                    .init("variance", .number, "Variance of the log ratios (n - 1).", isRequired: false),
                    .init(
                        "degrees_of_freedom", .integer,
                        "Lines less the rank of states; 0 if states and dyads cannot be told apart.",
                        isRequired: false),
                    .init("reason", .string, "Why nothing can be said of the sizes.", isRequired: false),
                ], primaryKey: ["comparison"]))
        for item in tests.measurement?.compared ?? [] {
            let found = try? item.disagreement.get()
            var reason: String?
            if case .failure(let absence) = item.disagreement { reason = absence.reason }
            let names = item.comparison.names
            table.append([
                .text(item.comparison.id), .text(item.comparison.dimension), .text(names.first),
                .text(names.second), .integer(item.lines.count), .optional(found?.lines.count),
                .optional(found?.zeroInOne), .optional(found?.zeroInBoth), .optional(found?.missing),
                .optional(found?.error.stateSigma), .optional(found?.error.dyadSigma),
                .optional(found?.error.totalSigma), .optional(found?.meanLogRatio),
                .optional(found?.variance), .optional(found?.degreesOfFreedom), .optional(reason),
            ])
        }
        return table
    }

    /// `source-disagreement-dyads.csv`: what the two records of every comparison say of each dyad.
    func sourceDisagreementDyadsTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "source-disagreement-dyads", title: "Two records of each dyad",
                fields: [.init("comparison", .string, "Comparison that the study declares.")]
                    + DyadColumns.fields + [
                        .init("first", .number, "Value of the first record.", isRequired: false),
                        .init("second", .number, "Value of the second record.", isRequired: false),
                        .init(
                            "log_ratio", .number,
                            "Log of the first over its mean less log of the second over its mean; empty unless both "
                                + "are above zero.", isRequired: false),
                    ], primaryKey: ["comparison", "dyad"]))
        for item in tests.measurement?.compared ?? [] {
            for line in item.lines {
                table.append(
                    [.text(item.comparison.id)] + DyadColumns.cells(line.dyad, in: panel.states) + [
                        .optional(line.first), .optional(line.second),
                        .optional(item.logRatio(of: line.dyad)),
                    ])
            }
        }
        return table
    }
}
