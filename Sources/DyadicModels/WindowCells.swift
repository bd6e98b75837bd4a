public import Dyads
import LinearAlgebra

/// The observed years of an indicator in a window, and the values that they combine to.
///
/// Shape: dyads x years. Held by whoever combines them many times with some cells missing: the values are then, bit for
/// bit, those of a series that never had these cells.
public struct WindowCells: Sendable {
    /// A cell by its places among the dyads and years.
    public struct Place: Hashable, Sendable {
        public let dyad: Int
        public let year: Int

        public init(dyad: Int, year: Int) {
            self.dyad = dyad
            self.year = year
        }
    }

    public let years: [Int]
    /// One value a dyad.
    public let values: [Double?]
    private let yearOperator: Indicator.YearOperator
    private let cells: [Double?]
    private let isInClass: [Bool]
    /// Totals of the class by year, for shares.
    private let totals: [Double]

    /// - Parameter years: covered years of the series.
    init(
        _ series: DyadYearSeries, years: [Int], yearOperator: Indicator.YearOperator, dyads: [Dyad],
        isInClass: [Bool]
    ) {
        let places = years.compactMap { series.years.firstIndex(of: $0) }
        self.init(
            cells: dyads.flatMap { dyad -> [Double?] in
                guard let values = series.values(of: dyad) else { return years.map { _ in nil } }
                return places.map { values[values.startIndex + $0] }
            }, years: years, yearOperator: yearOperator, isInClass: isInClass)
    }

    private init(
        cells: [Double?], years: [Int], yearOperator: Indicator.YearOperator, isInClass: [Bool]
    ) {
        (self.cells, self.years, self.yearOperator, self.isInClass) = (cells, years, yearOperator, isInClass)
        var totals: [Double] = []
        if yearOperator == .shareOfYear {
            totals = years.indices.map { Self.total(of: $0, cells, width: years.count, isInClass) }
        }
        self.totals = totals
        values = isInClass.indices.map {
            Self.combined(
                cells[($0 * years.count)..<(($0 + 1) * years.count)], yearOperator, totals: totals)
        }
    }

    /// The cells year by year, as they enter the values: shares of the year's total where values are shares.
    var yearly: YearlyValues {
        func value(_ year: Int, _ dyad: Int) -> Double? {
            let cell = cells[dyad * years.count + year]
            guard yearOperator == .shareOfYear else { return cell }
            return totals[year] > 0 ? cell.map { $0 / totals[year] } : nil
        }
        return YearlyValues(
            years: years,
            values: Matrix(rows: years.count, columns: values.count) { value($0, $1) ?? 0 },
            observed: Matrix(rows: years.count, columns: values.count) { value($0, $1) == nil ? 0 : 1 },
            isSum: yearOperator == .sum)
    }

    /// Whether a dyad is observed in a year.
    public func isObserved(_ place: Place) -> Bool { cells[place.dyad * years.count + place.year] != nil }

    /// One value a dyad, as if some cells were missing.
    public func values(without missing: [Place]) -> [Double?] {
        let width = years.count
        var cells = cells
        for place in missing { cells[place.dyad * width + place.year] = nil }
        var (totals, concerned) = (totals, Set(missing.map(\.dyad)).sorted())
        if yearOperator == .shareOfYear {
            for year in Set(missing.map(\.year)) {
                totals[year] = Self.total(of: year, cells, width: width, isInClass)
            }
            concerned = Array(values.indices)
        }
        var result = values
        for dyad in concerned {
            result[dyad] = Self.combined(
                cells[(dyad * width)..<((dyad + 1) * width)], yearOperator, totals: totals)
        }
        return result
    }

    private static func total(of year: Int, _ cells: [Double?], width: Int, _ isInClass: [Bool]) -> Double {
        isInClass.indices.reduce(0) { $0 + (isInClass[$1] ? cells[$1 * width + year] ?? 0 : 0) }
    }

    /// A dyad's value; nil without an observed year. Not finite where a sum or a total is beyond the range of numbers.
    private static func combined(
        _ row: ArraySlice<Double?>, _ yearOperator: Indicator.YearOperator, totals: [Double]
    ) -> Double? {
        var (sum, count) = (0.0, 0)
        switch yearOperator {
        case .shareOfYear:
            for (value, total) in zip(row, totals) where total > 0 {
                guard let value else { continue }
                // A total beyond the range of numbers has no shares; the indicator does not enter then.
                sum += total.isFinite ? value / total : .nan
                count += 1
            }
            return count > 0 ? sum / Double(count) : nil
        case .mean, .snapshot, .sum, .datedCount:
            for case let value? in row {
                sum += value
                count += 1
            }
            let isSum = yearOperator == .sum || yearOperator == .datedCount
            return count > 0 ? (isSum ? sum : sum / Double(count)) : nil
        }
    }
}
