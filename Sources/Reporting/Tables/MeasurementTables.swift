import ClaimTesting
import DyadTables
import Tabular
import Uncertainty

extension Assessment {
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
                    .init(
                        "total_sigma", .number, "The same of a dyad with its two states.", isRequired: false),
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
            for row in ranks.rows(
                reading: reading.reading,
                cells: { DyadColumns.cells(ranks.dyads[$0], in: panel.states) })
            { table.append(row) }
        }
        return table
    }

    /// `measurement-summary.csv`: how often every dyad of the class was first then, and where its rank lies.
    func measurementSummaryTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "measurement-summary", title: "First places under reporting error",
                fields: [ResultFields.reading] + DyadColumns.fields + [
                    .init("draws", .integer, "Draws of errors."),
                    .init("first", .number, "Share of draws in which it is first."),
                    .init("first_error", .number, "Monte Carlo standard error of that share."),
                    .init("rank_low", .integer, "2.5 % of the draws have this rank or a better one."),
                    .init("rank_median", .integer, "Median rank."),
                    .init("rank_high", .integer, "97.5 % of the draws have this rank or a better one."),
                ], primaryKey: ["reading", "dyad"]))
        for reading in tests.measurement?.readings ?? [] {
            guard let ranks = try? reading.ranks.get(), ranks.draws > 0 else { continue }
            for (unit, dyad) in ranks.dyads.enumerated() {
                guard let middle = ranks.middle(of: unit) else { continue }
                let first = ranks.share(of: unit, rank: 1)
                table.append(
                    [.text(reading.reading)] + DyadColumns.cells(dyad, in: panel.states) + [
                        .integer(ranks.draws), .number(first.value), .number(first.standardError),
                    ] + middle)
            }
        }
        return table
    }
}
