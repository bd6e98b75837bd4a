/// A share that was estimated by independent draws, with its Monte Carlo standard error.
public struct MonteCarloShare: Hashable, Sendable {
    /// Draws in which it happened.
    public let count: Int
    public let draws: Int

    public init(count: Int, draws: Int) {
        self.count = count
        self.draws = draws
    }

    /// count / draws; 0 without draws.
    public var value: Double { draws > 0 ? Double(count) / Double(draws) : 0 }

    /// sqrt(p (1 - p) / draws), the standard error of a binomial share; 0 at the ends, where it says nothing.
    public var standardError: Double {
        draws > 0 ? (value * (1 - value) / Double(draws)).squareRoot() : 0
    }
}
