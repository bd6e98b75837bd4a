/// The places of some numbers from the highest to the lowest, equal ones in their own order.
///
/// By digits (a radix sort, least significant first): the cost grows with the count alone, and there are no comparisons to
/// be mispredicted. Numbers are finite; zeros of both signs are equal.
func descendingOrder(of values: [Double]) -> [Int] {
    let count = values.count
    guard count > 512, count <= Int32.max else {
        return values.indices.sorted { a, b in values[a] != values[b] ? values[a] > values[b] : a < b }
    }
    // Bit patterns in the order of the numbers, turned over so that the highest number has the lowest key.
    var keys = values.map { value in
        let bits = (value + 0).bitPattern
        return ~(bits >> 63 == 1 ? ~bits : bits | 1 << 63)
    }
    var order = (0..<count).map { Int32(truncatingIfNeeded: $0) }
    var (nextKeys, nextOrder) = (keys, order)
    for shift in stride(from: 0, to: 64, by: digitWidth) {
        let isOrdered = keys.withUnsafeBufferPointer { keys in
            order.withUnsafeBufferPointer { order in
                nextKeys.withUnsafeMutableBufferPointer { nextKeys in
                    nextOrder.withUnsafeMutableBufferPointer { nextOrder in
                        distribute(keys, order, byDigitAt: UInt64(shift), into: nextKeys, nextOrder)
                    }
                }
            }
        }
        guard isOrdered else { continue }
        swap(&keys, &nextKeys)
        swap(&order, &nextOrder)
    }
    return order.map(Int.init)
}

private let digitWidth = 11

/// Distributes keys and what goes with them by one digit, in their order; false for a digit that all share, by which nothing
/// was distributed.
private func distribute(
    _ keys: UnsafeBufferPointer<UInt64>, _ order: UnsafeBufferPointer<Int32>, byDigitAt shift: UInt64,
    into nextKeys: UnsafeMutableBufferPointer<UInt64>, _ nextOrder: UnsafeMutableBufferPointer<Int32>
) -> Bool {
    let buckets = 1 << digitWidth
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: buckets) { starts in
        starts.initialize(repeating: 0)
        for key in keys { starts[Int(truncatingIfNeeded: key >> shift) & (buckets &- 1)] &+= 1 }
        if starts.contains(keys.count) { return false }
        var sum = 0
        for bucket in 0..<buckets {
            (starts[bucket], sum) = (sum, sum &+ starts[bucket])
        }
        for place in keys.indices {
            let bucket = Int(truncatingIfNeeded: keys[place] >> shift) & (buckets &- 1)
            let start = starts[bucket]
            nextKeys[start] = keys[place]
            nextOrder[start] = order[place]
            starts[bucket] = start &+ 1
        }
        return true
    }
}
