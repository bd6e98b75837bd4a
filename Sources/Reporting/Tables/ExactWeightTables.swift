import ClaimTesting
import DyadTables
import Dyads
import DyadicModels
import Tabular
import Uncertainty

extension Assessment {
    private static let level = TableSchema.Field(
        "level", .string,
        "Whose weights move: dimensions (on dimension scores under the default's inner weights) or indicators (a missing value takes the dyad's score on the dimension, which leaves its default score as it is)."
    )
    private static let question = TableSchema.Field(
        "question", .string,
        "first: do any weights put the dyad alone in first place; dethrone: how far must the declared weights move until a rival draws level with this leader; crown: how far until this dyad is level with the best."
    )

    /// `exact-weights.csv`: what linear programs say about the weights that put the target and the default's leaders
    /// first.
    func exactWeightsTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "exact-weights", title: "Exact answers about weights",
                fields: [ResultFields.reading, Self.level, Self.question] + DyadColumns.fields + [
                    .init(
                        "answer", .string,
                        "possible, excluded (a mixture of rivals is at least level under all weights), impossible (no change of weights does it), unopposed, or no answer."
                    ),
                    .init(
                        "value", .number,
                        "first: the largest margin of the dyad over all rivals, in score points (differences of logarithms under a geometric mean), or, if excluded, its largest lead over the mixture, which is not above zero; dethrone and crown: the smallest sum of absolute changes of the weights, twice the weight that moves.",
                        isRequired: false),
                    .init(
                        "rival", .string, "dethrone: the dyad that draws level.", isRequired: false),
                    .init(
                        "filled", .integer, "Missing values of the class that were filled.", isRequired: false
                    ),
                    .init("reason", .string, "Why there is no answer.", isRequired: false),
                ], primaryKey: ["reading", "level", "question", "dyad"]))
        for test in tests.exactWeights {
            func append(
                _ question: String, _ dyad: Dyad, _ answer: String, value: Double? = nil, rival: Dyad? = nil,
                filled: Int? = nil, reason: String? = nil
            ) {
                table.append(
                    [.text(test.reading), .text(test.level.rawValue), .text(question)]
                        + DyadColumns.cells(dyad, in: panel.states) + [
                            .text(answer), .optional(value), .optional(rival.map { "\($0)" }),
                            .optional(filled), .optional(reason),
                        ])
            }
            switch test.outcome {
            case .failure(let absence): append("first", claim.target, "no answer", reason: absence.reason)
            case .success(let answers):
                let filled = answers.scores.filled
                for item in answers.firstPlaces {
                    switch item.answer {
                    case .unopposed: append("first", item.dyad, "unopposed", filled: filled)
                    case .possible(_, let margin):
                        append("first", item.dyad, "possible", value: margin, filled: filled)
                    case .excluded(let dominance):
                        append(
                            "first", item.dyad, "excluded", value: dominance.largestLead, filled: filled)
                    }
                }
                for item in answers.dethronings {
                    append(
                        "dethrone", item.dyad, item.change == nil ? "impossible" : "possible",
                        value: item.change?.size, rival: item.change.map { answers.dyads[$0.winner] },
                        filled: filled)
                }
                if let item = answers.crowning {
                    append(
                        "crown", item.dyad, item.change == nil ? "impossible" : "possible",
                        value: item.change?.size, filled: filled)
                }
            }
        }
        return table
    }

    /// `exact-weights-vectors.csv`: the weights of these answers, and the shares of the rivals in a certificate.
    func exactWeightVectorsTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "exact-weights-vectors", title: "Weights and mixtures behind the exact answers",
                fields: [ResultFields.reading, Self.level, Self.question] + DyadColumns.fields + [
                    .init(
                        "kind", .string,
                        "weight: of a dimension or indicator; share: of a rival in the mixture that excludes the dyad."
                    ),
                    .init("node", .string, "Dimension or indicator, or the rival."),
                    .init("value", .number, "Weight or share; rivals without a share have no row."),
                    .init(
                        "declared", .number, "The declared weight, from which changes are measured.",
                        isRequired: false),
                ], primaryKey: ["reading", "level", "question", "dyad", "node"]))
        for test in tests.exactWeights {
            guard let answers = try? test.outcome.get() else { continue }
            func append(_ question: String, _ dyad: Dyad, weights: [Double]) {
                for (k, weight) in weights.enumerated() {
                    table.append(
                        [.text(test.reading), .text(test.level.rawValue), .text(question)]
                            + DyadColumns.cells(dyad, in: panel.states) + [
                                .text("weight"), .text(answers.scores.names[k]), .number(weight),
                                .number(answers.scores.declared[k]),
                            ])
                }
            }
            for item in answers.firstPlaces {
                switch item.answer {
                case .unopposed: break
                case .possible(let weights, _): append("first", item.dyad, weights: weights)
                case .excluded(let dominance):
                    for (unit, share) in dominance.shares.enumerated() where share > 0 {
                        table.append(
                            [.text(test.reading), .text(test.level.rawValue), .text("first")]
                                + DyadColumns.cells(item.dyad, in: panel.states) + [
                                    .text("share"), .text("\(answers.dyads[unit])"), .number(share), .missing,
                                ])
                    }
                }
            }
            for item in answers.dethronings {
                if let change = item.change { append("dethrone", item.dyad, weights: change.weights) }
            }
            if let item = answers.crowning, let change = item.change {
                append("crown", item.dyad, weights: change.weights)
            }
        }
        return table
    }
}
