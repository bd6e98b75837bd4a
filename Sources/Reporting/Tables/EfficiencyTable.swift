import ClaimTesting
import DyadTables
import DyadicModels
import Scoring
import Tabular

extension Assessment {
    /// `efficiency.csv`: inputs, outputs and efficiencies under every assumption about scale, with bootstrap
    /// intervals under constant returns.
    func efficiencyTable() -> Table {
        func efficiency(_ name: String, _ description: String) -> TableSchema.Field {
            .init(name, .number, description, isRequired: false)
        }
        var table = Table(
            schema: TableSchema(
                name: "efficiency", title: "Efficiency by data envelopment analysis",
                fields: [ResultFields.window, ResultFields.reading] + DyadColumns.fields + [
                    ResultFields.inClass,
                    .init("contacts", .number, "Input: contacts relative to the class's mean."),
                    .init("outputs", .string, "Outputs as indicator=count, separated by spaces."),
                    efficiency("crs", "Efficiency under constant returns, in [0, 1] for the class."),
                    efficiency("crs_super", "Super-efficiency under constant returns: the score."),
                    efficiency("vrs", "Efficiency under variable returns."),
                    efficiency(
                        "vrs_super", "Super-efficiency under variable returns; empty where infeasible."),
                    .init(
                        "vrs_super_infeasible", .integer,
                        "1 where no mixture of the other pairs can be compared with this one."),
                    efficiency("nirs", "Efficiency under non-increasing returns."),
                    efficiency("scale", "Scale efficiency, crs over vrs."),
                    .init(
                        "region", .string, "Returns to scale where the pair lies.", isRequired: false),
                    efficiency("crs_corrected", "Bias-corrected efficiency under constant returns."),
                    efficiency("crs_low", "Lower end of its interval."),
                    efficiency("crs_high", "Upper end of its interval."),
                    .init(
                        "peers", .string, "Pairs that it is measured against under constant returns.",
                        isRequired: false),
                ], primaryKey: ["window", "reading", "dyad"]))
        for item in scored {
            guard case .scored(let scored, _) = item.outcome, case .efficiency(let scores) = scored.evidence
            else { continue }
            let intervals = intervals(of: item)
            for (place, unit) in scores.measured.enumerated() {
                table.append(
                    [.text(item.window.id), .text(item.subject.id)]
                        + DyadColumns.cells(scores.ranking.dyads[unit], in: panel.states)
                        + [scores.ranking.isInClass[unit].cell]
                        + cells(scores, place: place, unit: unit, interval: intervals?[place]))
            }
        }
        return table
    }

    private func intervals(of item: Scored) -> [CorrectedEfficiency?]? {
        let found = efficiencyIntervals.first {
            $0.window == item.window && $0.reading == item.subject.id
        }
        return found.flatMap { try? $0.intervals.get() }
    }

    private func cells(
        _ scores: EfficiencyScores, place: Int, unit: Int, interval: CorrectedEfficiency??
    ) -> [Table.Cell] {
        let row = scores.rows[place]
        let outputs = scores.production.outputs.map { output in
            "\(output.indicator)=\(formatted(output.values[unit] ?? 0, significantDigits: 8))"
        }
        let peers = row.constant.projection?.peers.map { "\(scores.ranking.dyads[scores.measured[$0]])" }
        let interval = interval.flatMap { $0 }
        return [
            .optional(scores.production.input[unit]), .text(outputs.joined(separator: " ")),
            .optional(row.constant.efficiency), .optional(row.superConstant.efficiency),
            .optional(row.variable.efficiency), .optional(row.superVariable.efficiency),
            (row.superVariable == .beyondReference).cell, .optional(row.nonIncreasing.efficiency),
            .optional(row.scale?.ratio), .optional(row.scale?.region.rawValue),
            .optional(interval?.corrected), .optional(interval?.lower), .optional(interval?.upper),
            .optional(peers.flatMap { $0.isEmpty ? nil : $0.joined(separator: " ") }),
        ]
    }
}
