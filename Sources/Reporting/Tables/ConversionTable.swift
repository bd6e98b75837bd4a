import ClaimTesting
import DyadTables
import DyadicModels
import Tabular

extension Assessment {
    /// `conversion.csv`: contacts, counts and shrunk output per contact, with its interval.
    func conversionTable() -> Table {
        var table = Table(
            schema: TableSchema(
                name: "conversion", title: "Output per contact",
                fields: [ResultFields.window, ResultFields.reading] + DyadColumns.fields + [
                    ResultFields.inClass,
                    .init(
                        "contacts", .number, "Contacts relative to the class's mean.", isRequired: false),
                    .init("outputs", .string, "Counts as indicator=count, separated by spaces."),
                    .init(
                        "rate", .number,
                        "Geometric mean over the outputs of the posterior mean of count per unit of contacts: the score.",
                        isRequired: false),
                    .init("rate_low", .number, "Lower end of its 95 % interval.", isRequired: false),
                    .init("rate_high", .number, "Upper end of its 95 % interval.", isRequired: false),
                    .init("rank_in_class", .integer, "Rank in the reference class.", isRequired: false),
                    .init("reason", .string, "Why there is no rate.", isRequired: false),
                ], primaryKey: ["window", "reading", "dyad"]))
        for item in scored {
            guard case .scored(let scored, _) = item.outcome, case .conversion(let scores) = scored.evidence
            else { continue }
            for (unit, dyad) in scores.ranking.dyads.enumerated() {
                let outputs = scores.production.outputs.map { output in
                    let count = output.values[unit].map { formatted($0, significantDigits: 8) }
                    return "\(output.indicator)=\(count ?? "missing")"
                }
                var reason: String?
                if case .missing(let why) = scores.conversion.outcomes[unit] { reason = why }
                let rate = scores.conversion.outcomes[unit].rate
                table.append(
                    [.text(item.window.id), .text(item.subject.id)]
                        + DyadColumns.cells(dyad, in: panel.states) + [
                            scores.ranking.isInClass[unit].cell, .optional(scores.production.input[unit]),
                            .text(outputs.joined(separator: " ")), .optional(rate?.estimate),
                            .optional(rate?.interval.lowerBound), .optional(rate?.interval.upperBound),
                            .optional(scores.ranking.classRanking.ranks[unit]), .optional(reason),
                        ])
            }
        }
        return table
    }
}
