import Tabular
import Uncertainty

extension IndexAcceptability {
    /// Ranks whose acceptability stands in the text, and for how many units at most.
    private static let ranksInText = 3
    private static let mostUnitsWithRanksInText = 30

    /// Columns for tables of one row a unit: share of first places, its standard error, mean rank.
    var columns: [(name: String, isInteger: Bool, values: [Table.Cell])] {
        let units = centralWeights.indices
        return [
            ("first_share", false, units.map { .optional(firstShare(of: $0)?.value) }),
            ("first_share_error", false, units.map { .optional(firstShare(of: $0)?.error) }),
            ("mean_rank", false, units.map { .optional(acceptability.meanRank(of: $0)?.value) }),
        ]
    }

    /// A line, and a table of the units in an order: share of first places, its error, mean rank, shares of the first
    /// ranks.
    func text(units: [String], order: [Int], unitColumn: String) -> String {
        var columns = columns
        if units.count <= Self.mostUnitsWithRanksInText {
            for rank in 0..<min(Self.ranksInText, acceptability.places) {
                columns.append(
                    (
                        "rank \(rank + 1)", false,
                        units.indices.map {
                            .optional(acceptability.rankAcceptabilities(of: $0)?[rank].value)
                        }
                    ))
            }
        }
        var rows = [[unitColumn] + columns.map { $0.name.replacing("_", with: " ") }]
        for unit in order { rows.append([units[unit]] + columns.map { $0.values[unit].text }) }
        return "\(title)\n\n\(alignedText(rows, rightAligned: rows[0].indices.map { $0 != 0 }))"
    }

    private var title: String {
        let limits = request.orders.count + request.intervals.count
        return "Ranks under \(request.draws) draws of weights, \(shape.rawValue) space"
            + (limits == 0 ? "" : limits == 1 ? " with 1 constraint" : " with \(limits) constraints")
            + ", seed \(request.seed)"
    }
}
