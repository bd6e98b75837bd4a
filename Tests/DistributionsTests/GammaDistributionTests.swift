import Distributions
import Foundation
import TestSupport
import Testing

/// Expected values: mpmath 1.3.0 with 40 digits (`gammainc(a, 0, x, regularized=True)`; quantiles by bisection of
/// it on the double nearest to the probability), written down when the tests were.
struct GammaDistributionTests {
    @Test(arguments: [
        (0.5, 0.1, 0.34527915398142297, 0.65472084601857703),
        (1, 1, 0.63212055882855768, 0.36787944117144232),
        (3, 0.5, 0.014387677966970687, 0.98561232203302931),
        (3, 10, 0.99723060428448842, 0.0027693957155115759),
        (0.01, 1e-30, 0.50404727285999546, 0.49595272714000454),
        (30.5, 25, 0.1582669604593181, 0.8417330395406819),
        (1000, 1050, 0.94132888862268192, 0.058671111377318077),
        (1000, 950, 0.055054686230738034, 0.94494531376926197),
        (123456, 123000, 0.097065473355232912, 0.90293452664476709),
        (2, 1e-8, 4.9999999666666668e-17, 0.99999999999999995),
        (5, 40, 0.99999999999949795, 5.0204643188291334e-13),
    ])
    func bothTails(shape: Double, x: Double, lower: Double, upper: Double) throws {
        let distribution = try #require(GammaDistribution(shape: shape, rate: 1))
        #expect(abs(distribution.cumulative(x) / lower - 1) < 1e-12)
        #expect(abs(distribution.survival(x) / upper - 1) < 1e-12)
    }

    @Test(arguments: [
        (0.5, 0.025, 0.00049103455858762801), (1, 0.5, 0.69314718055994531),
        (3.7, 0.975, 8.3129772611502693),
        (0.05, 0.025, 5.315661889914287e-33), (0.05, 0.9, 0.076317113909188494),
        (25, 0.025, 16.178681847829327),
        (1000.25, 0.975, 1063.1788988748729), (2, 1e-10, 1.4142202290829741e-5),
        (2, 0.999999, 16.688420790829441),
    ])
    func quantile(shape: Double, probability: Double, expected: Double) throws {
        let distribution = try #require(GammaDistribution(shape: shape, rate: 4))
        #expect(abs(4 * (try #require(distribution.quantile(probability))) / expected - 1) < 1e-11)
    }

    /// Shapes and probabilities at random: the quantile is where the cumulative probability is.
    @Test func quantileInvertsCumulative() throws {
        var generator = SplitMix(seed: 1)
        for _ in 0..<300 {
            let shape = exp(9 * generator.uniform() - 2)
            let probability = generator.uniform()
            let distribution = try #require(GammaDistribution(shape: shape, rate: 0.3))
            let x = try #require(distribution.quantile(probability))
            #expect(abs(distribution.cumulative(x) - probability) < 1e-11, "shape \(shape), p \(probability)")
        }
    }

    @Test func outsideTheDomain() throws {
        #expect(GammaDistribution(shape: 0, rate: 1) == nil)
        #expect(GammaDistribution(shape: 1, rate: .infinity) == nil)
        #expect(GammaDistribution(shape: .nan, rate: 1) == nil)
        let distribution = try #require(GammaDistribution(shape: 2, rate: 1))
        #expect(distribution.quantile(0) == 0 && distribution.quantile(1) == nil)
        #expect(distribution.cumulative(-1) == 0 && distribution.survival(0) == 1)
        #expect(distribution.cumulative(.infinity) == 1)
        // (0.025 Gamma(1.001))^1000 is below the smallest double.
        #expect(GammaDistribution(shape: 0.001, rate: 1)?.quantile(0.025) == 0)
    }

    @Test(arguments: [
        (0.01, -100.56088545786867, 10001.621213528313), (0.5, -1.9635100260214235, 4.9348022005446793),
        (1, -0.57721566490153286, 1.6449340668482264), (2.75, 0.81890102497543259, 0.43757125764893076),
        (9.9, 2.2411803166063814, 0.10628304162874059), (1000, 6.9072551956488121, 0.0010005001666666333),
    ])
    func polygamma(x: Double, psi: Double, psiPrime: Double) {
        #expect(abs(digamma(x) / psi - 1) < 1e-14)
        #expect(abs(trigamma(x) / psiPrime - 1) < 1e-14)
    }
}
