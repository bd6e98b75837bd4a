import ClaimTesting
import DyadTables
import DyadicModels
import Tabular
import Uncertainty

extension Assessment {
    /// `weight-spaces.csv`: on which weights each reading was ranked, with the constraints that its dimensions left.
    func weightSpacesTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "weight-spaces", title: "Spaces of weights",
                fields: [
                    ResultFields.reading, ResultFields.space,
                    .init("title", .string, "What it stands for."),
                    .init("shape", .string, "nested (dimensions, then the indicators of each) or flat."),
                    .init(
                        "constraints", .string,
                        "Constraints on what the reading has, separated by semicolons.", isRequired: false),
                    .init("draws", .integer, "Draws of weights."),
                    .init(
                        "independent", .integer,
                        "1 if draws are independent; 0 for chains (hit-and-run), whose first places have errors by blocks.",
                        isRequired: false),
                    .init("reason", .string, "Why there is no answer.", isRequired: false),
                ], primaryKey: ["reading", "space"]))
        for test in tests.weights {
            let words = test.weights?.constraintWords.joined(separator: "; ")
            var reason: String?
            if case .failure(let absence) = test.outcome { reason = absence.reason }
            table.append([
                .text(test.reading), .text(test.space), .text(test.plan.title),
                .text(test.plan.shape == .flat ? "flat" : "nested"),
                .optional(words.flatMap { $0.isEmpty ? nil : $0 }), .integer(test.plan.draws),
                .optional((try? test.outcome.get()).map { $0.drawsAreIndependent ? 1 : 0 }),
                .optional(reason),
            ])
        }
        return table
    }

    /// `pairwise-wins.csv`: how often one dyad ranks above another under random weights.
    ///
    /// Of the target and the default's leaders against everyone, both ways round, which is what the claim is about; all
    /// pairs of a class of 91 would be 8,190 rows a reading.
    func pairwiseWinsTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "pairwise-wins", title: "Who ranks above whom under random weights",
                fields: [ResultFields.reading] + DyadColumns.fields + [
                    .init("other", .string, "The dyad that it is compared with."),
                    .init(
                        "share", .number,
                        "Pairwise winning index: share of the draws of the uniform space in which it ranks above the other; a tie is a win for neither."
                    ),
                    .init("standard_error", .number, "Monte Carlo standard error of the share."),
                ], primaryKey: ["reading", "dyad", "other"]))
        for test in tests.weights where test.isUniform {
            guard let acceptability = try? test.outcome.get(),
                let item = result(test.reading, in: mainWindow), let ranking = item.ranking,
                let standing = item.standing
            else { continue }
            let chosen = ([claim.target] + standing.leaders).compactMap { ranking.dyads.firstIndex(of: $0) }
            for unit in ranking.dyads.indices {
                for other in chosen.contains(unit) ? Array(ranking.dyads.indices) : chosen.sorted() {
                    guard unit != other, let win = acceptability.win(of: unit, over: other) else { continue }
                    table.append(
                        [.text(test.reading)] + DyadColumns.cells(ranking.dyads[unit], in: panel.states) + [
                            .text("\(ranking.dyads[other])"), .number(win.value), .number(win.standardError),
                        ])
                }
            }
        }
        return table
    }
}
