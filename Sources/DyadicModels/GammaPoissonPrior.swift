public import Distributions
import Foundation

/// How rates are distributed over the reference class: the prior of empirical Bayes.
public enum GammaPoissonPrior: Equatable, Sendable {
    /// Rates vary as a gamma distribution.
    case gamma(GammaDistribution)
    /// The counts vary no more than a Poisson distribution with one rate makes them: the shape is infinite.
    case common(rate: Double)

    /// The mean of the rates.
    public var mean: Double {
        switch self {
        case .gamma(let distribution): distribution.mean
        case .common(let rate): rate
        }
    }

    /// Above this shape rates count as common: their relative standard deviation is below 0.001.
    static let greatestShape = 1e6

    /// Fits y(i) ~ Poisson(e(i) lambda(i)), lambda(i) ~ Gamma(shape a, rate b) by maximum marginal likelihood, that of
    /// a negative binomial (Clayton & Kaldor 1987).
    ///
    /// For each shape the mean m = a / b that maximises the likelihood is found first (its score falls in m, so that
    /// there is one); then every local maximum over log a from 1e-5 to `greatestShape` is bracketed in steps of 1/4,
    /// refined by bisection of the score, and the best is kept unless the Poisson limit is at least as likely.
    /// Multiplying the exposures divides the rates; the order of units does not matter.
    ///
    /// - Parameters:
    ///   - counts: whole numbers, not all zero.
    ///   - exposures: above zero, one a count.
    init(counts: [Int], exposures: [Double]) {
        let likelihood = NegativeBinomialLikelihood(counts: counts, exposures: exposures)
        let total = Double(counts.reduce(0, +))
        let common = total / exposures.reduce(0, +)
        var best: (shape: Double, mean: Double, gain: Double)?
        let (lowest, highest, step) = (log(1e-5), log(Self.greatestShape), 0.25)
        // The best mean of one shape is where the search for that of the next begins.
        var mean = likelihood.bestMean(shape: exp(lowest), near: common)
        var (left, leftScore) = (lowest, likelihood.profileScore(shape: exp(lowest), mean: mean))
        while left < highest {
            let right = min(left + step, highest)
            mean = likelihood.bestMean(shape: exp(right), near: mean)
            let rightScore = likelihood.profileScore(shape: exp(right), mean: mean)
            if leftScore > 0, rightScore <= 0 {
                var (low, high) = (left, right)
                for _ in 0..<60 where high - low > 1e-15 * abs(low) {
                    let middle = low + (high - low) / 2
                    mean = likelihood.bestMean(shape: exp(middle), near: mean)
                    let score = likelihood.profileScore(shape: exp(middle), mean: mean)
                    if score > 0 { low = middle } else { high = middle }
                }
                let shape = exp(low + (high - low) / 2)
                mean = likelihood.bestMean(shape: shape, near: mean)
                let gain = likelihood.gain(shape: shape, mean: mean, overCommon: common)
                if gain > best?.gain ?? 0 { best = (shape, mean, gain) }
            }
            (left, leftScore) = (right, rightScore)
        }
        if let best, let prior = GammaDistribution(shape: best.shape, rate: best.shape / best.mean) {
            self = .gamma(prior)
        } else {
            self = .common(rate: common)
        }
    }
}

/// The likelihood of counts y(i) with mean m e(i) and variance m e(i) (1 + m e(i) / a).
private struct NegativeBinomialLikelihood {
    let counts: [Double]
    let exposures: [Double]
    /// How many counts exceed 0, 1, 2, ...
    let exceeding: [Double]

    init(counts: [Int], exposures: [Double]) {
        self.counts = counts.map(Double.init)
        self.exposures = exposures
        var exceeding = [Double](repeating: 0, count: counts.max() ?? 0)
        for count in counts { for k in 0..<count { exceeding[k] += 1 } }
        self.exceeding = exceeding
    }

    /// The mean rate that maximises the likelihood for a shape: the root of sum a (y - m e) / (a + m e), which falls
    /// in m and is convex, so that Newton's steps from the left rise to the root and never pass it, and one from the
    /// right leads to the left.
    ///
    /// - Parameter guess: where to begin, above zero.
    func bestMean(shape a: Double, near guess: Double) -> Double {
        func score(_ mean: Double) -> (value: Double, slope: Double) {
            var (value, slope) = (0.0, 0.0)
            for (y, e) in zip(counts, exposures) {
                let weight = a / (a + mean * e)
                value += weight * (y - mean * e)
                slope -= weight * (a + y) / (a + mean * e) * e
            }
            return (value, slope)
        }
        var mean = guess
        let (value, slope) = score(mean)
        if value < 0 {
            mean = max(mean - value / slope, mean / 1024)
            while score(mean).value < 0, mean > 0 { mean /= 2 }
        }
        // Quadratic near the root; rounding ends the rise.
        for _ in 0..<100 {
            let (value, slope) = score(mean)
            let next = mean - value / slope
            guard value > 0, slope < 0, next > mean else { break }
            mean = next
        }
        return mean
    }

    /// a times the derivative in a of the log likelihood, at the best mean (which is also that of the profile).
    func profileScore(shape a: Double, mean: Double) -> Double {
        var sum = 0.0
        for (y, e) in zip(counts, exposures) {
            let expected = mean * e
            sum += (a + y) * expected / (a + expected) - a * log1p(expected / a)
        }
        for (k, number) in exceeding.enumerated() { sum -= number * Double(k) / (a + Double(k)) }
        return sum
    }

    /// How much the log likelihood exceeds that of a Poisson distribution with a common rate.
    func gain(shape a: Double, mean: Double, overCommon common: Double) -> Double {
        var sum = 0.0
        for (y, e) in zip(counts, exposures) {
            sum += y * log(mean / common) - (a + y) * log1p(mean * e / a) + common * e
        }
        for (k, number) in exceeding.enumerated() { sum += number * log1p(Double(k) / a) }
        return sum
    }
}
