import Distributions
import Foundation
import TestSupport
import Testing

@testable import DyadicModels

struct ConversionTests {
    static func everyone(_ count: Int) -> [Bool] { Array(repeating: true, count: count) }

    static func rates(_ conversion: Conversion) throws -> [Conversion.Rate] {
        try conversion.outcomes.map { try #require($0.rate) }
    }

    /// Data of Clayton & Kaldor (1987) and Gaver & O'Muircheartaigh (1987); answers by scipy and mpmath, 1e-7.
    @Test(arguments: ["eb-scottish-lip-cancer", "eb-pump-failures"])
    func publishedCounts(name: String) throws {
        let input = try ReferenceTable("\(name)/input.csv", columns: ["count", "exposure"])
        let columns = ["mean_or_shape", "lower_or_rate", "upper"]
        let expected = try ReferenceTable("\(name)/expected.csv", columns: columns)
        let counts = try input.numbers("count")
        let conversion = try Conversion(
            outputs: [counts], exposures: try input.numbers("exposure"),
            isReference: Self.everyone(counts.count))
        guard case .gamma(let prior) = conversion.priors[0] else {
            Issue.record("no overdispersion found")
            return
        }
        let (first, second) = (try expected.texts(columns[0]), try expected.texts(columns[1]))
        #expect(abs(prior.shape / (try #require(Double(first[0]))) - 1) < 1e-7)
        #expect(abs(prior.rate / (try #require(Double(second[0]))) - 1) < 1e-7)
        for (unit, rate) in try Self.rates(conversion).enumerated() {
            let upper = try #require(Double(try expected.texts(columns[2])[unit + 1]))
            #expect(abs(rate.estimate / (try #require(Double(first[unit + 1]))) - 1) < 1e-7)
            #expect(abs(rate.interval.lowerBound / (try #require(Double(second[unit + 1]))) - 1) < 1e-7)
            #expect(abs(rate.interval.upperBound / upper - 1) < 1e-7)
        }
    }

    /// Counts that vary less than Poisson counts do: one rate for all, sum of y / sum of e.
    @Test func withoutOverdispersionAllShareOneRate() throws {
        let conversion = try Conversion(
            outputs: [[2, 4, 6, 8]], exposures: [1, 2, 3, 4], isReference: Self.everyone(4))
        #expect(conversion.priors == [.common(rate: 2)])
        for rate in try Self.rates(conversion) {
            #expect(abs(rate.estimate - 2) < 1e-14 && rate.interval == rate.estimate...rate.estimate)
        }
    }

    /// Shrinkage lies between the raw rate and the mean, and is stronger with less exposure.
    @Test func estimatesLieBetweenTheRawRateAndTheMean() throws {
        let counts: [Double] = [0, 12, 30, 1, 0, 4, 50, 2]
        let exposures: [Double] = [0, 2, 10, 3, 8, 1, 10, 0.1]
        let conversion = try Conversion(
            outputs: [counts], exposures: exposures, isReference: Self.everyone(8))
        let mean = conversion.priors[0].mean
        let rates = try Self.rates(conversion)
        #expect(abs(rates[0].estimate - mean) < 1e-12 * mean)
        for unit in 1..<8 {
            let raw = counts[unit] / exposures[unit]
            #expect(min(raw, mean) <= rates[unit].estimate && rates[unit].estimate <= max(raw, mean))
            #expect(rates[unit].interval.contains(rates[unit].estimate))
        }
    }

    @Test func unitOfContactAndOrderDoNotMatter() throws {
        let counts: [[Double]] = [[0, 12, 30, 1, 0, 4], [3, 0, 9, 1, 2, 25]]
        let exposures: [Double] = [1, 2, 10, 3, 8, 1]
        let first = try Self.rates(
            try Conversion(outputs: counts, exposures: exposures, isReference: Self.everyone(6)))
        let second = try Self.rates(
            try Conversion(
                outputs: counts.map { $0.reversed() }, exposures: exposures.map { 1000 * $0 }.reversed(),
                isReference: Self.everyone(6)))
        for (a, b) in zip(first, second.reversed()) {
            #expect(abs(1000 * b.estimate / a.estimate - 1) < 1e-9)
            #expect(abs(1000 * b.interval.upperBound / a.interval.upperBound - 1) < 1e-8)
        }
    }

    /// The joint interval against a direct sum over 400 x 400 quantiles of the two posteriors: 0.025 within 0.002.
    @Test func twoOutputsAreJoinedByTheirGeometricMean() throws {
        let counts: [[Double]] = [[0, 12, 30, 1, 0, 4], [3, 0, 9, 1, 2, 25]]
        let exposures: [Double] = [1, 2, 10, 3, 8, 1]
        let joint = try Conversion(outputs: counts, exposures: exposures, isReference: Self.everyone(6))
        let apart = try counts.map {
            try Conversion(outputs: [$0], exposures: exposures, isReference: Self.everyone(6))
        }
        for unit in 0..<6 {
            let rate = try #require(joint.outcomes[unit].rate)
            let estimates = try apart.map { try #require($0.outcomes[unit].rate).estimate }
            #expect(abs(rate.estimate / (estimates[0] * estimates[1]).squareRoot() - 1) < 1e-12)
            var draws: [[Double]] = []
            for output in 0..<2 {
                guard case .gamma(let prior) = joint.priors[output] else { continue }
                let posterior = try #require(
                    GammaDistribution(
                        shape: prior.shape + counts[output][unit], rate: prior.rate + exposures[unit]))
                draws.append(
                    try (0..<400).map { try #require(posterior.quantile((Double($0) + 0.5) / 400)) })
            }
            try #require(draws.count == 2)
            func share(below bound: Double) -> Double {
                Double(draws[0].reduce(0) { sum, x in sum + draws[1].count { x * $0 <= bound * bound } })
                    / 160_000
            }
            #expect(abs(share(below: rate.interval.lowerBound) - 0.025) < 0.002)
            #expect(abs(share(below: rate.interval.upperBound) - 0.975) < 0.002)
        }
    }

    /// An output without overdispersion contributes its common rate to every unit, and no width.
    @Test func anOutputWithOneRateMultipliesAll() throws {
        let exposures: [Double] = [1, 2, 3, 4]
        let varying: [Double] = [0, 9, 1, 30]
        let alone = try Self.rates(
            try Conversion(outputs: [varying], exposures: exposures, isReference: Self.everyone(4)))
        let joined = try Self.rates(
            try Conversion(
                outputs: [varying, [2, 4, 6, 8]], exposures: exposures, isReference: Self.everyone(4)))
        for (a, b) in zip(alone, joined) {
            #expect(abs(b.estimate / (2 * a.estimate).squareRoot() - 1) < 1e-12)
            #expect(abs(b.interval.lowerBound / (2 * a.interval.lowerBound).squareRoot() - 1) < 1e-9)
        }
    }

    /// 400 units with rates from Gamma(2, 1): the prior is found again, and 95 % intervals cover 95 % (within four
    /// standard errors, 0.044; seeds are fixed).
    @Test func coverageUnderTheModel() throws {
        var generator = SplitMix(seed: 3)
        let truth = try #require(GammaDistribution(shape: 2, rate: 1))
        var (counts, exposures, rates): ([Double], [Double], [Double]) = ([], [], [])
        for _ in 0..<400 {
            let rate = try #require(truth.quantile(generator.uniform()))
            let exposure = 0.2 + 5 * generator.uniform()
            // A Poisson count: how many unit exponentials fit into the mean.
            var (count, sum) = (-1.0, 0.0)
            while sum <= rate * exposure {
                sum -= log(generator.uniform())
                count += 1
            }
            counts.append(count)
            exposures.append(exposure)
            rates.append(rate)
        }
        let conversion = try Conversion(
            outputs: [counts], exposures: exposures, isReference: Self.everyone(400))
        guard case .gamma(let prior) = conversion.priors[0] else {
            Issue.record("no overdispersion found")
            return
        }
        #expect(abs(prior.shape - 2) < 0.6 && abs(prior.mean - 2) < 0.3)
        let covered = zip(try Self.rates(conversion), rates).count { $0.interval.contains($1) }
        #expect(abs(Double(covered) / 400 - 0.95) < 0.044)
    }

    @Test func missingAndImpossible() throws {
        let conversion = try Conversion(
            outputs: [[3, nil, 2, 9, 1]], exposures: [1, 2, nil, 4, 0],
            isReference: [true, true, true, true, false])
        #expect(conversion.outcomes[1] == .missing(reason: "an output is not observed"))
        #expect(conversion.outcomes[2] == .missing(reason: "contact is not observed"))
        #expect(conversion.outcomes[4] == .missing(reason: "an output above zero without any contact"))
        #expect(conversion.outcomes[0].rate != nil)
    }

    @Test func refusals() {
        func fit(_ counts: [Double?], _ exposures: [Double?]) throws {
            _ = try Conversion(
                outputs: [counts], exposures: exposures, isReference: Self.everyone(counts.count))
        }
        #expect(throws: ConversionFailure.notWhole(output: 0, unit: 1, value: 0.5)) {
            try fit([1, 0.5], [1, 1])
        }
        #expect(throws: ConversionFailure.notWhole(output: 0, unit: 0, value: -1)) {
            try fit([-1, 2], [1, 1])
        }
        #expect(throws: ConversionFailure.allZero(output: 0)) { try fit([0, 0], [1, 1]) }
        #expect(throws: ConversionFailure.nothingObserved(output: 0)) { try fit([1, 2], [0, nil]) }
        #expect(throws: ConversionFailure.exposureOutOfRange(unit: 1)) { try fit([1, 2], [1, -1]) }
    }
}
