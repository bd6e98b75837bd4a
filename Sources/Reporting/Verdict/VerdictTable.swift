import ClaimTesting
import Tabular

extension Assessment {
    /// `verdict.csv`: the target's standing on every reading and dimension in every window.
    func verdictTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "verdict", title: "Standing of the target",
                fields: [
                    ResultFields.window, ResultFields.kind, ResultFields.subject,
                    .init("primary", .integer, "1 if the overall verdict rests on it."),
                    .init("target", .string, "The claim's dyad."),
                    .init("rank", .integer, "Rank in the reference class.", isRequired: false),
                    .init("ties", .integer, "Dyads that share the rank.", isRequired: false),
                    .init("class_size", .integer, "Dyads of the class.", isRequired: false),
                    .init("score", .number, "Score of the target.", isRequired: false),
                    .init(
                        "margin", .number, "Score of the target minus the best rival's.", isRequired: false),
                    .init(
                        "margin_share", .number, "The margin as a share of the class's score range.",
                        isRequired: false),
                    .init("leaders", .string, "Dyads of rank 1, separated by spaces.", isRequired: false),
                    .init("rank_among_all", .integer, "Rank among all dyads.", isRequired: false),
                    .init("finding", .string, "What the default specification says."),
                    .init("reason", .string, "Why there is no rank.", isRequired: false),
                ], primaryKey: ["window", "subject"]))
        for item in scored {
            var row: [Table.Cell] = [
                .text(item.window.id), .text(item.subject.kind), .text(item.subject.id),
                item.subject.isPrimary.cell,
                .text("\(claim.target)"),
            ]
            switch item.outcome {
            case .scored(_, let standing):
                row += [
                    .integer(standing.rank), .integer(standing.tieSize), .integer(standing.classSize),
                    .number(standing.score), .number(standing.margin), .number(standing.marginShare),
                    .text(names(standing.leaders)), .integer(standing.overallRank),
                    .text(item.finding.rawValue),
                    .missing,
                ]
            case .notAssessable(let reason):
                row += Array(repeating: .missing, count: 8) + [.text(item.finding.rawValue), .text(reason)]
            }
            table.append(row)
        }
        return table
    }
}

extension Standing {
    /// The margin as a share of the class's score range; 0 where all scores are the same.
    var marginShare: Double { scoreRange > 0 ? margin / scoreRange : 0 }
}
