import ClaimTesting
import DyadTables
import Dyads
import DyadicModels
import Tabular

extension Assessment {
    /// `scores.csv`: the score of every dyad on every reading and dimension in every window.
    func scoresTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "scores", title: "Scores",
                fields: [ResultFields.window, ResultFields.kind, ResultFields.subject] + DyadColumns.fields
                    + [
                        ResultFields.inClass,
                        .init(
                            "score", .number,
                            "Composite score, higher is better; empty if nothing was observed.",
                            isRequired: false),
                        .init(
                            "observed_weight", .number,
                            "Share of the indicators' weight that was observed; empty for readings that have no weights.",
                            unit: "share", isRequired: false),
                    ], primaryKey: ["window", "subject", "dyad"]))
        forEachDyad { item, ranking, unit in
            table.append(
                [.text(item.window.id), .text(item.subject.kind), .text(item.subject.id)]
                    + DyadColumns.cells(ranking.dyads[unit], in: panel.states) + [
                        ranking.isInClass[unit].cell, .optional(ranking.scores[unit]),
                        .optional(item.scores?.index.observedWeight[unit]),
                    ])
        }
        return table
    }

    /// `ranks.csv`: ranks within the reference class and among all dyads.
    func ranksTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "ranks", title: "Ranks",
                fields: [ResultFields.window, ResultFields.kind, ResultFields.subject] + DyadColumns.fields
                    + [
                        ResultFields.inClass,
                        .init(
                            "rank_in_class", .integer,
                            "Rank in the reference class, 1 is best, ties share the better rank.",
                            isRequired: false),
                        .init(
                            "ties_in_class", .integer, "Dyads of the class that share the rank.",
                            isRequired: false),
                        .init(
                            "place_in_class", .integer,
                            "For a dyad outside the class: the place its score would have in it.",
                            isRequired: false),
                        .init(
                            "rank_among_all", .integer, "Rank among all dyads of the study.",
                            isRequired: false),
                        .init("ties_among_all", .integer, "Dyads that share that rank.", isRequired: false),
                    ], primaryKey: ["window", "subject", "dyad"]))
        forEachDyad { item, scores, unit in
            table.append(
                [.text(item.window.id), .text(item.subject.kind), .text(item.subject.id)]
                    + DyadColumns.cells(scores.dyads[unit], in: panel.states) + [
                        scores.isInClass[unit].cell, .optional(scores.classRanking.ranks[unit]),
                        .optional(scores.classRanking.tieSizes[unit]),
                        .optional(scores.isInClass[unit] ? nil : scores.placeInClass(of: unit)),
                        .optional(scores.overallRanking.ranks[unit]),
                        .optional(scores.overallRanking.tieSizes[unit]),
                    ])
        }
        return table
    }

    /// `contributions.csv`: what every indicator adds to every score of a reading.
    func contributionsTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "contributions", title: "Contributions of indicators to scores",
                fields: [ResultFields.window, ResultFields.reading] + DyadColumns.fields + [
                    .init("dimension", .string, "Dimension of the indicator."),
                    .init("indicator", .string, "Indicator."),
                    .init("value", .number, "Value in the window; empty if missing.", isRequired: false),
                    .init(
                        "normalised", .number, "Scaled, transformed and normalised value.", isRequired: false),
                    .init("weight", .number, "Weight in this dyad's score; 0 if missing."),
                    .init(
                        "contribution", .number,
                        "Weight times normalised value; a dyad's contributions sum to its score."),
                ], primaryKey: ["window", "reading", "dyad", "indicator"]))
        for item in scored {
            guard case .reading = item.subject, let scores = item.scores,
                let contributions = scores.index.contributions
            else { continue }
            let weights = scores.index.effectiveWeights
            for (unit, dyad) in scores.dyads.enumerated() {
                let first: [Table.Cell] =
                    [.text(item.window.id), .text(item.subject.id)]
                    + DyadColumns.cells(dyad, in: panel.states)
                for (k, indicator) in scores.indicators.enumerated() {
                    table.append(
                        first + [
                            .text(scores.dimensions[scores.dimensionOf[k]]), .text(indicator.id),
                            .optional(scores.raw[unit, k]), .optional(scores.index.normalised[unit, k]),
                            .number(weights[unit, k]), .number(contributions[unit, k]),
                        ])
                }
            }
        }
        return table
    }

    private func forEachDyad(_ body: (Scored, DyadRanking, Int) -> Void) {
        for item in scored {
            guard let ranking = item.ranking else { continue }
            for unit in ranking.dyads.indices { body(item, ranking, unit) }
        }
    }
}
