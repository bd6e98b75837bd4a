/// The places of some numbers from the highest to the lowest, equal ones in their own order.
///
/// By digits (a radix sort, least significant first): the cost grows with the count alone, and there are no comparisons to
/// be mispredicted. Numbers are finite; zeros of both signs are equal.
func descendingOrder(of values: [Double]) -> [Int] {
    let count = values.count
    guard count > 512 else {
        return values.indices.sorted { a, b in values[a] != values[b] ? values[a] > values[b] : a < b }
    }
    // Bit patterns in the order of the numbers, turned over so that the highest number has the lowest key.
    var keys = values.map { value in
        let bits = (value + 0).bitPattern
        return ~(bits >> 63 == 1 ? ~bits : bits | 1 << 63)
    }
    var order = Array(0..<count)
    var (nextKeys, nextOrder) = (keys, order)
    let (width, buckets) = (11, 1 << 11)
    var starts = [Int](repeating: 0, count: buckets)
    for shift in stride(from: 0, to: 64, by: width) {
        for bucket in 0..<buckets { starts[bucket] = 0 }
        for key in keys { starts[Int(truncatingIfNeeded: key >> UInt64(shift)) & (buckets - 1)] += 1 }
        // A digit that all numbers share orders nothing.
        if starts.contains(count) { continue }
        var sum = 0
        for bucket in 0..<buckets {
            (starts[bucket], sum) = (sum, sum + starts[bucket])
        }
        for place in 0..<count {
            let bucket = Int(truncatingIfNeeded: keys[place] >> UInt64(shift)) & (buckets - 1)
            nextKeys[starts[bucket]] = keys[place]
            nextOrder[starts[bucket]] = order[place]
            starts[bucket] += 1
        }
        swap(&keys, &nextKeys)
        swap(&order, &nextOrder)
    }
    return order
}
