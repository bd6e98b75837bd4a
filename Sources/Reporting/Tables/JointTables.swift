import ClaimTesting
import DyadTables
import DyadicModels
import Tabular
import Uncertainty

extension Assessment {
    /// `joint.csv`: how often every dyad is first when all doubts are drawn at once, and where its rank lies.
    func jointTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "joint", title: "First places when all doubts are drawn at once",
                fields: [ResultFields.reading] + DyadColumns.fields + [
                    .init("draws", .integer, "Draws that could be scored."),
                    .init("failures", .integer, "Draws without an answer; they are in no share."),
                    .init(
                        "ranked", .integer,
                        "Draws that rank the dyad: fewer where some specifications take a narrower class."),
                    .init("first", .number, "Share of all draws in which it is first; J for the target."),
                    .init("first_error", .number, "Monte Carlo standard error of that share."),
                    .init("first_alone", .number, "Share in which it is first and alone."),
                    .init(
                        "rank_low", .integer,
                        "2.5 % of the draws that rank it have this rank or a better one."),
                    .init("rank_median", .integer, "Median rank in the draws that rank it."),
                    .init(
                        "rank_high", .integer,
                        "97.5 % of the draws that rank it have this rank or a better one."),
                ], primaryKey: ["reading", "dyad"]))
        for test in tests.joint {
            guard let ranks = test.finding?.ranks, ranks.draws > 0 else { continue }
            for (place, dyad) in ranks.dyads.enumerated() {
                let first = ranks.share(of: place, rank: 1)
                guard let middle = ranks.middle(of: place) else { continue }
                table.append(
                    [.text(test.reading)] + DyadColumns.cells(dyad, in: panel.states) + [
                        .integer(ranks.draws), .integer(ranks.failures), .integer(ranks.rankings(of: place)),
                        .number(first.value), .number(first.standardError),
                        .number(Double(ranks.soleFirst[place]) / Double(ranks.draws)),
                    ] + middle)
            }
        }
        return table
    }

    /// `joint-ranks.csv`: how often every dyad has every rank then; ranks that it never has have no row.
    func jointRanksTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "joint-ranks", title: "Ranks when all doubts are drawn at once",
                fields: [ResultFields.reading] + DyadColumns.fields + [
                    .init("rank", .integer, "Rank in the class; ties share the better rank."),
                    .init("draws", .integer, "Draws in which it had the rank."),
                    .init(
                        "share", .number,
                        "Share of all draws; a dyad's shares sum to that of the draws that rank it (joint.csv)."
                    ),
                    .init("standard_error", .number, "Monte Carlo standard error of the share."),
                ], primaryKey: ["reading", "dyad", "rank"]))
        for test in tests.joint {
            guard let ranks = test.finding?.ranks else { continue }
            for row in ranks.rows(
                reading: test.reading, cells: { DyadColumns.cells(ranks.dyads[$0], in: panel.states) })
            { table.append(row) }
        }
        return table
    }

    /// `joint-effects.csv`: what each doubt accounts for in the variance of the target's rank.
    func jointEffectsTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "joint-effects", title: "What each doubt does to the target's rank",
                fields: [
                    ResultFields.reading,
                    .init("doubt", .string, "What is drawn: \(Self.doubts)."),
                    .init(
                        "first_order", .number,
                        "Sobol's first-order index: the variance of the mean rank given this doubt's draw, over the variance of the rank.",
                        isRequired: false),
                    .init("first_order_error", .number, "Its Monte Carlo standard error.", isRequired: false),
                    .init(
                        "total", .number,
                        "Total index: the variance that is left when every other doubt is fixed, over the variance of the rank.",
                        isRequired: false),
                    .init("total_error", .number, "Its Monte Carlo standard error.", isRequired: false),
                    .init(
                        "rank_deviation", .number, "Standard deviation of the target's rank.",
                        isRequired: false),
                    .init("reason", .string, "Why there is no index.", isRequired: false),
                ], primaryKey: ["reading", "doubt"]))
        for test in tests.joint {
            guard let finding = test.finding else { continue }
            for (place, doubt) in finding.doubts.enumerated() {
                var row: [Table.Cell] = [.text(test.reading), .text(doubt.rawValue)]
                switch finding.effects {
                case .success(let indices):
                    let (first, total) = (indices.first[place], indices.total[place])
                    row += [
                        .number(first.value), .number(first.standardError), .number(total.value),
                        .number(total.standardError), .number(indices.variance.squareRoot()), .missing,
                    ]
                case .failure(let absence):
                    row += Array(repeating: .missing, count: 5) + [.text(absence.reason)]
                }
                table.append(row)
            }
        }
        return table
    }

    private static var doubts: String { JointDoubt.allCases.map(\.rawValue).joined(separator: ", ") }
}
