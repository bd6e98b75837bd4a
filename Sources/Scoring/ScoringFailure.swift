/// Why a table cannot be scored as asked.
public enum ScoringFailure: Error, Equatable, Sendable {
    /// The indicator has the same value for all units of the reference class, or is observed for fewer than two.
    case constantIndicator(index: Int)
    /// A transform or an aggregation needs values above a bound that a unit does not reach.
    case valueOutsideDomain(indicator: Int, unit: Int, need: String)
    /// The methods do not go together; the reason says why.
    case inadmissible(reason: String)
}
