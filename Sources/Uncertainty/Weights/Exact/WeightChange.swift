/// A smallest change of weights that brings about what was asked for.
public struct WeightChange: Equatable, Sendable {
    /// How a change is measured.
    public enum Measure: Hashable, Sendable, CaseIterable {
        /// The sum of absolute changes; half of it is the weight that moves.
        case total
        /// The largest absolute change.
        case largest
    }

    /// K weights at which the units draw level; any step further changes the order.
    public let weights: [Double]
    /// In the measure asked for; zero if nothing has to change.
    public let size: Double
    /// The unit that draws level with the leader, or is made first.
    public let winner: Int
}
