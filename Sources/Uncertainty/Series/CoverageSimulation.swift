internal import Distributions
internal import Foundation
internal import LinearAlgebra

/// Measures how often nominal intervals hold the truth, on simulated yearly scores.
///
/// P units without differences have independent normal series of T years, x(t) = a x(t - 1) + e(t), stationary with
/// variance 1. Intervals are those of the difference of the first two units; as all are equivariant to shifts, the
/// true difference does not matter. A marginal set of ranks is right if it holds every rank of the tie of P units,
/// 1 ... P, the least favourable truth.
public struct CoverageSimulation: Equatable, Sendable {
    /// T, more than the cosines of `CosineProjection`.
    public var years: Int
    /// a, above -1 and below 1.
    public var autocorrelation: Double
    /// P, at least 2.
    public var units = 4
    public var coverage = 0.95
    /// Simulated panels.
    public var panels = 2000
    public var bootstrapReplicates = 399
    /// Draws for the sets of ranks, at least 100.
    public var rankDraws = 400
    public var seed: UInt64

    public init(years: Int, autocorrelation: Double, seed: UInt64) {
        self.years = years
        self.autocorrelation = autocorrelation
        self.seed = seed
    }

    /// Panel i depends on the seed and i alone.
    ///
    /// - Throws: `SamplingFailure` if a setting is outside its domain.
    public func run() throws(SamplingFailure) -> MeasuredCoverage {
        guard years > CosineProjection.standardCosines else {
            throw .tooFewYears(found: years, needed: CosineProjection.standardCosines + 1)
        }
        guard units >= 2 else {
            throw .settingOutsideDomain(name: "units", value: Double(units), need: "at least 2")
        }
        guard abs(autocorrelation) < 1 else {
            throw .settingOutsideDomain(
                name: "autocorrelation", value: autocorrelation, need: "above -1 and below 1")
        }
        guard coverage >= 0.5, coverage < 1 else {
            throw .settingOutsideDomain(name: "coverage", value: coverage, need: "0.5 to less than 1")
        }
        let outcomes = parallelMap(count: max(0, panels)) { panel in
            Result { () throws(SamplingFailure) in try outcome(of: panel) }
        }
        var (naive, block, cosine, gaussianRanks, ranks) = (0, 0, 0, 0, 0)
        for result in outcomes {
            let outcome = try result.get()
            naive += outcome.naive ? 1 : 0
            block += outcome.movingBlock ? 1 : 0
            cosine += outcome.cosine ? 1 : 0
            gaussianRanks += outcome.gaussianRanks ? 1 : 0
            ranks += outcome.ranks ? 1 : 0
        }
        func share(_ count: Int) -> MonteCarloShare { MonteCarloShare(count: count, draws: outcomes.count) }
        return MeasuredCoverage(
            naive: share(naive), movingBlock: share(block), cosine: share(cosine),
            gaussianRanks: share(gaussianRanks), ranks: share(ranks))
    }

    /// Whether each method was right in one panel.
    private struct Outcome: Sendable {
        let naive, movingBlock, cosine, gaussianRanks, ranks: Bool
    }

    private func outcome(of panel: Int) throws(SamplingFailure) -> Outcome {
        func stream(_ purpose: Int) -> Philox { Philox(seed: seed, stream: UInt64(4 * panel + purpose)) }
        let values = series(stream(0))
        let contribution = try YearlyContribution(years: Array(0..<years), values: values)
        let means = try LongRunMeans(of: [contribution], weights: [1])
        let interval = try means.difference(of: 0, minus: 1, coverage: coverage)
        let bootstrap = try MovingBlockBootstrap(
            years: years, replicates: bootstrapReplicates, generator: stream(1)
        ).means(of: values)
        let differences = bootstrap.rowIndices.map { bootstrap[$0, 0] - bootstrap[$0, 1] }
        let gaussian = try SamplingCovariance(root: means.covariance.root)
        return Outcome(
            naive: naiveIsRight(values),
            movingBlock: differences.lowerQuantile((1 - coverage) / 2) <= 0
                && differences.lowerQuantile((1 + coverage) / 2) >= 0,
            cosine: interval.lower <= 0 && interval.upper >= 0,
            gaussianRanks: try ranksAreRight(means.estimates, gaussian, stream(2)),
            ranks: try ranksAreRight(means.estimates, means.covariance, stream(3)))
    }

    /// T x P.
    private func series(_ generator: Philox) -> Matrix {
        let innovation = (1 - autocorrelation * autocorrelation).squareRoot()
        var values = Matrix(rows: years, columns: units) { year, unit in
            generator.standardNormal(at: UInt64(year * units + unit))
        }
        for year in 1..<max(1, years) {
            for unit in 0..<units {
                values[year, unit] =
                    autocorrelation * values[year - 1, unit] + innovation * values[year, unit]
            }
        }
        return values
    }

    /// The t interval of independent years, T - 1 degrees of freedom.
    private func naiveIsRight(_ values: Matrix) -> Bool {
        let differences = values.rowIndices.map { values[$0, 0] - values[$0, 1] }
        let mean = differences.reduce(0, +) / Double(years)
        let squares = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let error = (squares / Double(years - 1) / Double(years)).squareRoot()
        let critical = StudentT(degreesOfFreedom: Double(years - 1))?.quantile((1 + coverage) / 2) ?? 0
        return abs(mean) <= critical * error
    }

    private func ranksAreRight(
        _ estimates: [Double], _ covariance: SamplingCovariance, _ generator: Philox
    ) throws(SamplingFailure) -> Bool {
        let inference = try RankInference(
            estimates: estimates, covariance: covariance, draws: rankDraws, generator: generator)
        let sets = try inference.sets(.marginal, for: [0], coverage: coverage)
        return sets.allSatisfy { $0.lower == 1 && $0.upper == units }
    }
}
