import ClaimTesting
import DyadicModels
import Scoring
import Tabular

extension Assessment {
    /// `weights.csv`: the weight of every indicator of every composite in every window, and what outlier treatment
    /// did to it.
    func weightsTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "weights", title: "Weights of indicators",
                fields: [
                    ResultFields.window, ResultFields.kind, ResultFields.subject,
                    .init("dimension", .string, "Dimension of the indicator."),
                    .init("indicator", .string, "Indicator."),
                    .init("weight", .number, "Weight if all are observed; they sum to one."),
                    .init("outliers", .string, "What was done about extreme values."),
                    .init("winsorised", .integer, "How many values of the class were moved."),
                ], primaryKey: ["window", "subject", "indicator"]))
        for item in scored {
            guard let scores = item.scores else { continue }
            for (k, indicator) in scores.indicators.enumerated() {
                let treatment = scores.index.stages.treatments[k]
                table.append([
                    .text(item.window.id), .text(item.subject.kind), .text(item.subject.id),
                    .text(scores.dimensions[scores.dimensionOf[k]]), .text(indicator.id),
                    .number(scores.index.nominalWeights[k]), .text(treatment.action),
                    .integer(treatment.winsorisedHigh + treatment.winsorisedLow),
                ])
            }
        }
        return table
    }
}
