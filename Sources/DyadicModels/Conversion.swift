import Distributions
import Foundation

/// Output per contact, shrunk so that a pair with little contact does not win by luck.
///
/// Each output is a count with the pair's contact as exposure, y ~ Poisson(e lambda), and the rates lambda of the
/// reference class come from one gamma distribution that is fitted to its counts (`GammaPoissonPrior`). A pair's
/// rate given its count is Gamma(a + y, b + e) with mean (y + a) / (e + b), between the raw rate y / e and the mean
/// a / b of the class; without any contact it is the prior. Several outputs are shrunk apart and joined by the
/// geometric mean of their posterior means.
///
/// Without overdispersion (`GammaPoissonPrior.common`) every pair has the common rate, and its interval is that
/// point: the data do not tell the pairs apart. Intervals hold the prior as known, so that they are somewhat too
/// narrow when the class is small. Multiplying all exposures divides all rates and leaves ranks alone.
public struct Conversion: Sendable {
    /// The rate of one unit.
    public struct Rate: Equatable, Sendable {
        /// The geometric mean over the outputs of (y + a) / (e + b).
        public let estimate: Double
        /// The posterior distributions of the rates that vary.
        fileprivate let posteriors: [GammaDistribution]
        /// The sum of the logarithms of the rates that are common to all pairs.
        fileprivate let logOfCommon: Double
        fileprivate let outputs: Int

        /// The 2.5 and 97.5 percentiles of the posterior distribution of the geometric mean of the rates; computed when
        /// asked for, at a hundred times the cost of the estimate. An end beyond the range of numbers is their largest.
        public var interval: ClosedRange<Double> {
            guard !posteriors.isEmpty else { return estimate...estimate }
            // The geometric mean of J gamma rates, to the power J / K, times the common rates to the power 1 / K.
            let joint = GammaGeometricMean(of: posteriors)
            func percentile(_ probability: Double) -> Double {
                let varying = joint?.quantile(probability).map { $0 > 0 ? log($0) : -.infinity } ?? 0
                let value = exp((Double(posteriors.count) * varying + logOfCommon) / Double(outputs))
                return min(value, .greatestFiniteMagnitude)
            }
            let (lower, upper) = (percentile(0.025), percentile(0.975))
            return min(lower, upper)...upper
        }
    }

    /// A rate, or why there is none.
    public enum Outcome: Equatable, Sendable {
        case rate(Rate)
        case missing(reason: String)

        public var rate: Rate? { if case .rate(let rate) = self { rate } else { nil } }
    }

    /// The largest count that is taken: the likelihood is summed over the steps to each count.
    public static let greatestCount = 1_000_000

    /// One a unit.
    public let outcomes: [Outcome]
    /// One an output.
    public let priors: [GammaPoissonPrior]

    /// Shrinks the rates of one or more outputs.
    ///
    /// - Parameters:
    ///   - outputs: for each output one count a unit; nil for missing.
    ///   - exposures: the contact of each unit, zero or more; nil for missing.
    ///   - isReference: the units on which the priors are fitted; the others are shrunk towards the same rates.
    /// - Throws: `ConversionFailure`.
    public init(
        outputs: [[Double?]], exposures: [Double?], isReference: [Bool]
    ) throws(ConversionFailure) {
        precondition(
            !outputs.isEmpty && outputs.allSatisfy { $0.count == exposures.count }, "one count a unit")
        precondition(isReference.count == exposures.count, "one flag a unit is needed")
        if let unit = exposures.firstIndex(where: { $0.map { !($0 >= 0 && $0.isFinite) } ?? false }) {
            throw .exposureOutOfRange(unit: unit)
        }
        var priors: [GammaPoissonPrior] = []
        for (output, counts) in outputs.enumerated() {
            var fitted: [(count: Int, exposure: Double)] = []
            for (unit, count) in counts.enumerated() {
                guard let count else { continue }
                guard let whole = Int(exactly: count), (0...Self.greatestCount).contains(whole) else {
                    throw .notWhole(output: output, unit: unit, value: count)
                }
                if isReference[unit], let exposure = exposures[unit], exposure > 0 {
                    fitted.append((whole, exposure))
                }
            }
            guard !fitted.isEmpty else { throw .nothingObserved(output: output) }
            guard fitted.contains(where: { $0.count > 0 }) else { throw .allZero(output: output) }
            priors.append(
                GammaPoissonPrior(counts: fitted.map(\.count), exposures: fitted.map(\.exposure)))
        }
        self.priors = priors
        outcomes = exposures.indices.map { unit in
            Self.outcome(counts: outputs.map { $0[unit] }, exposure: exposures[unit], priors: priors)
        }
    }

    private static func outcome(
        counts: [Double?], exposure: Double?, priors: [GammaPoissonPrior]
    ) -> Outcome {
        guard let exposure else { return .missing(reason: "contact is not observed") }
        var posteriors: [GammaDistribution] = []
        var logOfCommon = 0.0
        var logOfMeans = 0.0
        for (count, prior) in zip(counts, priors) {
            guard let count else { return .missing(reason: "an output is not observed") }
            guard exposure > 0 || count == 0 else {
                return .missing(reason: "an output above zero without any contact")
            }
            switch prior {
            case .common(let rate):
                logOfCommon += log(rate)
                logOfMeans += log(rate)
            case .gamma(let gamma):
                guard
                    let posterior = GammaDistribution(
                        shape: gamma.shape + count, rate: gamma.rate + exposure)
                else { return .missing(reason: "the rate is outside the range of numbers") }
                posteriors.append(posterior)
                logOfMeans += log(posterior.mean)
            }
        }
        let number = Double(priors.count)
        let estimate = exp(logOfMeans / number)
        guard estimate.isFinite else { return .missing(reason: "the rate is outside the range of numbers") }
        return .rate(
            Rate(
                estimate: estimate, posteriors: posteriors, logOfCommon: logOfCommon, outputs: priors.count))
    }
}
