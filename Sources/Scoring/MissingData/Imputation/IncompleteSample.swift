internal import LinearAlgebra

/// Rows with gaps, summed up by which indicators they have: all that the normal likelihood needs to know of them.
struct IncompleteSample {
    /// Rows that have the same indicators, at least one.
    struct Pattern {
        /// Ascending indices of the indicators that these rows have.
        let observed: [Int]
        let count: Double
        /// (1 + observed) x (1 + observed): sums of products of (1, values) with itself.
        let moments: Matrix
    }

    let indicators: Int
    let patterns: [Pattern]

    /// The number of rows with any observation.
    var count: Double { patterns.reduce(0) { $0 + $1.count } }

    /// - Parameter rows: K entries each, nil for a gap; rows without any observation are left out.
    init(rows: [[Double?]], indicators: Int) {
        self.indicators = indicators
        var rowsOf: [[Int]: [[Double]]] = [:]
        var order: [[Int]] = []
        for row in rows {
            let observed = row.indices.filter { row[$0] != nil }
            guard !observed.isEmpty else { continue }
            if rowsOf[observed] == nil { order.append(observed) }
            rowsOf[observed, default: []].append([1] + row.compactMap { $0 })
        }
        patterns = order.map { observed in
            let members = rowsOf[observed] ?? []
            let design = Matrix(rows: members.count, columns: observed.count + 1) { members[$0][$1] }
            return Pattern(
                observed: observed, count: Double(members.count), moments: design.transposed.times(design))
        }
    }
}
