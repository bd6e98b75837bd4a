import Testing
import Uncertainty

/// Expected shares: a separate simulation in numpy of 20,000 panels (4,000 for the bootstrap, 8,000 for ranks) of the
/// same processes and intervals. Bounds are four standard errors of the panels simulated here.
struct CoverageSimulationTests {
    struct Expected: Sendable {
        let years: Int
        let autocorrelation, naive, movingBlock, cosine, gaussianRanks, ranks: Double
    }

    @Test(arguments: [
        Expected(
            years: 6, autocorrelation: 0, naive: 0.949, movingBlock: 0.764, cosine: 0.949,
            gaussianRanks: 0.790,
            ranks: 0.945),
        Expected(
            years: 10, autocorrelation: 0, naive: 0.949, movingBlock: 0.800, cosine: 0.951,
            gaussianRanks: 0.787,
            ranks: 0.940),
        Expected(
            years: 10, autocorrelation: 0.5, naive: 0.758, movingBlock: 0.647, cosine: 0.879,
            gaussianRanks: 0.580,
            ranks: 0.838),
        Expected(
            years: 20, autocorrelation: 0.5, naive: 0.747, movingBlock: 0.767, cosine: 0.923,
            gaussianRanks: 0.694,
            ranks: 0.905),
    ])
    func agreesWithNumpy(_ expected: Expected) throws {
        var simulation = CoverageSimulation(
            years: expected.years, autocorrelation: expected.autocorrelation, seed: 3)
        simulation.panels = 300
        simulation.bootstrapReplicates = 199
        simulation.rankDraws = 200
        let measured = try simulation.run()
        for (share, value) in [
            (measured.naive, expected.naive), (measured.movingBlock, expected.movingBlock),
            (measured.cosine, expected.cosine), (measured.gaussianRanks, expected.gaussianRanks),
            (measured.ranks, expected.ranks),
        ] {
            let error = (value * (1 - value) / 300).squareRoot()
            #expect(abs(share.value - value) < 4 * error, "\(share.value) for \(value)")
            #expect(share.draws == 300)
        }
    }

    @Test func dependsOnTheSeedAlone() throws {
        var simulation = CoverageSimulation(years: 8, autocorrelation: 0.5, seed: 4)
        simulation.panels = 40
        simulation.bootstrapReplicates = 20
        simulation.rankDraws = 100
        let first = try simulation.run()
        #expect(try simulation.run() == first)
        simulation.panels = 0
        #expect(try simulation.run().cosine.value == 0)
    }

    @Test func refusals() {
        #expect(throws: SamplingFailure.tooFewYears(found: 4, needed: 5)) {
            try CoverageSimulation(years: 4, autocorrelation: 0, seed: 1).run()
        }
        #expect(throws: SamplingFailure.self) {
            try CoverageSimulation(years: 9, autocorrelation: 1, seed: 1).run()
        }
        var alone = CoverageSimulation(years: 9, autocorrelation: 0, seed: 1)
        alone.units = 1
        #expect(throws: SamplingFailure.self) { try alone.run() }
        var certain = CoverageSimulation(years: 9, autocorrelation: 0, seed: 1)
        certain.coverage = 1
        #expect(throws: SamplingFailure.self) { try certain.run() }
    }
}
