public import Dyads

/// The years of an annual series behind the window values of some dyads.
///
/// A window value is the mean of the yearly values over a dyad's observed years, or for a flow their sum. Yearly values
/// are as they enter: for an event series the share of the year's total over the class.
public struct YearlyValues: Sendable {
    /// T, ascending.
    public let years: [Int]
    /// Whether years are added instead of averaged.
    public let isSum: Bool
    /// P.
    public let dyads: Int
    /// P x T, row-major; 0 where missing.
    private let values: [Double]
    /// P x T; 1 where observed.
    private let observed: [Double]

    /// The years of an indicator in a window; nil for a snapshot, for dated rows, and without covered years.
    public init?(
        of column: Panel.Column, in window: ClosedRange<Int>, dyads: [Dyad], referenceClass: ReferenceClass
    ) {
        guard case .series(let series) = column.data, column.indicator.yearOperator != .snapshot else {
            return nil
        }
        let places = series.years.indices.filter { window.contains(series.years[$0]) }
        guard !places.isEmpty else { return nil }
        years = places.map { series.years[$0] }
        isSum = column.indicator.yearOperator == .sum
        self.dyads = dyads.count
        var totals = [Double](repeating: 1, count: places.count)
        if column.indicator.yearOperator == .shareOfYear {
            totals = totals.map { _ in 0 }
            for dyad in series.dyads where referenceClass.contains(dyad) {
                guard let row = series.values(of: dyad) else { continue }
                for (year, place) in places.enumerated() { totals[year] += row[row.startIndex + place] ?? 0 }
            }
        }
        var values = [Double](repeating: 0, count: dyads.count * places.count)
        var observed = values
        for (unit, dyad) in dyads.enumerated() {
            guard let row = series.values(of: dyad) else { continue }
            for (year, place) in places.enumerated() where totals[year] > 0 {
                guard let value = row[row.startIndex + place] else { continue }
                values[unit * places.count + year] = value / totals[year]
                observed[unit * places.count + year] = 1
            }
        }
        (self.values, self.observed) = (values, observed)
    }

    /// The window value of each dyad when each year counts so many times; nil for a dyad of which no counted year is
    /// observed.
    ///
    /// A sum is the mean times the number of the dyad's observed years, so that a dyad with gaps is not penalised for
    /// years that happen to be drawn.
    ///
    /// - Parameter counts: T; all 1 gives the window values of `Panel.Column.values`.
    public func windowValues(counts: [Double]) -> [Double?] {
        let years = years.count
        precondition(counts.count == years, "one count a year")
        return values.withUnsafeBufferPointer { values in
            observed.withUnsafeBufferPointer { observed in
                counts.withUnsafeBufferPointer { counts in
                    (0..<dyads).map { unit in
                        var (sum, weight, known) = (0.0, 0.0, 0.0)
                        for year in 0..<years {
                            let place = unit * years + year
                            sum += counts[year] * values[place]
                            weight += counts[year] * observed[place]
                            known += observed[place]
                        }
                        guard weight > 0 else { return nil }
                        return isSum ? sum / weight * known : sum / weight
                    }
                }
            }
        }
    }
}
