/// The size of a multiplicative error of records: what is recorded for a dyad is the truth times
/// exp(s (z(i) + z(j)) + t z(ij)), s for each of its states and t for the dyad, z independent standard normals.
///
/// The median of the factor is 1, not its mean: a record is as likely too high as too low. Where scores rest on values
/// over the class mean the choice between the two does not matter, because a factor common to all dyads drops out.
public struct ReportingError: Hashable, Sendable {
    /// s and t, standard deviations of logarithms.
    public let stateSigma: Double
    public let dyadSigma: Double

    /// Negative or non-finite sizes count as 0.
    public init(stateSigma: Double, dyadSigma: Double) {
        self.stateSigma = stateSigma > 0 && stateSigma.isFinite ? stateSigma : 0
        self.dyadSigma = dyadSigma > 0 && dyadSigma.isFinite ? dyadSigma : 0
    }

    /// The mean variances of several comparisons of sources, each counting alike; nil without any.
    public init?(pooling disagreements: [SourceDisagreement]) {
        guard !disagreements.isEmpty else { return nil }
        let errors = disagreements.map(\.error)
        func pooled(_ sigma: (ReportingError) -> Double) -> Double {
            (errors.reduce(0) { $0 + sigma($1) * sigma($1) } / Double(errors.count)).squareRoot()
        }
        self.init(stateSigma: pooled(\.stateSigma), dyadSigma: pooled(\.dyadSigma))
    }

    /// The standard deviation of the logarithm of a dyad's factor: sqrt(2 s^2 + t^2).
    public var totalSigma: Double {
        (2 * stateSigma * stateSigma + dyadSigma * dyadSigma).squareRoot()
    }
}
