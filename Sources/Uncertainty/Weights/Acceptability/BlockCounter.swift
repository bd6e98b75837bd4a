internal import LinearAlgebra
internal import Scoring

/// Counts ranks in blocks of scores, with storage that is used again for every block. Each worker makes its own.
///
/// A class that fits into sorted keys is sorted sixteen draws at a time; draws with ties, or with scores too close for a
/// key, and larger classes, are ranked one by one.
final class BlockCounter {
    private let layout: AcceptabilityLayout
    private let sums: WeightSums.Scale
    private let tieTolerance: Double
    private let kernels: LaneKernels
    private var counts: AcceptabilityCounts

    private let lanes = LaneKernels.lanes
    /// As many scores as a cache line holds.
    private static let drawsAtOnce = 8
    private let sortsLanes: Bool
    private let ranker: RowRanker
    /// Scores of draws that are ranked one by one, draw by draw.
    private var rows: [Double]
    private var highest: [Double]
    private var lowest: [Double]
    private var tolerance: [Double]
    private var leader: [Int32]
    private var ahead: [Int32]
    private let keys: UnsafeMutableBufferPointer<UInt32>
    private let keyStorage: LaneStorage<UInt32>
    /// Places x members, of sorted draws.
    private var placeTable: [UInt32] = []
    /// Draws x stride; kept if pairs or orders are counted.
    private var places: [UInt16] = []
    private let stride: Int
    private let winners: [Int32]

    init(
        _ layout: AcceptabilityLayout, sums: WeightSums.Scale, tieTolerance: Double,
        kernels: LaneKernels = .best
    ) {
        self.layout = layout
        self.tieTolerance = tieTolerance
        self.kernels = kernels
        self.sums = sums
        counts = AcceptabilityCounts(layout)
        let members = layout.members
        ranker = RowRanker(members: members, tieTolerance: tieTolerance)
        rows = Array(repeating: 0, count: Self.drawsAtOnce * members)
        highest = Array(repeating: 0, count: lanes)
        (lowest, tolerance) = (highest, highest)
        leader = Array(repeating: 0, count: lanes)
        ahead = leader
        winners = layout.winners.map { Int32(truncatingIfNeeded: $0) }
        stride = (members + 31) / 32 * 32
        sortsLanes = members <= LaneKernels.mostSorted && layout.detail.needsOrder
        keyStorage = LaneStorage(count: sortsLanes ? members * LaneKernels.sortedLanes : 0)
        keys = keyStorage.numbers
        if sortsLanes { placeTable = Array(repeating: 0, count: members * members) }
        if keepsPlaces { places = Array(repeating: 0, count: lanes * stride) }
    }

    private var keepsPlaces: Bool { layout.detail.countsPairs || layout.detail.countsOrders }

    /// What was counted.
    func finished() -> AcceptabilityCounts {
        var result = counts
        let members = layout.members
        for (place, column) in placeTable.indices.lazy.map({ $0.quotientAndRemainder(dividingBy: members) }) {
            let count = Int(placeTable[place * members + column])
            guard count > 0 else { continue }
            if layout.detail.countsMeanRanks {
                result.rankSums[column] += count * (place + 1)
                result.rankSquares[column] += count * (place + 1) * (place + 1)
            }
            if place < layout.places, let row = layout.row[column] {
                result.ranks[row * layout.places + place] += count
            }
        }
        return result
    }

    /// Counts the first `rows` draws of a block.
    ///
    /// - Parameters:
    ///   - scores: columns x 256.
    ///   - weights: K x 256.
    func count(_ scores: UnsafeBufferPointer<Double>, weights: UnsafeBufferPointer<Double>, rows: Int) {
        measure(scores)
        if !layout.detail.needsOrder {
            findLeaders(scores)
        } else if sortsLanes {
            sort(scores, rows: rows)
        } else {
            leader.withUnsafeMutableBufferPointer { $0.update(repeating: -1) }
            for first in Swift.stride(from: 0, to: rows, by: Self.drawsAtOnce) {
                rank(scores, draws: first..<min(rows, first + Self.drawsAtOnce))
            }
        }
        var firstInBlock = [Int](repeating: 0, count: layout.columns)
        for draw in 0..<rows { countLeaders(scores, draw, weights, &firstInBlock) }
        for column in layout.members..<layout.columns {
            countOutsider(column, scores, rows: rows, weights, &firstInBlock)
        }
        if keepsPlaces { countPlaces(rows: rows) }
        close(firstInBlock, rows: rows)
    }

    /// Range and tie tolerance of the class in every draw.
    private func measure(_ scores: UnsafeBufferPointer<Double>) {
        highest.withUnsafeMutableBufferPointer { highest in
            lowest.withUnsafeMutableBufferPointer { lowest in
                kernels.extremes(of: scores, columns: layout.members, highest: highest, lowest: lowest)
            }
        }
        for lane in 0..<lanes {
            tolerance[lane] = Ranking.tolerance(
                highest: highest[lane], lowest: lowest[lane], share: tieTolerance)
        }
    }

    private func findLeaders(_ scores: UnsafeBufferPointer<Double>) {
        tolerance.withUnsafeBufferPointer { tolerance in
            leader.withUnsafeMutableBufferPointer {
                kernels.leaders(of: scores, columns: layout.members, tolerance: tolerance, into: $0)
            }
        }
    }

    private func sort(_ scores: UnsafeBufferPointer<Double>, rows: Int) {
        let (members, width) = (layout.members, LaneKernels.sortedLanes)
        let column = UInt32(1) << UInt32(LaneKernels.columnBits(members)) - 1
        for first in Swift.stride(from: 0, to: rows, by: width) {
            let sorted = highest.withUnsafeBufferPointer { highest in
                lowest.withUnsafeBufferPointer { lowest in
                    kernels.sort(
                        scores, columns: members, first: first, highest: highest, lowest: lowest,
                        share: tieTolerance, into: keys)
                }
            }
            let wanted = min(width, rows - first)
            placeTable.withUnsafeMutableBufferPointer {
                kernels.countPlaces(
                    UnsafeBufferPointer(keys), columns: members,
                    clean: sorted & (UInt32(1) << UInt32(wanted) - 1), into: $0)
            }
            for lane in 0..<wanted {
                if sorted >> UInt32(lane) & 1 == 0 {
                    leader[first + lane] = -1
                    rank(scores, draws: (first + lane)..<(first + lane + 1))
                } else {
                    leader[first + lane] = Int32(keys[lane] & column)
                    if keepsPlaces {
                        for place in 0..<members {
                            let member = Int(keys[place * width + lane] & column)
                            places[(first + lane) * stride + member] = UInt16(truncatingIfNeeded: place)
                        }
                    }
                }
            }
        }
    }

    /// Ranks draws one by one; read together, because their scores lie side by side.
    private func rank(_ scores: UnsafeBufferPointer<Double>, draws: Range<Int>) {
        let members = layout.members
        for member in 0..<members {
            for (place, draw) in draws.enumerated() {
                rows[place &* members &+ member] = scores[member &* lanes &+ draw]
            }
        }
        for (place, draw) in draws.enumerated() {
            rows.withUnsafeBufferPointer {
                ranker.rank(UnsafeBufferPointer(rebasing: $0[(place * members)..<((place + 1) * members)]))
            }
            addPlaces()
            if keepsPlaces {
                for member in 0..<members {
                    places[draw * stride + member] = UInt16(truncatingIfNeeded: ranker.places[member])
                }
            }
        }
    }

    /// Counts the places that the ranker found.
    private func addPlaces() {
        if layout.detail.countsMeanRanks {
            counts.rankSums.withUnsafeMutableBufferPointer { sums in
                for member in 0..<layout.members { sums[member] &+= Int(ranker.places[member]) &+ 1 }
            }
            counts.rankSquares.withUnsafeMutableBufferPointer { squares in
                for member in 0..<layout.members {
                    let rank = Int(ranker.places[member]) &+ 1
                    squares[member] &+= rank &* rank
                }
            }
        }
        counts.ranks.withUnsafeMutableBufferPointer { ranks in
            for (row, column) in layout.followed.enumerated() where column < layout.members {
                let place = Int(ranker.places[column])
                if place < layout.places { ranks[row &* layout.places &+ place] &+= 1 }
            }
        }
    }

    private func add(place: Int, of column: Int) {
        if layout.detail.countsMeanRanks {
            counts.rankSums[column] += place + 1
            counts.rankSquares[column] += (place + 1) * (place + 1)
        }
        if place < layout.places, let row = layout.row[column] {
            counts.ranks[row * layout.places + place] += 1
        }
    }

    private func countLeaders(
        _ scores: UnsafeBufferPointer<Double>, _ draw: Int, _ weights: UnsafeBufferPointer<Double>,
        _ firstInBlock: inout [Int]
    ) {
        if leader[draw] >= 0 {
            countFirst(Int(leader[draw]), draw, weights, &firstInBlock)
        } else {
            for member in 0..<layout.members
            where highest[draw] - scores[member * lanes + draw] <= tolerance[draw] {
                countFirst(member, draw, weights, &firstInBlock)
            }
        }
    }

    private func countFirst(
        _ column: Int, _ draw: Int, _ weights: UnsafeBufferPointer<Double>, _ firstInBlock: inout [Int]
    ) {
        firstInBlock[column] += 1
        counts.weights.add(
            weights, lane: draw, indicators: layout.indicators, from: column * layout.indicators, sums)
    }

    /// A unit outside the class has the place after the members that are ahead of it by more than the tolerance.
    private func countOutsider(
        _ column: Int, _ scores: UnsafeBufferPointer<Double>, rows: Int,
        _ weights: UnsafeBufferPointer<Double>, _ firstInBlock: inout [Int]
    ) {
        let own = UnsafeBufferPointer(rebasing: scores[(column * lanes)..<((column + 1) * lanes)])
        tolerance.withUnsafeBufferPointer { tolerance in
            ahead.withUnsafeMutableBufferPointer {
                kernels.ahead(in: scores, columns: layout.members, tolerance: tolerance, of: own, into: $0)
            }
        }
        for draw in 0..<rows {
            if ahead[draw] == 0 { countFirst(column, draw, weights, &firstInBlock) }
            if layout.detail.needsOrder { add(place: Int(ahead[draw]), of: column) }
        }
    }

    private func countPlaces(rows: Int) {
        if !winners.isEmpty {
            places.withUnsafeBufferPointer { places in
                winners.withUnsafeBufferPointer { winners in
                    counts.wins.withUnsafeMutableBufferPointer {
                        kernels.countWins(
                            places, draws: rows, of: winners, columns: layout.members, stride: stride,
                            into: $0)
                    }
                }
            }
        }
        if layout.detail.countsOrders {
            for draw in 0..<rows {
                counts.orders[
                    Array(places[(draw * stride)..<(draw * stride + layout.members)]), default: 0] += 1
            }
        }
    }

    private func close(_ firstInBlock: [Int], rows: Int) {
        counts.draws += rows
        counts.blocks += 1
        counts.drawsSquared += rows * rows
        for column in 0..<layout.columns {
            counts.first[column] += firstInBlock[column]
            counts.firstSquared[column] += firstInBlock[column] * firstInBlock[column]
            counts.firstTimesDraws[column] += firstInBlock[column] * rows
        }
    }
}
