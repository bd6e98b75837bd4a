/// Shares of panels in which nominal intervals held the truth.
public struct MeasuredCoverage: Equatable, Sendable {
    /// Years as independent, t with T - 1 degrees of freedom.
    public let naive: MonteCarloShare
    /// Quantiles of the moving-block bootstrap, blocks of the standard length.
    public let movingBlock: MonteCarloShare
    /// Equal-weighted cosine projection, t with as many degrees of freedom as cosines.
    public let cosine: MonteCarloShare
    /// Marginal sets of ranks from the cosine covariance taken as known: normal critical values.
    public let gaussianRanks: MonteCarloShare
    /// Marginal sets of ranks from the cosine covariance with its degrees of freedom.
    public let ranks: MonteCarloShare
}
