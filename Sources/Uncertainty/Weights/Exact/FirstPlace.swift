/// Whether any weights put a unit alone in first place, with the proof.
public enum FirstPlace: Equatable, Sendable {
    /// There is no other unit in the class.
    case unopposed
    /// Under these weights (K) the unit is ahead of every rival by at least the margin; no weights of the space give a
    /// larger one.
    case possible(weights: [Double], margin: Double)
    /// No weights of the space put it ahead of all rivals.
    case excluded(Dominance)

    /// A convex combination of rivals that no weights of the space put behind the unit. Some rival scores at least as
    /// much as the combination, whatever the weights; so the unit is never alone in first place.
    public struct Dominance: Equatable, Sendable {
        /// P shares of the rivals, sum one.
        public let shares: [Double]
        /// The combination's values on the K indicators, as they are added up (logarithms under the geometric mean).
        public let profile: [Double]
        /// The unit's largest lead over the combination under any weights of the space: zero or below, but for 1e-9 of
        /// the range of the values.
        public let largestLead: Double
        /// The indicators on which the combination is better by more than 1e-9 of the range of the values, and those on
        /// which it is worse by more; none are worse where all weights are possible.
        public let better: [Int]
        public let worse: [Int]
    }
}
