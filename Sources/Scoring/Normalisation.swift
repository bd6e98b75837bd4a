import Foundation

/// How indicators of different units become comparable (OECD/JRC Handbook 2008, chapter 5).
///
/// Fitted on the observed units of the reference class and applied to all units; a unit outside the class may
/// lie beyond the class's range and is not clipped.
public enum Normalisation: Hashable, Sendable {
    /// (x - min) / (max - min), mapped onto `lower...upper`.
    case minMax(lower: Double, upper: Double)
    /// (x - mean) / s, with the sample standard deviation s (n - 1 in the denominator).
    case zScore
    /// (units below + half of the other units that tie) / (n - 1): 0 for the lowest, 1 for the highest.
    case rank

    /// The name in study files and results.
    public var name: String {
        switch self {
        case .minMax(let lower, let upper): "min-max [\(short(lower)), \(short(upper))]"
        case .zScore: "z-score"
        case .rank: "rank"
        }
    }

    /// The normalised column.
    ///
    /// - Parameters:
    ///   - column: one value a unit, nil for missing.
    ///   - isReference: whether a unit belongs to the reference class.
    /// - Returns: nil where the value is missing; nil as a whole when the class's values are all the same or
    ///   fewer than two.
    public func callAsFunction(_ column: [Double?], isReference: [Bool]) -> [Double?]? {
        let reference = zip(column, isReference).compactMap { $1 ? $0 : nil }
        guard let lowest = reference.min(), let highest = reference.max(), lowest < highest else {
            return nil
        }
        switch self {
        case .minMax(let lower, let upper):
            return column.map { $0.map { lower + (upper - lower) * ($0 - lowest) / (highest - lowest) } }
        case .zScore:
            let mean = Self.mean(reference)
            let deviation =
                (reference.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(reference.count - 1))
                .squareRoot()
            guard deviation > 0 else { return nil }
            return column.map { $0.map { ($0 - mean) / deviation } }
        case .rank:
            let others = Double(reference.count - 1)
            return zip(column, isReference).map { value, isMember in
                value.map { value in
                    let below = reference.count { $0 < value }
                    let equal = reference.count { $0 == value } - (isMember ? 1 : 0)
                    return (Double(below) + Double(equal) / 2) / others
                }
            }
        }
    }

    /// The arithmetic mean, in the order of the values.
    static func mean(_ values: [Double]) -> Double {
        values.reduce(0, +) / Double(values.count)
    }

    private func short(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    }
}
