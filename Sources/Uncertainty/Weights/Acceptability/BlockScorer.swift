internal import LinearAlgebra

/// Scores of all units under a block of weights: one product Z W for each pattern of gaps.
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

    /// Scores in some draws of a block, of certain values or of one draw of them.
    ///
    /// - Parameters:
    ///   - weights: K x 256.
    ///   - lanes: the draws; the others' scores stay.
    ///   - table: values in that draw; nil for certain ones.
    ///   - scores: receives columns x 256.
    func score(
        _ weights: UnsafeBufferPointer<Double>, lanes: Range<Int>, table: Matrix?,
        into scores: UnsafeMutableBufferPointer<Double>
    ) {
        let (indicators, stride) = (units.indicators, LaneKernels.lanes)
        withUnsafeTemporaryAllocation(of: Double.self, capacity: indicators * stride) { effective in
            for (index, pattern) in patterns.enumerated() {
                let count = pattern.units.count
                var factor = weights
                if !pattern.missing.isEmpty {
                    pattern.correct(weights, lanes: lanes, indicators: indicators, into: effective)
                    factor = UnsafeBufferPointer(effective)
                }
                let values =
                    table.map { table in
                        Matrix(rows: count, columns: indicators) { table[pattern.units[$0], $1] }
                    } ?? fixed[index]
                values.elements.withUnsafeBufferPointer { values in
                    BlockProduct.multiply(
                        values, by: UnsafeBufferPointer(rebasing: factor[lanes.lowerBound...]), m: count,
                        n: lanes.count, k: indicators,
                        into: UnsafeMutableBufferPointer(
                            rebasing: scores[(pattern.firstColumn * stride + lanes.lowerBound)...]),
                        stride: stride)
                }
            }
        }
    }
}
