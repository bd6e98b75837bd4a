import ClaimTesting
import Tabular
import Uncertainty

extension Assessment {
    /// `multiverse.csv`: the target under every distinct admissible specification.
    func multiverseTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "multiverse", title: "The target under every specification",
                fields: [
                    ResultFields.reading,
                    .init("specification", .integer, "Number of the distinct specification in its reading."),
                ]
                    + MultiverseChoice.allCases.map {
                        .init($0.column, .string, "Option of the choice \($0.rawValue).")
                    } + [
                        .init("rank", .integer, "Rank of the target; ties share the better rank."),
                        .init("ties", .integer, "Dyads that share the rank."),
                        .init("class_size", .integer, "Dyads of the class that have a score."),
                        .init("score", .number, "Score of the target."),
                        .init("margin", .number, "Score of the target minus the best rival's."),
                        .init("margin_share", .number, "The margin as a share of the class's score range."),
                        .init("leaders", .string, "Dyads of rank 1, separated by spaces."),
                        .init(
                            "duplicates", .integer,
                            "Later specifications that rank and score every dyad alike; counted once."),
                    ], primaryKey: ["reading", "specification"]))
        for multiverse in tests.explored {
            for (number, row) in multiverse.rows.enumerated() {
                table.append(
                    [.text(multiverse.reading), .integer(number + 1)]
                        + multiverse.options(of: row.codes).map { .text($0) } + [
                            .integer(row.rank), .integer(row.tieSize), .integer(row.classSize),
                            .number(row.score), .number(row.margin),
                            .number(row.scoreRange > 0 ? row.margin / row.scoreRange : 0),
                            .text(names(row.leaders)), .integer(row.duplicates.count),
                        ])
            }
        }
        return table
    }

    /// `multiverse-summary.csv`: how many specifications there are, in how many the target is first, and whether other
    /// dyads do as well.
    func multiverseSummaryTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "multiverse-summary", title: "Specifications by reading",
                fields: [
                    ResultFields.reading,
                    .init("combinations", .integer, "Combinations of options."),
                    .init("refused", .integer, "Combinations that make no sense."),
                    .init("unanswered", .integer, "Combinations for which the data have no answer."),
                    .init("duplicates", .integer, "Specifications that are another in all but name."),
                    .init("specifications", .integer, "Distinct admissible specifications."),
                    .init(
                        "first", .number, "Share of them in which the target is first: M.", isRequired: false),
                    .init("first_untied", .number, "Share in which it is first alone.", isRequired: false),
                    .init("rank_best", .integer, "Best rank of the target.", isRequired: false),
                    .init("rank_median", .number, "Median rank of the target.", isRequired: false),
                    .init("rank_worst", .integer, "Worst rank of the target.", isRequired: false),
                    .init(
                        "class_median", .number,
                        "Median rank of the target over the specifications on the claim's own class.",
                        isRequired: false),
                    .init(
                        "at_least_as_good", .integer,
                        "Dyads of the claim's own class whose median rank over the specifications on that class is at least as good as the target's there, the target included.",
                        isRequired: false),
                    .init(
                        "p_value", .number,
                        "Their share of the class: the joint test against relabelled dyads.",
                        isRequired: false),
                ], primaryKey: ["reading"]))
        for multiverse in tests.explored {
            let test = multiverse.jointTests.first?.test
            let ranks = multiverse.rows.map(\.rank)
            table.append([
                .text(multiverse.reading), .integer(multiverse.combinations),
                .integer(multiverse.refused.reduce(0) { $0 + $1.count }),
                .integer(multiverse.unanswered.reduce(0) { $0 + $1.count }),
                .integer(multiverse.duplicates), .integer(multiverse.rows.count),
                .optional(multiverse.shareFirst), .optional(multiverse.shareFirstUntied),
                .optional(ranks.min()), .optional(multiverse.medianRank), .optional(ranks.max()),
                .optional(test.flatMap { $0.medians[$0.target] }), .optional(test?.atLeastAsGood),
                .optional(test?.pValue),
            ])
        }
        return table
    }

    /// `multiverse-effects.csv`: what each choice accounts for in the variance of the target's rank.
    func multiverseEffectsTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "multiverse-effects", title: "What each choice does to the target's rank",
                fields: [
                    ResultFields.reading,
                    .init("choice", .string, "Choice of method that varies."),
                    .init(
                        "first_order", .number,
                        "Variance of the mean rank by option over the variance of the rank."),
                    .init(
                        "total", .number,
                        "Share of the variance that is left when every other choice is fixed."),
                    .init(
                        "shapley", .number,
                        "Shapley effect: its share with interactions and dependence divided fairly; they sum to one."
                    ),
                ], primaryKey: ["reading", "choice"]))
        for multiverse in tests.explored {
            guard let effects = multiverse.effects, effects.variance > 0 else { continue }
            for (choice, effect) in zip(multiverse.choices, effects.effects) where choice.options.count > 1 {
                table.append([
                    .text(multiverse.reading), .text(choice.id.rawValue), .number(effect.first),
                    .number(effect.total), .number(effect.shapley),
                ])
            }
        }
        return table
    }
}

extension MultiverseChoice {
    /// The name of its column.
    var column: String { rawValue.replacing("-", with: "_") }
}
