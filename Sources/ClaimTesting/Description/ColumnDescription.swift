internal import Scoring

/// What is said of a column of values before anything is made of it.
///
/// The standard deviation has n - 1 in its denominator; the median of an even number is the mean of the middle two.
/// Holds: independent of the order of values; mean, extremes, median and deviation scale with the values.
public struct ColumnDescription: Hashable, Sendable {
    /// Values that there are.
    public let count: Int
    public let missing: Int
    public let mean: Double
    /// Nil for a single value, and beyond the range of numbers.
    public let deviation: Double?
    public let minimum: Double
    public let median: Double
    public let maximum: Double
    /// Share of the values that are zero.
    public let shareOfZeros: Double

    /// Nil for a column without a value.
    public init?(of column: [Double?]) {
        let values = column.compactMap(\.self).sorted()
        guard let first = values.first, let last = values.last else { return nil }
        count = values.count
        missing = column.count - values.count
        (minimum, maximum) = (first, last)
        median = Scoring.median(values)
        shareOfZeros = Double(values.count { $0 == 0 }) / Double(values.count)
        mean = min(max(Scoring.mean(values), first), last)
        let spread = values.count > 1 ? standardDeviation(values) : nil
        deviation = spread.flatMap { $0.isFinite ? $0 : nil }
    }
}
