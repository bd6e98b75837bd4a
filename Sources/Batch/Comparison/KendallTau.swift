/// Kendall's tau-b: concordant minus discordant pairs over the geometric mean of the pairs untied on each side (Kendall 1945,
/// The treatment of ties in ranking problems, Biometrika 33(3)), in n log n steps by counting the exchanges of a merge sort
/// (Knight 1966, A computer method for calculating Kendall's tau with ungrouped data, JASA 61).
///
/// - Returns: Nil for fewer than two, and where a side is all tied.
func kendallTau(_ ranks: [(first: Int, second: Int)]) -> Double? {
    func pairs(_ count: Int) -> Int { count * (count - 1) / 2 }
    /// Pairs that are tied, among values in order.
    func tied<Value: Equatable>(_ values: [Value]) -> Int {
        var (total, run) = (0, 0)
        for place in values.indices {
            run = place > 0 && values[place] == values[place - 1] ? run + 1 : 1
            if place + 1 == values.count || values[place + 1] != values[place] { total += pairs(run) }
        }
        return total
    }
    let sorted = ranks.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    let (second, exchanges) = sortedCountingExchanges(sorted.map(\.second))
    let all = pairs(ranks.count)
    let (tiedFirst, tiedSecond) = (tied(sorted.map(\.first)), tied(second))
    let tiedBoth = tied(sorted.map { [$0.first, $0.second] })
    guard all > tiedFirst, all > tiedSecond else { return nil }
    let score = all - tiedFirst - tiedSecond + tiedBoth - 2 * exchanges
    return Double(score) / (Double(all - tiedFirst) * Double(all - tiedSecond)).squareRoot()
}

/// Values in order, and how many pairs of them stood in the other order.
private func sortedCountingExchanges(_ values: [Int]) -> ([Int], Int) {
    guard values.count > 1 else { return (values, 0) }
    let middle = values.count / 2
    let (left, leftExchanges) = sortedCountingExchanges(Array(values[..<middle]))
    let (right, rightExchanges) = sortedCountingExchanges(Array(values[middle...]))
    var (merged, exchanges, next): ([Int], Int, Int) = ([], leftExchanges + rightExchanges, 0)
    merged.reserveCapacity(values.count)
    for value in right {
        while next < left.count, left[next] <= value {
            merged.append(left[next])
            next += 1
        }
        merged.append(value)
        exchanges += left.count - next
    }
    return (merged + left[next...], exchanges)
}
