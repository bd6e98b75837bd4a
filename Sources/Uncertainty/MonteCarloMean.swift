/// A mean over independent draws, with its Monte Carlo standard error.
public struct MonteCarloMean: Hashable, Sendable {
    public let value: Double
    /// The draws' standard deviation (n - 1) over the root of their number; nil with fewer than two draws.
    public let standardError: Double?

    public init(value: Double, standardError: Double?) {
        self.value = value
        self.standardError = standardError
    }

    /// From sums over the draws; nil without draws.
    init?(sum: Double, sumOfSquares: Double, draws: Int) {
        guard draws > 0 else { return nil }
        let count = Double(draws)
        value = sum / count
        standardError =
            draws > 1
            ? (max(0, sumOfSquares - sum * value) / (count - 1) / count).squareRoot() : nil
    }
}
