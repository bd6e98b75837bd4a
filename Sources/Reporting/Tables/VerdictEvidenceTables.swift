import ClaimTesting
import Tabular

extension Assessment {
    /// `verdict-evidence.csv`: the figures of the decision rule on every reading of the main window, and the verdict.
    func verdictEvidenceTable(rule: DecisionRule) -> Table {
        func share(_ name: String, _ description: String) -> TableSchema.Field {
            .init(name, .number, "\(description); empty if not computed.", isRequired: false)
        }
        var table = Table(
            schema: TableSchema(
                name: "verdict-evidence", title: "The verdict by reading",
                fields: [
                    ResultFields.reading,
                    .init("primary", .integer, "1 if the overall verdict rests on it."),
                    .init(
                        "rank", .integer, "Rank of the target in the default specification.",
                        isRequired: false),
                    .init("ties", .integer, "Dyads that share the rank.", isRequired: false),
                    share("M", "Share of distinct admissible specifications in which the target is first"),
                    share("W", "Share of random weights under which it is first"),
                    share("J", "Share of joint draws over all doubts in which it is first"),
                    .init(
                        "rank_low", .integer, "Best rank of its marginal confidence set.", isRequired: false),
                    .init("rank_high", .integer, "Worst rank of it.", isRequired: false),
                    .init("verdict", .string, "What the decision rule makes of it."),
                ], primaryKey: ["reading"]))
        for judged in judged(by: rule) {
            let (standing, evidence) = (judged.item.standing, judged.evidence)
            table.append([
                .text(judged.reading), judged.isPrimary.cell, .optional(standing?.rank),
                .optional(standing?.tieSize), .optional(evidence.specifications), .optional(evidence.weights),
                .optional(evidence.joint), .optional(evidence.rankSet?.lowerBound),
                .optional(evidence.rankSet?.upperBound), .text(judged.verdict.verdict.rawValue),
            ])
        }
        return table
    }

    /// `verdict-conditions.csv`: every condition of the decision rule, what was found, and whether it holds.
    func verdictConditionsTable(rule: DecisionRule) -> Table {
        var table = Table(
            schema: TableSchema(
                name: "verdict-conditions", title: "The conditions of the verdict",
                fields: [
                    ResultFields.reading,
                    .init(
                        "side", .string,
                        "supporting (supported takes all of these) or contradicting (contradicted takes all of these)."
                    ),
                    .init(
                        "figure", .string, "What is looked at: default (its rank), M, W, J or rank set."),
                    .init("condition", .string, "The condition in words."),
                    .init("found", .string, "What was found."),
                    .init(
                        "holds", .integer, "1 if it holds, 0 if not, empty if not computed.",
                        isRequired: false),
                ], primaryKey: ["reading", "side", "figure"]))
        for judged in judged(by: rule) {
            func append(_ side: VerdictSide, _ conditions: [VerdictCondition]) {
                for item in conditions {
                    table.append([
                        .text(judged.reading), .text(side.rawValue), .text(item.figure.rawValue),
                        .text(item.condition), .text(item.found), .optional(item.holds.map { $0 ? 1 : 0 }),
                    ])
                }
            }
            append(.supporting, judged.verdict.supporting)
            append(.contradicting, judged.verdict.contradicting)
        }
        return table
    }
}
