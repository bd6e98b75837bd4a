import Distributions
import Testing

/// Expected values: mpmath 1.3.0 with 40 digits (`betainc` regularised, quantiles by bisection of it) at the double
/// nearest to the argument.
struct StudentTTests {
    @Test(arguments: [
        (1, 1, 0.75, 0.25), (4, 2.5, 0.966616727594005927, 0.0333832724059940725),
        (4, -2.7764451051977934, 0.0250000000000000241, 0.974999999999999976),
        (2.5, 0.3, 0.606328814252401393, 0.393671185747598607),
        (4, 0.001, 0.500374999921875021, 0.499625000078124979), (30, 40, 1, 6.86302259720320139e-28),
        (1000, -5, 3.38362818232431519e-7, 0.999999661637181768),
        (0.5, 1e5, 0.998985854469861, 0.00101414553013899965),
        (1e6, 2, 0.977249733074340396, 0.0227502669256596042), (9, -1000, 2.5458033039484674e-24, 1),
    ])
    func bothTails(degrees: Double, t: Double, lower: Double, upper: Double) throws {
        let distribution = try #require(StudentT(degreesOfFreedom: degrees))
        #expect(abs(distribution.cumulative(t) / lower - 1) < 1e-10)
        #expect(abs(distribution.survival(t) / upper - 1) < 1e-10)
    }

    @Test(arguments: [
        (1, 0.975, 12.7062047361746933), (2, 0.9, 1.88561808316412702), (4, 0.975, 2.77644510519779349),
        (4, 0.95, 2.13184678632664953), (4, 1e-12, -1316.07274655925654), (4, 0.51, 0.0266706183026390301),
        (7.3, 0.025, -2.34506673654770361), (9, 0.995, 3.24983554159212572),
        (29, 0.975, 2.04522964213270387), (120, 0.0001, -3.83717074903280669),
        (1e6, 0.975, 1.95996635681410666), (0.3, 0.9, 64.7865456370969492),
        (0.3, 1e-10, -6.47878542583086797e31),
    ])
    func quantile(degrees: Double, probability: Double, expected: Double) throws {
        let distribution = try #require(StudentT(degreesOfFreedom: degrees))
        #expect(abs(try #require(distribution.quantile(probability)) / expected - 1) < 1e-9)
    }

    @Test func outsideTheDomain() throws {
        for degrees in [0, -1, .nan, .infinity, 1e7] { #expect(StudentT(degreesOfFreedom: degrees) == nil) }
        let distribution = try #require(StudentT(degreesOfFreedom: 4))
        #expect(distribution.quantile(0.5) == 0)
        for probability in [0, 1, -0.1, .nan] { #expect(distribution.quantile(probability) == nil) }
        #expect(distribution.cumulative(.infinity) == 1 && distribution.survival(.infinity) == 0)
        let heavy = try #require(StudentT(degreesOfFreedom: 0.001))
        #expect(try #require(heavy.quantile(0.999)).isFinite)
    }
}
