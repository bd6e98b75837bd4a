import ClaimTesting
import DyadTables
import Tabular

/// What tables of counted ranks have in common.
extension DyadRankCounts {
    /// One row for every rank that a dyad had: rank, draws, share and its error, after the dyad's cells.
    func rows(reading: String, cells: (Int) -> [Table.Cell]) -> [[Table.Cell]] {
        followed.flatMap { place in
            ranks(of: place).map { rank in
                let share = share(of: place, rank: rank)
                return [.text(reading)] + cells(place) + [
                    .integer(rank), .integer(share.count), .number(share.value), .number(share.standardError),
                ]
            }
        }
    }

    /// The ranks that 2.5, 50 and 97.5 % of the draws that rank a dyad do not exceed; nil where none does.
    func middle(of place: Int) -> [Table.Cell]? {
        let ranks = [0.025, 0.5, 0.975].compactMap { quantile(of: place, $0) }
        return ranks.count == 3 ? ranks.map { .integer($0) } : nil
    }
}
