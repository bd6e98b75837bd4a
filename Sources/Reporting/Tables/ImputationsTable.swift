import ClaimTesting
import DyadTables
import DyadicModels
import Scoring
import Tabular

extension Assessment {
    /// `imputations.csv`: what missing values leave open, dyad by dyad; the point scores are in `scores.csv`.
    func imputationsTable() -> Table {
        func number(_ name: String, _ description: String) -> TableSchema.Field {
            .init(name, .number, description, isRequired: false)
        }
        func rank(_ name: String, _ description: String) -> TableSchema.Field {
            .init(name, .integer, description, isRequired: false)
        }
        var table = Table(
            schema: TableSchema(
                name: "imputations", title: "Scores under multiple imputation",
                fields: [ResultFields.window, ResultFields.reading] + DyadColumns.fields + [
                    ResultFields.inClass,
                    .init("imputations", .integer, "Number of completed tables."),
                    number("score_mean", "Mean score over the completed tables."),
                    number("score_deviation", "Standard deviation of the score between them."),
                    rank("rank_best", "Best rank in the class over the completed tables."),
                    rank("rank_median", "Median rank, the lower one of two."),
                    rank("rank_worst", "Worst rank."),
                    .init("first", .integer, "How often it was first."),
                    rank("rank_point", "Rank by the point scores, to compare with."),
                ], primaryKey: ["window", "reading", "dyad"]))
        for item in imputations {
            guard case .success(let imputation) = item.outcome,
                let ranking = result(item.reading, in: item.window.id)?.ranking
            else { continue }
            for (unit, dyad) in ranking.dyads.enumerated() {
                let counts = imputation.rankCounts(of: unit)
                let total = counts.reduce(0, +)
                var (cumulative, median) = (0, Int?.none)
                for (place, count) in counts.enumerated() where median == nil && total > 0 {
                    cumulative += count
                    if 2 * cumulative >= total { median = place + 1 }
                }
                table.append(
                    [.text(item.window.id), .text(item.reading)]
                        + DyadColumns.cells(dyad, in: panel.states) + [
                            ranking.isInClass[unit].cell, .integer(imputation.scores.count),
                            .optional(imputation.meanScores[unit]), .optional(imputation.deviations[unit]),
                            .optional(counts.firstIndex { $0 > 0 }.map { $0 + 1 }), .optional(median),
                            .optional(counts.lastIndex(where: { $0 > 0 }).map { $0 + 1 }),
                            .integer(counts.first ?? 0), .optional(ranking.classRanking.ranks[unit]),
                        ])
            }
        }
        return table
    }
}
