extension MissingDataRule.Input {
    /// The table with `value` in every gap of an indicator that has an observation in the class.
    ///
    /// - Parameter value: from the class's observed values of an indicator, at least one.
    func filled(_ value: (_ reference: [Double], _ indicator: Int) -> Double) -> IndicatorTable {
        let columns = (0..<table.indicators).map { indicator in
            let column = table.column(indicator)
            let reference = zip(column, isReference).compactMap { $1 ? $0 : nil }
            guard !reference.isEmpty else { return column }
            let filling = value(reference, indicator)
            return column.map { $0 ?? filling }
        }
        return IndicatorTable(columns: columns, units: table.units)
    }
}
