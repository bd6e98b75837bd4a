import LinearAlgebra
import TestSupport
import Testing

@testable import Uncertainty

/// Künsch (1989).
struct MovingBlockBootstrapTests {
    static let generator = Philox(seed: 11, stream: 2)

    @Test(arguments: [(2, 2), (6, 2), (8, 2), (9, 3), (27, 3), (28, 4), (30, 4), (64, 4), (65, 5)])
    func blockLength(years: Int, expected: Int) {
        #expect(MovingBlockBootstrap.standardBlockLength(years: years) == expected)
    }

    /// Ten years in blocks of three: 3 + 3 + 3 + 1 years of eight possible blocks.
    @Test func countsAreBlocks() throws {
        let counts = try MovingBlockBootstrap(years: 10, replicates: 500, generator: Self.generator).counts
        var totals = [Double](repeating: 0, count: 10)
        for replicate in counts.rowIndices {
            let row = counts.row(replicate)
            #expect(row.reduce(0, +) == 10)
            for year in 0..<10 { totals[year] += row[year] }
        }
        // Expected per replicate: blocks of three that hold the year, out of eight, three times; and the single year.
        for year in 0..<10 {
            let holding = Double(min(year, 7) - max(0, year - 2) + 1)
            let expected = 3 * holding / 8 + (year <= 7 ? 1.0 / 8 : 0)
            // A standard deviation is at most 1.2 / 500^(1/2) = 0.054.
            #expect(abs(totals[year] / 500 - expected) < 0.22, "year \(year)")
        }
    }

    @Test func oneBlockOfAllYearsIsTheSeries() throws {
        let counts = try MovingBlockBootstrap(
            years: 5, blockLength: 5, replicates: 3, generator: Self.generator
        ).counts
        #expect(counts.elements.allSatisfy { $0 == 1 })
    }

    /// Blocks of one year are the ordinary bootstrap: the variance of the mean is (1 / T) times that of the years.
    @Test func singleYears() throws {
        let source = try LongRunMeansTests.random(years: 12, units: 1, seed: 6)
        let bootstrap = try MovingBlockBootstrap(
            years: 12, blockLength: 1, replicates: 4000, generator: Self.generator)
        let means = try bootstrap.means(of: source.values).column(0)
        let centre = source.means[0]
        let variance = means.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / 4000
        let expected =
            source.values.column(0).reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / 12 / 12
        // The relative standard error of a variance of 4,000 draws is 2.2 %.
        #expect(abs(variance / expected - 1) < 0.1)
    }

    /// Products, the closure and repeated addition agree; a replicate does not depend on how many there are.
    @Test func statisticsOfReplicates() throws {
        let source = try LongRunMeansTests.random(years: 10, units: 3, seed: 7)
        let bootstrap = try MovingBlockBootstrap(years: 10, replicates: 40, generator: Self.generator)
        let means = try bootstrap.means(of: source.values)
        let again = bootstrap.replicate { counts in
            source.values.transposedTimes(counts).map { $0 / 10 }
        }
        for replicate in 0..<40 {
            for unit in 0..<3 { #expect(abs(means[replicate, unit] - again[replicate][unit]) < 1e-14) }
        }
        let more = try MovingBlockBootstrap(years: 10, replicates: 70, generator: Self.generator).counts
        #expect((0..<40).allSatisfy { more.row($0) == bootstrap.counts.row($0) })
    }

    @Test func severalSourcesAreIndependent() throws {
        let first = try LongRunMeansTests.random(years: 10, units: 2, seed: 8)
        let second = try LongRunMeansTests.random(years: 17, units: 2, seed: 9)
        let means = try MovingBlockBootstrap.means(
            of: [first, second], weights: [1, 3], replicates: 50, generator: Self.generator)
        let parts = try [(first, UInt64(2)), (second, 3)].map { source, stream in
            try MovingBlockBootstrap(
                years: source.years.count, replicates: 50, generator: Philox(seed: 11, stream: stream)
            ).means(of: source.values)
        }
        for replicate in 0..<50 {
            for unit in 0..<2 {
                let expected = parts[0][replicate, unit] + 3 * parts[1][replicate, unit]
                #expect(abs(means[replicate, unit] - expected) < 1e-14)
            }
        }
    }

    @Test func refusals() throws {
        #expect(throws: SamplingFailure.tooFewYears(found: 1, needed: 2)) {
            try MovingBlockBootstrap(years: 1, replicates: 1, generator: Self.generator)
        }
        for length in [0, 6] {
            #expect(throws: SamplingFailure.self) {
                try MovingBlockBootstrap(
                    years: 5, blockLength: length, replicates: 1, generator: Self.generator)
            }
        }
        #expect(throws: SamplingFailure.self) {
            try MovingBlockBootstrap(years: 5, replicates: 0, generator: Self.generator)
        }
        let bootstrap = try MovingBlockBootstrap(years: 5, replicates: 1, generator: Self.generator)
        #expect(throws: SamplingFailure.self) { try bootstrap.means(of: Matrix(rows: 4, columns: 1)) }
    }
}
