import Distributions
import Testing

/// Expected values: mpmath 1.3.0 with 40 digits (`ncdf` and its inverse) at the double nearest to the argument.
struct StandardNormalTests {
    @Test(arguments: [
        (-35, 1.1249107064724062e-268), (-8, 6.2209605742717841e-16), (-3.5, 0.00023262907903552504),
        (-1, 0.15865525393145705), (0.25, 0.59870632568292372), (6, 0.99999999901341235),
    ])
    func cumulative(z: Double, expected: Double) {
        #expect(abs(StandardNormal.cumulative(z) / expected - 1) < 1e-12)
    }

    @Test(arguments: [
        (1e-300, -37.047096299361199), (1e-12, -7.0344838253011319), (0.001, -3.0902323061678135),
        (0.025, -1.9599639845400542), (0.3, -0.52440051270804082), (0.75, 0.67448975019608174),
        (0.975, 1.9599639845400539), (0.999999, 4.7534243088170878),
    ])
    func quantile(probability: Double, expected: Double) throws {
        #expect(abs(try #require(StandardNormal.quantile(probability)) / expected - 1) < 1e-12)
    }

    @Test func outsideTheDomain() {
        #expect(StandardNormal.quantile(0.5) == 0)
        for probability in [0, 1, -0.1, .nan] { #expect(StandardNormal.quantile(probability) == nil) }
    }
}
