/// `2–20`, or `1` for a single number.
func rangeText(_ range: ClosedRange<Int>) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
}

/// Years in their order as runs without a gap.
func runs(of years: [Int]) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    for year in years.sorted() {
        if let last = runs.last, last.upperBound + 1 >= year {
            runs[runs.count - 1] = last.lowerBound...year
        } else {
            runs.append(year...year)
        }
    }
    return runs
}
