public import Dyads
public import LinearAlgebra

/// What an annual series records in each of its covered years in a window, in the unit of its window value.
///
/// T covered years x P dyads. The window value of a dyad, as `Panel.Column.values(in:)` makes it, is the mean of its
/// observed years, or their sum. Of `share-of-year` the numbers are shares of the year's total over the class; a year
/// in which that total is zero is missing for every dyad.
public struct YearlyValues: Sendable {
    /// Ascending.
    public let years: [Int]
    /// T x P; 0 where missing.
    public let values: Matrix
    /// T x P: 1 where observed, else 0.
    public let observed: Matrix
    /// Whether window values are sums over the observed years.
    public let isSum: Bool
    /// The number of observed years of each dyad; P.
    private let known: [Double]
    /// Whether every year of every dyad is observed.
    private let isComplete: Bool

    init(years: [Int], values: Matrix, observed: Matrix, isSum: Bool) {
        (self.years, self.values, self.observed, self.isSum) = (years, values, observed, isSum)
        isComplete = !observed.elements.contains(0)
        known = observed.transposedTimes([Double](repeating: 1, count: years.count))
    }

    /// How far each year of each dyad is from its window value, so that sums over years are zero; T x P.
    ///
    /// (T / n) (y - v) of an observed year, with n observed years, v the window value and y the year's value (n times
    /// the year's value where the window value is a sum); 0 of a missing one. v is then the mean over all T years of v
    /// plus departure, and a change of the observed years' weights moves v by the mean of the departures so weighted.
    ///
    /// - Parameter window: the window values, nil for missing; P.
    public func departures(from window: [Double?]) -> Matrix {
        precondition(window.count == values.columns, "one window value a dyad")
        return Matrix(rows: years.count, columns: window.count) { year, unit in
            guard observed[year, unit] == 1, let value = window[unit] else { return 0 }
            let yearly = isSum ? known[unit] * values[year, unit] : values[year, unit]
            return Double(years.count) / known[unit] * (yearly - value)
        }
    }

    /// The window values of resampled years; P.
    ///
    /// A sum is the mean of the drawn observed years times the number of the dyad's observed years, so that how often
    /// its gaps are drawn does not matter. A dyad of which no observed year was drawn keeps its window value, and so does
    /// one without any.
    ///
    /// - Parameters:
    ///   - counts: how often each year was drawn; T.
    ///   - window: the window values, nil for missing; P.
    public func resampled(by counts: [Double], window: [Double?]) -> [Double?] {
        precondition(
            counts.count == years.count && window.count == values.columns,
            "one count a year and one window value a dyad")
        var sums = [Double](repeating: 0, count: window.count)
        var drawn = sums
        for (year, count) in counts.enumerated() where count > 0 {
            let first = year * window.count
            for unit in sums.indices { sums[unit] += count * values.elements[first + unit] }
            guard !isComplete else { continue }
            for unit in sums.indices { drawn[unit] += count * observed.elements[first + unit] }
        }
        if isComplete {
            let all = counts.reduce(0, +)
            for unit in drawn.indices { drawn[unit] = all }
        }
        return window.indices.map { unit in
            window[unit].map { value in
                drawn[unit] > 0 ? sums[unit] / drawn[unit] * (isSum ? known[unit] : 1) : value
            }
        }
    }
}

extension Panel.Column {
    /// The yearly values behind the window values; nil for what has no value for each year (snapshots, dated rows) and
    /// without a covered year.
    public func yearlyValues(
        in window: ClosedRange<Int>, dyads: [Dyad], referenceClass: ReferenceClass
    ) -> YearlyValues? {
        guard let cells = cells(in: window, dyads: dyads, referenceClass: referenceClass),
            !cells.years.isEmpty
        else { return nil }
        return cells.yearly
    }
}
