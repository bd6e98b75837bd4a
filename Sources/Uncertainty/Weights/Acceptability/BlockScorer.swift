internal import LinearAlgebra

/// Scores of all units under a block of weights: one product W Z' for each pattern of gaps.
///
/// Columns of scores are units in the order of their patterns, the class first.
struct BlockScorer: Sendable {
    let units: WeightedUnits
    let patterns: [GapPattern]
    /// The unit of each column.
    let order: [Int]
    /// How many columns, from the first, are of the class.
    let members: Int
    /// For certain values: those of a pattern's units, pattern by pattern; units x K.
    private let fixed: [Matrix]

    init(_ units: WeightedUnits, counting counts: [Bool]) throws(WeightFailure) {
        self.units = units
        patterns = GapPattern.patterns(of: units, counting: counts)
        order = patterns.flatMap(\.units)
        members = order.count { units.isReference[$0] }
        guard members > 0 else {
            throw .mismatched(reason: "no unit of the class is observed on an indicator that can have weight")
        }
        if case .fixed(let table) = units.values {
            fixed = patterns.map { pattern in
                Matrix(rows: pattern.units.count, columns: table.columns) { table[pattern.units[$0], $1] }
            }
        } else {
            fixed = []
        }
    }

    var columns: Int { order.count }

    /// Scores of `rows` weights, rows x columns, of certain values or of one draw of them.
    ///
    /// - Parameter table: values in that draw; nil for certain ones.
    func score(
        _ weights: UnsafeBufferPointer<Double>, rows: Int, table: Matrix?,
        into scores: UnsafeMutableBufferPointer<Double>
    ) {
        let indicators = units.indicators
        withUnsafeTemporaryAllocation(of: Double.self, capacity: rows * indicators) { effective in
            for (index, pattern) in patterns.enumerated() {
                let count = pattern.units.count
                var factor = weights
                if !pattern.missing.isEmpty {
                    pattern.correct(weights, rows: rows, indicators: indicators, into: effective)
                    factor = UnsafeBufferPointer(effective)
                }
                let values =
                    table.map { table in
                        Matrix(rows: count, columns: indicators) { table[pattern.units[$0], $1] }
                    } ?? fixed[index]
                values.elements.withUnsafeBufferPointer { values in
                    BlockProduct.multiply(
                        factor, byTransposed: values, m: rows, n: count, k: indicators,
                        into: UnsafeMutableBufferPointer(rebasing: scores[pattern.firstColumn...]),
                        stride: columns)
                }
            }
        }
    }

    /// Scores of a block in which draw d of the weights meets draw d of the values.
    ///
    /// - Throws: `WeightFailure` for unusable values.
    func scoreDrawByDraw(
        _ weights: UnsafeBufferPointer<Double>, draws: Range<Int>,
        into scores: UnsafeMutableBufferPointer<Double>
    ) throws(WeightFailure) {
        for (row, draw) in draws.enumerated() {
            let table = try units.table(ofDraw: draw)
            let start = row * units.indicators
            score(
                UnsafeBufferPointer(rebasing: weights[start..<(start + units.indicators)]), rows: 1,
                table: table,
                into: UnsafeMutableBufferPointer(rebasing: scores[(row * columns)..<((row + 1) * columns)]))
        }
    }
}
