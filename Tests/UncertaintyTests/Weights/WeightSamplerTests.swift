import Foundation
import LinearAlgebra
import Scoring
import TestSupport
import Testing

@testable import Uncertainty

struct WeightSamplerTests {
    /// Means and second moments of draws, with standard errors from block means, which are independent.
    struct Moments {
        var (means, products): ([MonteCarloMean], [[MonteCarloMean]])

        init(_ sampler: WeightSampler, blocks: Int) throws {
            let k = sampler.space.indicators
            func estimate(_ figures: [Double]) throws -> MonteCarloMean {
                try #require(
                    MonteCarloMean(
                        sum: figures.reduce(0, +), sumOfSquares: figures.reduce(0) { $0 + $1 * $1 },
                        draws: figures.count))
            }
            var first = [[Double]](repeating: [], count: k)
            var second = [[[Double]]](repeating: Array(repeating: [], count: k), count: k)
            for block in 0..<blocks {
                let draws = Matrix(rows: WeightSampler.blockLength, columns: k) {
                    [rows = sampler.block(block)] in
                    rows[$0 * k + $1]
                }
                let cross = draws.crossProduct()
                for i in 0..<k {
                    first[i].append(draws.column(i).reduce(0, +) / Double(draws.rows))
                    for j in 0..<k { second[i][j].append(cross[i, j] / Double(draws.rows)) }
                }
            }
            means = try first.map(estimate)
            products = try second.map { try $0.map(estimate) }
        }
    }

    /// Whether an estimate is within five of its standard errors (of both, where the other has one).
    private func agree(_ a: MonteCarloMean, _ b: MonteCarloMean) -> Bool {
        let error =
            ((a.standardError ?? 0) * (a.standardError ?? 0) + (b.standardError ?? 0) * (b.standardError ?? 0))
            .squareRoot()
        return abs(a.value - b.value) <= 5 * error + 1e-12
    }

    private func agree(_ estimate: MonteCarloMean, _ value: Double) -> Bool {
        agree(estimate, MonteCarloMean(value: value, standardError: 0))
    }

    /// E w(i) = 1/K, E w(i)^2 = 2 / (K (K + 1)), E w(i) w(j) = 1 / (K (K + 1)): the Dirichlet distribution of ones.
    @Test(arguments: [2, 3, 7]) func flatWeightsAreUniformOnTheSimplex(_ k: Int) throws {
        let sampler = try WeightSampler(WeightSpace(flatHierarchy(k), shape: .flat), seed: 11)
        let moments = try Moments(sampler, blocks: 100)
        for i in 0..<k {
            #expect(agree(moments.means[i], 1 / Double(k)))
            for j in 0..<k {
                #expect(agree(moments.products[i][j], (i == j ? 2 : 1) / Double(k * (k + 1))))
            }
        }
        #expect(sampler.drawsAreIndependent)
    }

    /// A weight is the product of shares that are uniform on their simplices: moments are products of theirs.
    @Test func nestedWeightsAreProductsOfUniformShares() throws {
        let sizes = [3, 1, 2]
        let moments = try Moments(
            WeightSampler(WeightSpace(nestedHierarchy(sizes)), seed: 12), blocks: 100)
        let groups = sizes.enumerated().flatMap { group, size in Array(repeating: group, count: size) }
        for i in groups.indices {
            let (n, d) = (Double(sizes[groups[i]]), 3.0)
            #expect(agree(moments.means[i], 1 / (n * d)))
            #expect(agree(moments.products[i][i], 2 / (n * (n + 1)) * 2 / (d * (d + 1))))
            for j in groups.indices where j != i {
                let m = Double(sizes[groups[j]])
                let expected =
                    groups[i] == groups[j]
                    ? 1 / (n * (n + 1)) * 2 / (d * (d + 1)) : 1 / (n * m) / (d * (d + 1))
                #expect(agree(moments.products[i][j], expected))
            }
        }
    }

    /// Draw i by its definition, from the generator's uniforms i K, i K + 1, ...; other seeds and streams differ.
    @Test func drawsDependOnSeedStreamAndIndexOnly() throws {
        let space = try WeightSpace(flatHierarchy(5), shape: .flat)
        let sampler = try WeightSampler(space, seed: 3, stream: 9)
        let generator = Philox(seed: 3, stream: 9)
        for draw in [0, 1, 255, 256, 70_001] {
            let spacings = (0..<5).map { -log(generator.uniform(at: UInt64(draw * 5 + $0))) }
            let sum = spacings.reduce(0, +)
            #expect(sampler.weights(ofDraw: draw) == spacings.map { $0 / sum })
        }
        #expect(try WeightSampler(space, seed: 4, stream: 9).weights(ofDraw: 0) != sampler.weights(ofDraw: 0))
        #expect(try WeightSampler(space, seed: 3, stream: 8).weights(ofDraw: 0) != sampler.weights(ofDraw: 0))
    }

    /// The mean of all weights in an order is the rank-order centroid (Barron & Barrett 1996).
    @Test func orderedWeightsHaveTheRankOrderCentroidAsTheirMean() throws {
        let order = [2, 0, 3, 1]
        let space = try WeightSpace(
            flatHierarchy(4), shape: .flat, constraints: [.order(order.map(WeightNode.indicator))])
        let sampler = try WeightSampler(space, seed: 13)
        let moments = try Moments(sampler, blocks: 60)
        // (1/4) sum of 1/i over i from the place to 4.
        let centroids = [25.0 / 48, 13.0 / 48, 7.0 / 48, 3.0 / 48]
        for (place, indicator) in order.enumerated() {
            #expect(agree(moments.means[indicator], centroids[place]))
        }
        let weights = sampler.weights(ofDraw: 77)
        #expect(zip(order, order.dropFirst()).allSatisfy { weights[$0] >= weights[$1] })
        #expect(sampler.drawsAreIndependent)
    }

    /// Cases that are drawn by hit-and-run, and one of two chains that is not.
    static let constraints: [[WeightConstraint]] = [
        [.interval(.indicator(0), 0.1...0.4), .ratio(.indicator(1), to: .indicator(2), 0.5...2)],
        [.linear([WeightTerm(1, .indicator(0)), WeightTerm(-1, .indicator(3))], atMost: -0.1)],
        [.order([.indicator(0), .indicator(1)]), .interval(.indicator(3), 0.2...1)],
        [.order([.indicator(0), .indicator(1)]), .order([.indicator(3), .indicator(2)])],
        [.order([.indicator(0), .indicator(1)]), .order([.indicator(0), .indicator(2)])],
    ]

    /// Rejection is a slow sampler that cannot be wrong: of the simplex's draws, those that keep the constraints.
    @Test(arguments: constraints) func constrainedWeightsAreThoseOfRejection(
        _ constraints: [WeightConstraint]
    ) throws {
        let k = 4
        let space = try WeightSpace(flatHierarchy(k), shape: .flat, constraints: constraints)
        let moments = try Moments(WeightSampler(space, seed: 14), blocks: 60)
        let simplex = try WeightSampler(WeightSpace(flatHierarchy(k), shape: .flat), seed: 15)
        var kept: [[Double]] = []
        for block in 0..<400 {
            let rows = simplex.block(block)
            for draw in 0..<WeightSampler.blockLength {
                let weights = Array(rows[(draw * k)..<((draw + 1) * k)])
                let isInside = space.inequalities.allSatisfy { row in
                    zip(row.coefficients, weights).reduce(0) { $0 + $1.0 * $1.1 } <= row.bound
                }
                if isInside { kept.append(weights) }
            }
        }
        try #require(kept.count > 2_000)
        func mean(_ figure: ([Double]) -> Double) throws -> MonteCarloMean {
            let figures = kept.map(figure)
            return try #require(
                MonteCarloMean(
                    sum: figures.reduce(0, +), sumOfSquares: figures.reduce(0) { $0 + $1 * $1 },
                    draws: figures.count))
        }
        for i in 0..<k {
            #expect(agree(moments.means[i], try mean { $0[i] }))
            for j in 0..<k { #expect(agree(moments.products[i][j], try mean { $0[i] * $0[j] })) }
        }
    }

    /// A bound that never binds sends the whole simplex through hit-and-run, whose moments are then Dirichlet's.
    @Test func hitAndRunIsUniformOnTheWholeSimplex() throws {
        let k = 8
        let space = try WeightSpace(
            flatHierarchy(k), shape: .flat, constraints: [.linear([WeightTerm(1, .indicator(0))], atMost: 2)])
        let sampler = try WeightSampler(space, seed: 16)
        #expect(!sampler.drawsAreIndependent)
        let moments = try Moments(sampler, blocks: 120)
        for i in 0..<k {
            #expect(agree(moments.means[i], 1 / Double(k)))
            for j in 0..<k {
                #expect(agree(moments.products[i][j], (i == j ? 2 : 1) / Double(k * (k + 1))))
            }
        }
    }

    /// A slab of width 0.000002 in three free dimensions: coordinates that are stretched to it keep the others moving.
    @Test func thinPolytopesMix() throws {
        let space = try WeightSpace(
            flatHierarchy(5), shape: .flat, constraints: [.interval(.indicator(4), 0.199999...0.200001)])
        let moments = try Moments(WeightSampler(space, seed: 17), blocks: 24)
        for i in 0..<4 {
            #expect(agree(moments.means[i], 0.2))
            // 0.8^2 times the second moment of four weights; the slab's own width changes it by less than 1e-9.
            #expect(
                abs(moments.products[i][i].value - 0.064) <= 5 * (moments.products[i][i].standardError ?? 0)
                    + 1e-6)
        }
    }

    /// Intervals of one point lower the dimension, to none at last; an indicator kept at zero is said to be.
    @Test func constraintsWithoutRoom() throws {
        let fixed = try WeightSampler(
            WeightSpace(
                flatHierarchy(3), shape: .flat,
                constraints: [.interval(.indicator(0), 0.3...0.3), .interval(.indicator(2), 0...0)]), seed: 1)
        #expect(zip(fixed.weights(ofDraw: 5), [0.3, 0.7, 0]).allSatisfy { abs($0 - $1) < 1e-9 })
        #expect(fixed.canHaveWeight == [true, true, false])
        #expect(fixed.drawsAreIndependent)
        let line = try WeightSampler(
            WeightSpace(
                flatHierarchy(3), shape: .flat,
                constraints: [.ratio(.indicator(0), to: .indicator(1), 2...2)]), seed: 1)
        for draw in 0..<300 {
            let weights = line.weights(ofDraw: draw)
            #expect(abs(weights[0] - 2 * weights[1]) < 1e-9)
        }
        let one = try WeightSampler(WeightSpace(flatHierarchy(1)), seed: 1)
        #expect(one.weights(ofDraw: 3) == [1])
    }

    @Test func nestedConstraintsHoldAmongSiblings() throws {
        let space = try WeightSpace(
            nestedHierarchy([3, 2]),
            constraints: [
                .interval(.dimension(0), 0.5...0.6),
                .order([.indicator(1), .indicator(0), .indicator(2)]),
                .interval(.indicator(3), 0.7...0.9),
            ])
        let sampler = try WeightSampler(space, seed: 5)
        for draw in 0..<600 {
            let w = sampler.weights(ofDraw: draw)
            let first = w[0] + w[1] + w[2]
            #expect(first >= 0.5 - 1e-9 && first <= 0.6 + 1e-9)
            #expect(w[1] >= w[0] && w[0] >= w[2])
            #expect(w[3] / (w[3] + w[4]) >= 0.7 - 1e-9 && w[3] / (w[3] + w[4]) <= 0.9 + 1e-9)
            for row in space.inequalities {
                #expect(zip(row.coefficients, w).reduce(0) { $0 + $1.0 * $1.1 } <= row.bound + 1e-9)
            }
        }
    }
}
