import ClaimTesting
import DyadTables
import DyadicModels
import Tabular
import Uncertainty

extension Assessment {
    /// `acceptability.csv`: how often every dyad had every rank under random weights; ranks that it never had have
    /// no row.
    func acceptabilityTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "acceptability", title: "Rank acceptability under random weights",
                fields: [ResultFields.reading] + DyadColumns.fields + [
                    ResultFields.inClass,
                    .init(
                        "rank", .integer,
                        "Rank in the class, ties share the better rank; for a dyad outside the class its place."
                    ),
                    .init("draws", .integer, "Draws in which it had the rank."),
                    .init("share", .number, "Share of the draws."),
                    .init("standard_error", .number, "Monte Carlo standard error of the share."),
                ], primaryKey: ["reading", "dyad", "rank"]))
        forEachAcceptability { reading, acceptability, ranking, unit in
            for (place, share) in (acceptability.rankAcceptabilities(of: unit) ?? []).enumerated()
            where share.count > 0 {
                table.append(
                    [.text(reading)] + DyadColumns.cells(ranking.dyads[unit], in: panel.states) + [
                        ranking.isInClass[unit].cell, .integer(place + 1), .integer(share.count),
                        .number(share.value), .number(share.standardError),
                    ])
            }
        }
        return table
    }

    /// `first-places.csv`: how often every dyad was first under random weights, with its mean rank and the certainty of
    /// its rank.
    func firstPlacesTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "first-places", title: "First places under random weights",
                fields: [ResultFields.reading] + DyadColumns.fields + [
                    ResultFields.inClass,
                    .init("draws", .integer, "Draws of weights."),
                    .init("first", .number, "Share of draws in which it was first; W for the target."),
                    .init("first_error", .number, "Monte Carlo standard error of that share."),
                    .init("mean_rank", .number, "Mean rank."),
                    .init("rank_entropy", .number, "Entropy of its rank in bits; 0 if it never changes."),
                    .init(
                        "holistic", .number,
                        "Holistic acceptability with linear rank weights: 1 for always first, 0 for always last.",
                        isRequired: false),
                ], primaryKey: ["reading", "dyad"]))
        forEachAcceptability { reading, acceptability, ranking, unit in
            guard let first = acceptability.firstPlace(of: unit), let mean = acceptability.meanRank(of: unit)
            else { return }
            table.append(
                [.text(reading)] + DyadColumns.cells(ranking.dyads[unit], in: panel.states) + [
                    ranking.isInClass[unit].cell, .integer(acceptability.draws), .number(first.value),
                    .number(first.standardError), .number(mean.value),
                    .number(acceptability.rankEntropy(of: unit)?.value ?? 0),
                    .optional(
                        acceptability.holisticAcceptability(of: unit, rankWeights: .linear)?.value),
                ])
        }
        return table
    }

    /// `central-weights.csv`: the mean of the weights under which a dyad is first, for those that ever are.
    func centralWeightsTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "central-weights", title: "Central weights",
                fields: [ResultFields.reading] + DyadColumns.fields + [
                    .init("indicator", .string, "Indicator."),
                    .init("weight", .number, "Mean weight over the draws in which the dyad was first."),
                    .init(
                        "standard_error", .number, "Monte Carlo standard error; empty for a single draw.",
                        isRequired: false),
                    .init("draws", .integer, "Draws in which it was first."),
                ], primaryKey: ["reading", "dyad", "indicator"]))
        for test in tests.weights {
            guard let acceptability = try? test.outcome.get(),
                let central = try? acceptability.centralWeights(),
                let scores = result(test.reading, in: mainWindow)?.scores
            else { continue }
            for (unit, weights) in central.enumerated() {
                guard let weights else { continue }
                for (k, indicator) in scores.indicators.enumerated() {
                    table.append(
                        [.text(test.reading)] + DyadColumns.cells(scores.dyads[unit], in: panel.states) + [
                            .text(indicator.id), .number(weights.weights[k]),
                            .optional(weights.standardErrors?[k]), .integer(weights.draws),
                        ])
                }
            }
        }
        return table
    }

    private func forEachAcceptability(_ body: (String, Acceptability, DyadRanking, Int) -> Void) {
        for test in tests.weights {
            guard let acceptability = try? test.outcome.get(),
                let ranking = result(test.reading, in: mainWindow)?.ranking
            else { continue }
            for unit in ranking.dyads.indices { body(test.reading, acceptability, ranking, unit) }
        }
    }
}
