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
                fields: [ResultFields.reading, ResultFields.space] + DyadColumns.fields + [
                    ResultFields.inClass,
                    .init(
                        "rank", .integer,
                        "Rank in the class, ties share the better rank; for a dyad outside the class its place."
                    ),
                    .init("draws", .integer, "Draws in which it had the rank."),
                    .init("share", .number, "Share of the draws."),
                    .init(
                        "standard_error", .number,
                        "Monte Carlo standard error of the share, as of independent draws."),
                ], primaryKey: ["reading", "space", "dyad", "rank"]))
        forEachAcceptability { test, acceptability, _, ranking, unit in
            for (place, share) in (acceptability.rankAcceptabilities(of: unit) ?? []).enumerated()
            where share.count > 0 {
                table.append(
                    [.text(test.reading), .text(test.space)]
                        + DyadColumns.cells(ranking.dyads[unit], in: panel.states) + [
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
                fields: [ResultFields.reading, ResultFields.space] + DyadColumns.fields + [
                    ResultFields.inClass,
                    .init("draws", .integer, "Draws of weights."),
                    .init("first", .number, "Share of draws in which it was first; W for the target."),
                    .init(
                        "first_error", .number,
                        "Monte Carlo standard error of that share; from blocks of draws where draws depend on one another."
                    ),
                    .init("mean_rank", .number, "Mean rank."),
                    .init(
                        "rank_entropy", .number, "Entropy of its rank in bits; 0 if it never changes.",
                        isRequired: !isClassLarge),
                    .init(
                        "holistic", .number,
                        "Holistic acceptability with linear rank weights: 1 for always first, 0 for always last.",
                        isRequired: false),
                    .init(
                        "confidence_factor", .number,
                        "Share of first places under the dyad's own central weights: 1 or 0, since values are certain (0 can come of gaps only); empty if it is never first.",
                        isRequired: false),
                ], primaryKey: ["reading", "space", "dyad"]))
        forEachAcceptability { test, acceptability, central, ranking, unit in
            guard let first = acceptability.firstPlace(of: unit), let mean = acceptability.meanRank(of: unit)
            else { return }
            table.append(
                [.text(test.reading), .text(test.space)]
                    + DyadColumns.cells(ranking.dyads[unit], in: panel.states) + [
                        ranking.isInClass[unit].cell, .integer(acceptability.draws), .number(first.value),
                        .number(acceptability.firstPlaceError(of: unit, share: first)), .number(mean.value),
                        .optional(acceptability.rankEntropy(of: unit)?.value),
                        .optional(
                            acceptability.holisticAcceptability(of: unit, rankWeights: .linear)?.value),
                        .optional(central[unit]?.confidence.value),
                    ])
        }
        return table
    }

    /// `central-weights.csv`: the mean of the weights under which a dyad is first, for those that ever are.
    func centralWeightsTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "central-weights", title: "Central weights",
                fields: [ResultFields.reading, ResultFields.space] + DyadColumns.fields + [
                    .init("indicator", .string, "Indicator."),
                    .init("weight", .number, "Mean weight over the draws in which the dyad was first."),
                    .init(
                        "standard_error", .number, "Monte Carlo standard error; empty for a single draw.",
                        isRequired: false),
                    .init("draws", .integer, "Draws in which it was first."),
                ], primaryKey: ["reading", "space", "dyad", "indicator"]))
        forEachAcceptability { test, _, central, ranking, unit in
            guard let weights = central[unit], let space = test.weights else { return }
            for (k, indicator) in space.hierarchy.levels[0].names.enumerated() {
                table.append(
                    [.text(test.reading), .text(test.space)]
                        + DyadColumns.cells(ranking.dyads[unit], in: panel.states) + [
                            .text(indicator), .number(weights.weights[k]),
                            .optional(weights.standardErrors?[k]), .integer(weights.draws),
                        ])
            }
        }
        return table
    }

    private func forEachAcceptability(
        _ body: (WeightTest, Acceptability, [CentralWeights?], DyadRanking, Int) -> Void
    ) {
        for test in tests.weights {
            guard let acceptability = try? test.outcome.get(),
                let central = try? acceptability.centralWeights(),
                let ranking = result(test.reading, in: mainWindow)?.ranking
            else { continue }
            for unit in ranking.dyads.indices { body(test, acceptability, central, ranking, unit) }
        }
    }
}

extension Acceptability {
    /// The error of a share of first places, by blocks where the draws are not independent.
    fileprivate func firstPlaceError(of unit: Int, share: MonteCarloShare) -> Double {
        drawsAreIndependent ? share.standardError : firstPlaceError(of: unit) ?? share.standardError
    }
}
