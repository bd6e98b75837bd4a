/// What a dyad's value is measured against: what a pair of that size and distance would be expected to have.
public enum Exposure: String, Sendable, CaseIterable, Hashable {
    /// Nothing: values as recorded.
    case none
    /// The geometric mean of the two states' populations.
    case population
    /// The geometric mean of the two states' gross domestic products.
    case gdp
    /// The value that a gravity model predicts, fitted by Poisson pseudo-maximum likelihood on the class.
    case gravity
    /// The value that follows from the two states' own totals alone (quasi-independence).
    case margins
}
