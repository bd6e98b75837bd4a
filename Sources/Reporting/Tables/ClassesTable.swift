import ClaimTesting
import Tabular

extension Assessment {
    /// `classes.csv`: the target in the claim's own class, among all dyads, and in every declared class.
    func classesTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "classes", title: "The target in other classes",
                fields: [
                    ResultFields.window,
                    .init(
                        "class", .string,
                        "claim (the claim's own class), exception-lifted (all dyads), or a class of the study file."
                    ),
                    .init("title", .string, "The class in words."), ResultFields.reading,
                    .init("dyads", .integer, "Dyads of the class.", isRequired: false),
                    .init(
                        "rank_refitted", .integer, "Rank of the target with everything fitted on the class.",
                        isRequired: false),
                    .init("ties_refitted", .integer, "Dyads that share that rank.", isRequired: false),
                    .init(
                        "ranked_refitted", .integer, "Dyads of the class that have a score then.",
                        isRequired: false),
                    .init(
                        "leaders_refitted", .string, "Dyads of rank 1 then, separated by spaces.",
                        isRequired: false),
                    .init("score_refitted", .number, "Score of the target then.", isRequired: false),
                    .init(
                        "margin_share_refitted", .number,
                        "Its score minus the best rival's, as a share of the class's score range.",
                        isRequired: false),
                    .init(
                        "rank_by_claim_scores", .integer,
                        "Rank of the target in the class by the scores of the claim's own class.",
                        isRequired: false),
                    .init("ties_by_claim_scores", .integer, "Dyads that share that rank.", isRequired: false),
                    .init(
                        "leaders_by_claim_scores", .string,
                        "Dyads of rank 1 by those scores, separated by spaces.", isRequired: false),
                    .init("reason", .string, "Why there is no refitted rank.", isRequired: false),
                ], primaryKey: ["window", "class", "reading"]))
        for item in tests.classes {
            let refitted = try? item.refitted.get()
            var reason: String?
            if case .failure(let absence) = item.refitted { reason = absence.reason }
            table.append([
                .text(item.window.id), .text(item.id), .text(item.title), .text(item.reading),
                .optional(item.size), .optional(refitted?.rank), .optional(refitted?.tieSize),
                .optional(refitted?.classSize), .optional(refitted.map { names($0.leaders) }),
                .optional(refitted?.score), .optional(refitted?.marginShare),
                .optional(item.byClaimScores?.rank), .optional(item.byClaimScores?.tieSize),
                .optional(item.byClaimScores.map { names($0.leaders) }), .optional(reason),
            ])
        }
        return table
    }
}
