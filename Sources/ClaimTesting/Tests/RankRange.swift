extension Array where Element == Int {
    /// The middle part of some ranks, of which this is how often each occurred, from rank 1: the smallest ranks that are
    /// not exceeded in a share `tail` and in all but such a share of them. Nil where nothing was counted.
    public func middleRanks(tail: Double = 0.025) -> ClosedRange<Int>? {
        var tally = RankTally()
        for (place, count) in enumerated() where count > 0 { tally.add(place + 1, times: count) }
        guard let low = tally.quantile(tail), let high = tally.quantile(1 - tail) else { return nil }
        return low...high
    }
}
