import Dyads
import DyadicModels
import Uncertainty

/// One indicator over the members of a class in a window, ready to be drawn.
struct JointColumn: Sendable {
    /// What is random about the recorded values.
    enum Record: Sendable {
        /// Nothing: a snapshot.
        case fixed
        /// Years, with the place of their set among the sets of years of the study.
        case yearly(YearlyValues, group: Int)
        /// Rows: how many of each member surely lie in the window, and the numbers of those that may.
        case dated(inside: [Int], undetermined: [[Int]])
    }

    let indicator: Indicator
    /// The values as they are scored without any doubt: over what is expected, under an exposure.
    let values: [Double?]
    /// The values as recorded, where what is scored is something else.
    let recordedApart: [Double?]?
    let record: Record

    /// The values in a draw.
    ///
    /// Under an exposure a value changes in proportion to the recorded one, and zero stays zero. A dyad of which no drawn year is observed keeps its
    /// value.
    ///
    /// - Parameters:
    ///   - counts: how often each year is drawn, by set of years.
    ///   - isCounted: whether a row of undetermined date is in the window.
    func drawn(counts: [[Double]], isCounted: (Int) -> Bool) -> [Double?] {
        let drawn: [Double?]
        switch record {
        case .fixed: return values
        case .yearly(let yearly, let group):
            drawn = yearly.resampled(by: counts[group], window: recordedApart ?? values)
        case .dated(let inside, let undetermined):
            drawn = zip(inside, undetermined).map { Double($0 + $1.count(where: isCounted)) }
        }
        guard let recorded = recordedApart else {
            return zip(values, drawn).map { value, now in value.map { now ?? $0 } }
        }
        return values.indices.map { unit in
            guard let value = values[unit], let before = recorded[unit], before > 0, let now = drawn[unit]
            else { return values[unit] }
            return value * (now / before)
        }
    }
}
