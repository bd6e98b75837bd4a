public import LinearAlgebra

/// Units x indicators, with what is missing kept apart from the numbers.
///
/// Shape: P units by K indicators. `observed` is 1 where a value was observed and 0 where it is missing; a
/// missing value's place in `values` holds 0, so that matrix products pass over it.
public struct IndicatorTable: Sendable {
    public let values: Matrix
    public let observed: Matrix

    /// A table from columns of values, nil for missing; every column has one entry a unit.
    public init(columns: [[Double?]], units: Int) {
        precondition(columns.allSatisfy { $0.count == units }, "every column needs one entry a unit")
        let count = columns.count
        var values = [Double](repeating: 0, count: units * count)
        var observed = values
        for (indicator, column) in columns.enumerated() {
            for unit in 0..<units {
                guard let value = column[unit] else { continue }
                values[unit &* count &+ indicator] = value
                observed[unit &* count &+ indicator] = 1
            }
        }
        self.values = Matrix(rows: units, columns: count, elements: values)
        self.observed = Matrix(rows: units, columns: count, elements: observed)
    }

    /// A table of numbers and marks of what is observed, of one shape; what is missing has the value 0.
    init(values: Matrix, observed: Matrix) {
        self.values = values
        self.observed = observed
    }

    public var units: Int { values.rows }
    public var indicators: Int { values.columns }

    /// The value of a unit on an indicator; nil when it is missing.
    public subscript(unit: Int, indicator: Int) -> Double? {
        observed[unit, indicator] == 1 ? values[unit, indicator] : nil
    }

    /// Every indicator over the units.
    public var columns: [[Double?]] { (0..<indicators).map(column) }

    /// One indicator over the units.
    public func column(_ indicator: Int) -> [Double?] {
        precondition(indicator >= 0 && indicator < indicators, "no such indicator")
        let count = indicators
        return values.elements.withUnsafeBufferPointer { values in
            observed.elements.withUnsafeBufferPointer { observed in
                (0..<units).map {
                    observed[$0 &* count &+ indicator] == 1 ? values[$0 &* count &+ indicator] : nil
                }
            }
        }
    }
}
