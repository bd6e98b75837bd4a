/// What weights are fitted on: the units of the class for which every one of some indicators is observed.
///
/// N rows, K columns, no gaps.
struct ClassTable {
    /// K columns of N values.
    let columns: [[Double]]
    /// The index of each row's unit in the table of the index.
    let units: [Int]
    /// The index of each column's indicator in the design of the index.
    let indicators: [Int]
    /// The names of the indicators.
    let names: [String]
    /// K directions: 1 when more is better, -1 when less is.
    let signs: [Double]

    init(of table: IndicatorTable, indicators: [Int], design: IndexDesign, isReference: [Bool]) {
        let units = isReference.indices.filter { unit in
            isReference[unit] && indicators.allSatisfy { table.observed[unit, $0] == 1 }
        }
        columns = indicators.map { indicator in units.map { table.values[$0, indicator] } }
        self.units = units
        self.indicators = indicators
        names = indicators.map { design.indicators[$0].id }
        signs = indicators.map { design.indicators[$0].sign }
    }

    /// The columns on [0, 1], 1 for the best: (x - min) / (max - min), or (max - x) where less is better.
    ///
    /// - Throws: `ScoringFailure.undefined` for an indicator with one value for all rows.
    func ranged() throws(ScoringFailure) -> [[Double]] {
        var result: [[Double]] = []
        for (k, column) in columns.enumerated() {
            guard let lowest = column.min(), let highest = column.max(), lowest < highest else {
                throw undefined(k, "has the same value for every unit of the class with complete data")
            }
            result.append(
                column.map { (signs[k] > 0 ? $0 - lowest : highest - $0) / (highest - lowest) })
        }
        return result
    }

    /// The columns as shares of their sums.
    ///
    /// - Throws: `ScoringFailure.valueOutsideDomain` for a negative value, `.undefined` for a column of zeros.
    func shares() throws(ScoringFailure) -> [[Double]] {
        try requireAll(
            "values that are not negative, because the weights rest on shares of a sum",
            { value, _ in value >= 0 })
        var result: [[Double]] = []
        for (k, column) in columns.enumerated() {
            let sum = column.reduce(0, +)
            guard sum > 0, sum.isFinite else { throw undefined(k, "has a sum of which nothing is a share") }
            result.append(column.map { $0 / sum })
        }
        return result
    }

    /// Whether a column has one value for all rows.
    func isConstant(_ column: Int) -> Bool {
        columns[column].allSatisfy { $0 == columns[column][0] }
    }

    /// - Parameter fits: whether a value of the column of this index is inside the domain.
    /// - Throws: `ScoringFailure.valueOutsideDomain` for the first value that is not.
    func requireAll(
        _ need: String, _ fits: (_ value: Double, _ column: Int) -> Bool
    ) throws(ScoringFailure) {
        for (k, column) in columns.enumerated() {
            for (row, value) in column.enumerated() where !fits(value, k) {
                throw .valueOutsideDomain(indicator: indicators[k], unit: units[row], need: need)
            }
        }
    }

    /// The failure of one of the columns.
    func undefined(_ column: Int, _ reason: String) -> ScoringFailure {
        .undefined(indicator: indicators[column], reason: reason)
    }
}
