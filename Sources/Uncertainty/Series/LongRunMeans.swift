internal import Distributions
internal import LinearAlgebra

/// Scores that are weighted sums of means over years of independent sources, with their sampling error.
///
/// Covariances of the sources add, each with the square of its weight. The degrees of freedom are the number of
/// cosines, whatever the number of sources: Satterthwaite's would be as many or more, so intervals are conservative
/// in that respect.
public struct LongRunMeans: Equatable, Sendable {
    /// P scores: the weighted sums of the means. What is not sampled by year is not in them.
    public let estimates: [Double]
    /// P x P, with B degrees of freedom.
    public let covariance: SamplingCovariance

    /// - Parameters:
    ///   - sources: at least one, all of the same units, each with more than B years.
    ///   - weights: one a source; 1 for all if values are in units of the score already.
    ///   - cosines: B, of `CosineProjection`.
    /// - Throws: `SamplingFailure.noUnits`, `.sizesDiffer`, `.notFinite`, `.tooFewYears`, `.settingOutsideDomain`.
    public init(
        of sources: [YearlyContribution], weights: [Double], cosines: Int = CosineProjection.standardCosines
    ) throws(SamplingFailure) {
        try sources.check(weights: weights)
        estimates = sources.weightedMeans(weights)
        var roots: [Matrix] = []
        for (source, weight) in zip(sources, weights) {
            roots.append(try CosineProjection.root(of: source.values, cosines: cosines).map { $0 * weight })
        }
        let root = Matrix(rows: estimates.count, columns: cosines * roots.count) { unit, column in
            roots[column / cosines][unit, column % cosines]
        }
        covariance = try SamplingCovariance(root: root, degreesOfFreedom: cosines)
    }

    /// The interval for the difference of two scores by the t distribution with B degrees of freedom.
    ///
    /// A difference that does not vary over the years has the standard error 0 and an interval of no length.
    ///
    /// - Parameters:
    ///   - first: the place of a unit among the estimates, 0 ..< P.
    ///   - second: the place of the unit whose score is taken away, 0 ..< P.
    ///   - coverage: nominal, above 0 and below 1.
    /// - Throws: `SamplingFailure.settingOutsideDomain` for the coverage or a unit that is not there.
    public func difference(
        of first: Int, minus second: Int, coverage: Double = 0.95
    ) throws(SamplingFailure) -> DifferenceInterval {
        for unit in [first, second] where !estimates.indices.contains(unit) {
            throw .settingOutsideDomain(
                name: "unit", value: Double(unit), need: "0 to \(estimates.count - 1)")
        }
        let degrees = covariance.degreesOfFreedom ?? 0
        guard coverage > 0, coverage < 1,
            let critical = StudentT(degreesOfFreedom: Double(degrees))?.quantile((1 + coverage) / 2)
        else {
            throw .settingOutsideDomain(name: "coverage", value: coverage, need: "above 0 and below 1")
        }
        let error = covariance.standardError(of: first, minus: second)
        let estimate = estimates[first] - estimates[second]
        return DifferenceInterval(
            estimate: estimate, standardError: error, degreesOfFreedom: degrees,
            lower: estimate - critical * error, upper: estimate + critical * error)
    }
}
