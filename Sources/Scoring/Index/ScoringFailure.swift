/// Why units could not be scored.
public enum ScoringFailure: Error, Equatable, Sendable {
    /// The indicator has the same value for every unit of the class (or fewer than two values): nothing to compare.
    case constantIndicator(index: Int)
    /// A value is outside what the transform or aggregation can take.
    case valueOutsideDomain(indicator: Int, unit: Int, need: String)
    /// The methods do not go together; the reason says why.
    case inadmissible(reason: String)
    /// An indicator lacks what the method needs, such as goalposts.
    case undefined(indicator: Int, reason: String)
    /// The method has no answer for these data, such as a correlation matrix of too few units.
    case noAnswer(reason: String)
}
