internal import LinearAlgebra

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
    /// As many as keep the misses of the translation cache low: a column of a block is 2 kB from the next.
    private static let drawsAtOnce = 32
    /// As many as the first cache holds of them, 2 kB apart, while they are turned into rows.
    private static let membersAtOnce = 16
    private let sortsLanes: Bool
    private let keepsPlaces: Bool
    private let ranker: RowRanker
    private let winners: [Int32]
    private let stride: Int

    // Storage of one block, by draw, and of draws that are ranked one by one, draw by draw.
    private let ranges: LaneRanges
    private let leader = LaneStorage<Int32>(count: LaneKernels.lanes)
    private let ahead = LaneStorage<Int32>(count: LaneKernels.lanes)
    private let keys: LaneStorage<UInt32>
    private let rowScores: LaneStorage<Double>
    /// Draws x stride; kept if pairs or orders are counted.
    private let places: LaneStorage<UInt16>
    private let firstInBlock: LaneStorage<Int>

    // Sums over blocks that are added to the counts at the end.
    /// Places x members, of sorted draws.
    private let placeTable: LaneStorage<UInt32>
    private let tally: PlaceTally
    private let weightSums: LaneStorage<Int>
    private let weightSquares: LaneStorage<Int>

    init(
        _ layout: AcceptabilityLayout, sums: WeightSums.Scale, tieTolerance: Double,
        kernels: LaneKernels = .best
    ) {
        self.layout = layout
        self.sums = sums
        self.tieTolerance = tieTolerance
        self.kernels = kernels
        counts = AcceptabilityCounts(layout)
        let members = layout.members
        ranker = RowRanker(members: members)
        ranges = LaneRanges(members: members, tieTolerance: tieTolerance, kernels: kernels)
        winners = layout.winners.map { Int32(truncatingIfNeeded: $0) }
        stride = (members + 31) / 32 * 32
        sortsLanes = members <= LaneKernels.mostSorted && layout.detail.needsOrder
        keepsPlaces = layout.detail.countsPairs || layout.detail.countsOrders
        keys = LaneStorage(count: sortsLanes ? LaneKernels.keyCount(members) : 0)
        placeTable = LaneStorage(count: sortsLanes ? members * members : 0)
        rowScores = LaneStorage(count: Self.drawsAtOnce * members)
        places = LaneStorage(count: keepsPlaces ? lanes * stride : 0)
        firstInBlock = LaneStorage(count: layout.columns)
        tally = PlaceTally(layout)
        weightSums = LaneStorage(count: layout.columns * layout.indicators)
        weightSquares = LaneStorage(count: layout.columns * layout.indicators)
    }

    /// What was counted.
    func finished() -> AcceptabilityCounts {
        let members = layout.members
        if sortsLanes {
            for place in 0..<members {
                for column in 0..<members {
                    let draws = Int(placeTable.numbers[place * members + column])
                    if draws > 0 { tally.add(place: place, of: column, draws: draws) }
                }
            }
            placeTable.numbers.update(repeating: 0)
        }
        var result = counts
        tally.write(to: &result)
        result.weights.add(sums: weightSums.numbers, squares: weightSquares.numbers)
        return result
    }

    /// Counts the first `rows` draws of a block.
    ///
    /// - Parameters:
    ///   - scores: columns x 256.
    ///   - weights: K x 256.
    func count(_ scores: UnsafeBufferPointer<Double>, weights: UnsafeBufferPointer<Double>, rows: Int) {
        ranges.measure(scores)
        if !layout.detail.needsOrder {
            kernels.leaders(
                of: scores, columns: layout.members, tolerance: ranges.tolerance, into: leader.numbers)
        } else if sortsLanes {
            sort(scores, rows: rows)
        } else {
            for first in Swift.stride(from: 0, to: rows, by: Self.drawsAtOnce) {
                rank(scores, draws: first..<min(rows, first + Self.drawsAtOnce))
            }
        }
        firstInBlock.numbers.update(repeating: 0)
        for draw in 0..<rows { countLeaders(scores, draw, weights) }
        for column in layout.members..<layout.columns { countOutsider(column, scores, rows: rows, weights) }
        if keepsPlaces { countPlaces(rows: rows) }
        close(rows: rows)
    }

    private func sort(_ scores: UnsafeBufferPointer<Double>, rows: Int) {
        let (members, width, keys) = (layout.members, LaneKernels.sortedLanes, keys.numbers)
        let column = UInt32(1) << UInt32(LaneKernels.columnBits(members)) - 1
        for first in Swift.stride(from: 0, to: rows, by: width) {
            let sorted = kernels.sort(
                scores, columns: members, first: first, highest: ranges.highest, lowest: ranges.lowest,
                share: tieTolerance, into: keys)
            let wanted = min(width, rows - first)
            kernels.countPlaces(
                UnsafeBufferPointer(keys), columns: members,
                clean: sorted & (UInt32(1) << UInt32(wanted) - 1), into: placeTable.numbers)
            for lane in 0..<wanted {
                guard sorted >> UInt32(lane) & 1 == 1 else {
                    rank(scores, draws: (first + lane)..<(first + lane + 1))
                    continue
                }
                leader.numbers[first + lane] = Int32(keys[lane] & column)
                guard keepsPlaces else { continue }
                for place in 0..<members {
                    let member = Int(keys[place &* width &+ lane] & column)
                    places.numbers[(first &+ lane) &* stride &+ member] = UInt16(truncatingIfNeeded: place)
                }
            }
        }
    }

    /// Ranks draws one by one; read together, because their scores lie side by side.
    private func rank(_ scores: UnsafeBufferPointer<Double>, draws: Range<Int>) {
        let (members, rows) = (layout.members, rowScores.numbers)
        for start in Swift.stride(from: 0, to: members, by: Self.membersAtOnce) {
            let end = min(members, start + Self.membersAtOnce)
            for place in 0..<draws.count {
                for member in start..<end {
                    rows[place &* members &+ member] = scores[member &* lanes &+ draws.lowerBound &+ place]
                }
            }
        }
        for (place, draw) in draws.enumerated() {
            ranker.rank(
                UnsafeBufferPointer(rebasing: rows[(place * members)..<((place + 1) * members)]),
                highest: ranges.highest[draw], lowest: ranges.lowest[draw], tolerance: ranges.tolerance[draw])
            tally.add(ranker.places)
            leader.numbers[draw] = ranker.leaders == 1 ? ranker.order[0] : -1
            guard keepsPlaces else { continue }
            for member in 0..<members {
                places.numbers[draw &* stride &+ member] = UInt16(truncatingIfNeeded: ranker.places[member])
            }
        }
    }

    private func countLeaders(
        _ scores: UnsafeBufferPointer<Double>, _ draw: Int, _ weights: UnsafeBufferPointer<Double>
    ) {
        let leader = leader.numbers[draw]
        guard leader < 0 else { return countFirst(Int(leader), draw, weights) }
        for member in 0..<layout.members where ranges.isFirst(scores[member &* lanes &+ draw], lane: draw) {
            countFirst(member, draw, weights)
        }
    }

    private func countFirst(_ column: Int, _ draw: Int, _ weights: UnsafeBufferPointer<Double>) {
        firstInBlock.numbers[column] += 1
        let start = column * layout.indicators
        for k in 0..<layout.indicators {
            let (whole, square) = sums.whole(weights[k &* lanes &+ draw])
            weightSums.numbers[start &+ k] &+= whole
            weightSquares.numbers[start &+ k] &+= square
        }
    }

    /// A unit outside the class has the place after the members that are ahead of it by more than the tolerance.
    private func countOutsider(
        _ column: Int, _ scores: UnsafeBufferPointer<Double>, rows: Int,
        _ weights: UnsafeBufferPointer<Double>
    ) {
        kernels.ahead(
            in: scores, columns: layout.members, tolerance: ranges.tolerance,
            of: UnsafeBufferPointer(rebasing: scores[(column * lanes)..<((column + 1) * lanes)]),
            into: ahead.numbers)
        for draw in 0..<rows {
            let place = Int(ahead.numbers[draw])
            if place == 0 { countFirst(column, draw, weights) }
            if layout.detail.needsOrder { tally.add(place: place, of: column) }
        }
    }

    private func countPlaces(rows: Int) {
        if !winners.isEmpty {
            winners.withUnsafeBufferPointer { winners in
                counts.wins.withUnsafeMutableBufferPointer {
                    kernels.countWins(
                        UnsafeBufferPointer(places.numbers), draws: rows, of: winners,
                        columns: layout.members, stride: stride, into: $0)
                }
            }
        }
        guard layout.detail.countsOrders else { return }
        for draw in 0..<rows {
            let order = places.numbers[(draw * stride)..<(draw * stride + layout.members)]
            counts.orders[Array(order), default: 0] += 1
        }
    }

    private func close(rows: Int) {
        counts.draws += rows
        counts.blocks += 1
        counts.drawsSquared += rows * rows
        for column in 0..<layout.columns {
            let first = firstInBlock.numbers[column]
            counts.first[column] += first
            counts.firstSquared[column] += first * first
            counts.firstTimesDraws[column] += first * rows
        }
    }
}
