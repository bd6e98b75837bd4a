import ClaimTesting
import DyadTables
import Tabular
import Uncertainty

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
                    .init("mean", .number, "Mean log ratio of the two, each over its mean.", isRequired: false),
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

    /// `reporting-errors.csv`: how much every indicator of the default errs, or why it does not.
    func reportingErrorsTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "reporting-errors", title: "Reporting errors of the indicators",
                fields: [
                    .init("dimension", .string, "Dimension of the default."),
                    .init("indicator", .string, "Indicator of the default."),
                    .init(
                        "comparisons", .string,
                        "Comparisons whose mean variances size the error, separated by spaces.",
                        isRequired: false),
                    .init(
                        "state_sigma", .number,
                        "Error by state: standard deviation of the logarithm of its factor.",
                        isRequired: false),
                    .init("dyad_sigma", .number, "The same by dyad.", isRequired: false),
                    .init("total_sigma", .number, "The same of a dyad with its two states.", isRequired: false),
                    .init(
                        "errs_with", .string,
                        "Indicators that have the same factors in a draw, since they share a package; joined by +.",
                        isRequired: false),
                    .init("reason", .string, "Why it does not err.", isRequired: false),
                ], primaryKey: ["dimension", "indicator"]))
        guard let measurement = tests.measurement else { return table }
        for item in measurement.errors {
            table.append([
                .text(item.dimension), .text(item.indicator),
                .optional(item.comparisons.isEmpty ? nil : item.comparisons.joined(separator: " ")),
                .optional(item.error?.stateSigma), .optional(item.error?.dyadSigma),
                .optional(item.error?.totalSigma),
                .optional(measurement.doubts.first { $0.indicators.contains(item.indicator) }?.id),
                .optional(item.reason),
            ])
        }
        return table
    }

    /// `measurement.csv`: how often every dyad of the class had every rank when records err; ranks that it never had
    /// have no row.
    func measurementTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "measurement", title: "Ranks under reporting error",
                fields: [ResultFields.reading] + DyadColumns.fields + [
                    .init("rank", .integer, "Rank in the class; ties share the better rank."),
                    .init("draws", .integer, "Draws in which it had the rank."),
                    .init("share", .number, "Share of the draws."),
                    .init("standard_error", .number, "Monte Carlo standard error of the share."),
                ], primaryKey: ["reading", "dyad", "rank"]))
        for reading in tests.measurement?.readings ?? [] {
            guard let ranks = try? reading.ranks.get() else { continue }
            for (unit, dyad) in ranks.dyads.enumerated() {
                for rank in 1...max(1, ranks.dyads.count) {
                    let count = ranks.count(of: unit, rank: rank)
                    guard count > 0 else { continue }
                    let share = MonteCarloShare(count: count, draws: ranks.draws)
                    table.append(
                        [.text(reading.reading)] + DyadColumns.cells(dyad, in: panel.states) + [
                            .integer(rank), .integer(count), .number(share.value),
                            .number(share.standardError),
                        ])
                }
            }
        }
        return table
    }
}
