internal import LinearAlgebra

/// Ranks rows of scores under the tie rule of `Ranking`, with storage that is used again for every row.
///
/// Sorting is by distribution into a few times as many buckets as there are units and insertion, linear where scores are
/// spread and never wrong where they are not. Not `Sendable`: each worker makes its own.
final class RowRanker {
    /// Columns, the best first.
    var order: UnsafeMutableBufferPointer<Int32> { orderStorage.numbers }
    /// The place of every column, from 0.
    var places: UnsafeMutableBufferPointer<Int32> { placeStorage.numbers }
    /// How many of `order`, from the first, share rank 0.
    private(set) var leaders = 0

    private let members: Int
    private let orderStorage: LaneStorage<Int32>
    private let placeStorage: LaneStorage<Int32>
    /// The scores of `order`.
    private let sortedStorage: LaneStorage<Double>
    private let bucketStorage: LaneStorage<Int32>
    /// The bucket of every column.
    private let bucketOfStorage: LaneStorage<Int32>

    /// More leave less to insertion and take longer to count; of 1 to 4 the fastest for 91 units.
    private static let bucketsPerMember = 4

    /// - Parameter members: how many there are to rank; at least one.
    init(members: Int) {
        self.members = members
        orderStorage = LaneStorage(count: members)
        placeStorage = LaneStorage(count: members)
        sortedStorage = LaneStorage(count: members)
        bucketStorage = LaneStorage(count: Self.bucketsPerMember * members)
        bucketOfStorage = LaneStorage(count: members)
    }

    /// Ranks one row of finite scores, whose highest and lowest are given.
    ///
    /// - Parameter tolerance: scores no farther from the first of their group tie.
    func rank(_ row: UnsafeBufferPointer<Double>, highest: Double, lowest: Double, tolerance: Double) {
        distribute(row, highest: highest, range: highest - lowest)
        insert()
        tie(tolerance)
    }

    private func distribute(_ row: UnsafeBufferPointer<Double>, highest: Double, range: Double) {
        let (order, sorted) = (order, sortedStorage.numbers)
        let (buckets, bucketOf) = (bucketStorage.numbers, bucketOfStorage.numbers)
        let last = Int32(buckets.count - 1)
        let scale = range > 0 ? Double(last) / range : 0
        // A range beyond that of numbers leaves one bucket: insertion then does all the sorting.
        let usable = scale.isFinite && range.isFinite ? scale : 0
        buckets.update(repeating: 0)
        for column in 0..<members {
            let bucket = usable > 0 ? min(last, Int32((highest - row[column]) * usable)) : 0
            bucketOf[column] = bucket
            buckets[Int(bucket)] &+= 1
        }
        // From counts to the place of each bucket's first member.
        var before: Int32 = 0
        for bucket in 0..<buckets.count {
            let count = buckets[bucket]
            buckets[bucket] = before
            before &+= count
        }
        for column in 0..<members {
            let bucket = Int(bucketOf[column])
            let place = Int(buckets[bucket])
            order[place] = Int32(truncatingIfNeeded: column)
            sorted[place] = row[column]
            buckets[bucket] &+= 1
        }
    }

    private func insert() {
        let (order, sorted) = (order, sortedStorage.numbers)
        for next in 1..<members where sorted[next - 1] < sorted[next] {
            let (score, column) = (sorted[next], order[next])
            var place = next
            repeat {
                sorted[place] = sorted[place - 1]
                order[place] = order[place - 1]
                place -= 1
            } while place > 0 && sorted[place - 1] < score
            sorted[place] = score
            order[place] = column
        }
    }

    private func tie(_ tolerance: Double) {
        let (order, places, sorted) = (order, places, sortedStorage.numbers)
        var smallestGap = Double.infinity
        for place in 1..<members {
            let gap = sorted[place - 1] - sorted[place]
            smallestGap = gap < smallestGap ? gap : smallestGap
        }
        if smallestGap > tolerance {
            for place in 0..<members { places[Int(order[place])] = Int32(truncatingIfNeeded: place) }
            leaders = 1
        } else {
            share(tolerance)
        }
    }

    /// Places where some members tie with the first of their group.
    private func share(_ tolerance: Double) {
        let (order, places, sorted) = (order, places, sortedStorage.numbers)
        var start = 0
        while start < members {
            let first = sorted[start]
            places[Int(order[start])] = Int32(start)
            var end = start + 1
            while end < members, first - sorted[end] <= tolerance {
                places[Int(order[end])] = Int32(start)
                end += 1
            }
            if start == 0 { leaders = end }
            start = end
        }
    }
}
