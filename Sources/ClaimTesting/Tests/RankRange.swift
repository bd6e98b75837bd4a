extension Array where Element == Int {
    /// The middle part of some ranks, of which this is how often each occurred, from rank 1: the smallest ranks that are
    /// not exceeded in a share `tail` and in all but such a share of them. Nil where nothing was counted.
    public func middleRanks(tail: Double = 0.025) -> ClosedRange<Int>? {
        let total = reduce(0, +)
        guard total > 0 else { return nil }
        func quantile(_ probability: Double) -> Int {
            var sum = 0
            for (place, count) in enumerated() {
                sum += count
                if Double(sum) >= probability * Double(total) { return place + 1 }
            }
            return count
        }
        return quantile(tail)...quantile(1 - tail)
    }
}
