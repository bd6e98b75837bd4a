internal import LinearAlgebra

/// How often columns had which place, one draw after another. Each worker makes its own.
final class PlaceTally {
    private let layout: AcceptabilityLayout
    private let countsMeanRanks: Bool
    private let rankSums: LaneStorage<Int>
    private let rankSquares: LaneStorage<Int>
    private let ranks: LaneStorage<Int>

    init(_ layout: AcceptabilityLayout) {
        self.layout = layout
        countsMeanRanks = layout.detail.countsMeanRanks
        rankSums = LaneStorage(count: countsMeanRanks ? layout.columns : 0)
        rankSquares = LaneStorage(count: countsMeanRanks ? layout.columns : 0)
        ranks = LaneStorage(count: layout.followed.count * layout.places)
    }

    /// Counts a place, from 0, of one column in some draws.
    func add(place: Int, of column: Int, draws: Int = 1) {
        if countsMeanRanks {
            rankSums.numbers[column] += draws * (place + 1)
            rankSquares.numbers[column] += draws * (place + 1) * (place + 1)
        }
        if place < layout.places, let row = layout.row[column] {
            ranks.numbers[row * layout.places + place] += draws
        }
    }

    /// Counts the places of all members in one draw.
    func add(_ places: UnsafeMutableBufferPointer<Int32>) {
        if countsMeanRanks {
            let (sums, squares) = (rankSums.numbers, rankSquares.numbers)
            for member in 0..<places.count {
                let rank = Int(places[member]) &+ 1
                sums[member] &+= rank
                squares[member] &+= rank &* rank
            }
        }
        let (ranks, width) = (ranks.numbers, layout.places)
        layout.followed.withUnsafeBufferPointer { followed in
            for row in 0..<followed.count where followed[row] < places.count {
                let place = Int(places[followed[row]])
                if place < width { ranks[row &* width &+ place] &+= 1 }
            }
        }
    }

    /// Writes what was counted.
    func write(to counts: inout AcceptabilityCounts) {
        if countsMeanRanks {
            counts.rankSums.add(rankSums.numbers)
            counts.rankSquares.add(rankSquares.numbers)
        }
        if !counts.ranks.isEmpty { counts.ranks.add(ranks.numbers) }
    }
}
