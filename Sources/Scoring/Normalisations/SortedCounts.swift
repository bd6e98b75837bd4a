/// Some numbers in ascending order, and how many of them lie below others.
struct SortedCounts {
    let values: [Double]

    init(_ values: [Double]) {
        self.values = descendingOrder(of: values).reversed().map { values[$0] }
    }

    /// How many numbers are below each of some others, and how many equal it; nil for missing.
    ///
    /// By one walk along both in ascending order, not by a search for each.
    func counts(of others: [Double?]) -> [(below: Int, level: Int)?] {
        var counts = [(below: Int, level: Int)?](repeating: nil, count: others.count)
        let observed = others.indices.filter { others[$0] != nil }
        let order = descendingOrder(of: observed.map { others[$0] ?? 0 }).reversed().map { observed[$0] }
        var (below, above) = (0, 0)
        for place in order {
            guard let other = others[place] else { continue }
            while below < values.count, values[below] < other { below += 1 }
            above = max(above, below)
            while above < values.count, values[above] <= other { above += 1 }
            counts[place] = (below, above - below)
        }
        return counts
    }
}
