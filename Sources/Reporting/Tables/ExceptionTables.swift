import ClaimTesting
import DyadTables
import Tabular

extension Assessment {
    /// `exception.csv`: every dyad that the claim leaves out, beside the target and the class.
    func exceptionTable() -> Table {
        func flag(_ name: String, _ description: String) -> TableSchema.Field {
            .init(name, .integer, description, isRequired: false)
        }
        var table = Table(
            schema: TableSchema(
                name: "exception", title: "The pairs that the claim leaves out",
                fields: [ResultFields.window, ResultFields.reading] + DyadColumns.fields + [
                    .init(
                        "score", .number, "Score on the scale of the claim's class; empty if it has none.",
                        isRequired: false),
                    flag("rank_among_all", "Rank among all dyads."),
                    flag(
                        "place_in_class", "Rank that it would have in the class if it alone joined it."),
                    flag("above_target", "1 if it ranks above the target; ties do not."),
                    flag("above_class", "1 if it ranks above every dyad of the class; ties do not."),
                ], primaryKey: ["window", "reading", "dyad"]))
        for test in tests.exceptions {
            for item in test.excluded {
                table.append(
                    [.text(test.window.id), .text(test.reading)]
                        + DyadColumns.cells(item.dyad, in: panel.states) + [
                            .optional(item.score), .optional(item.overallRank),
                            .optional(item.placeInClass), .optional(item.isAboveTarget.map { $0 ? 1 : 0 }),
                            .optional(item.isAboveClass.map { $0 ? 1 : 0 }),
                        ])
            }
        }
        return table
    }

    /// `exception-states.csv`: the dyads of every state, as if it were the one that the claim leaves out.
    func exceptionStatesTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "exception-states", title: "Every state as if it were the exception",
                fields: [
                    ResultFields.window, ResultFields.reading,
                    .init("state", .string, "ISO 3166-1 alpha-3 code."),
                    .init("excluded", .integer, "1 if the claim leaves the state out."),
                    .init("dyads", .integer, "Its dyads that have a score."),
                    .init(
                        "mean_rank", .number, "Mean rank of its dyads among all, by the claim's scores.",
                        isRequired: false),
                    .init("above_target", .integer, "Its dyads that rank above the target."),
                    .init(
                        "above_class", .integer,
                        "Its dyads that rank above every dyad in which it takes no part."),
                    .init(
                        "place", .integer, "States, itself included, whose mean rank is at least as good.",
                        isRequired: false),
                    .init(
                        "share_as_high", .number,
                        "Share of the states, itself included, whose mean rank is at least as good.",
                        isRequired: false),
                ], primaryKey: ["window", "reading", "state"]))
        for test in tests.exceptions {
            for state in test.states {
                table.append([
                    .text(test.window.id), .text(test.reading), .text(state.state.text),
                    state.isExcluded.cell, .integer(state.dyads), .optional(state.meanRank),
                    .integer(state.aboveTarget), .integer(state.aboveClass), .optional(test.place(of: state)),
                    .optional(state.shareAtLeastAsHigh),
                ])
            }
        }
        return table
    }
}

extension ExceptionTest {
    /// How many states have a mean rank that is at least as good, the state included; nil without a mean rank.
    func place(of state: ExceptionState) -> Int? {
        state.shareAtLeastAsHigh.map { share in
            Int((share * Double(states.count { $0.meanRank != nil })).rounded())
        }
    }
}
