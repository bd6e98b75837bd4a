/// Counts in ascending numbers, by halving.
extension [Double] {
    /// How many are below a value.
    func count(below value: Double) -> Int { countOfFirst { $0 < value } }

    /// How many are at most a value.
    func count(notAbove value: Double) -> Int { countOfFirst { $0 <= value } }

    /// How many have a property that the first ones have and the others do not.
    private func countOfFirst(_ has: (Double) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = low + (high - low) / 2
            if has(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
