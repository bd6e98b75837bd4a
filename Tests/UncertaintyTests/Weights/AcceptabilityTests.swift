import Foundation
import LinearAlgebra
import Scoring
import TestSupport
import Testing

@testable import Uncertainty

struct AcceptabilityTests {
    struct Case: Sendable {
        let hierarchy: Hierarchy
        let shape: WeightSpace.Shape
        let gaps: Double
        let outsiders: Int
        let seed: UInt64
    }

    static let cases = [
        Case(hierarchy: flatHierarchy(3), shape: .flat, gaps: 0, outsiders: 0, seed: 1),
        Case(hierarchy: flatHierarchy(4), shape: .flat, gaps: 0.3, outsiders: 2, seed: 2),
        Case(hierarchy: nestedHierarchy([2, 3, 1]), shape: .nested, gaps: 0.3, outsiders: 0, seed: 3),
        Case(hierarchy: nestedHierarchy([1, 2, 2]), shape: .flat, gaps: 0.5, outsiders: 3, seed: 4),
        Case(hierarchy: deepHierarchy, shape: .nested, gaps: 0.4, outsiders: 2, seed: 5),
        Case(hierarchy: deepHierarchy, shape: .flat, gaps: 0, outsiders: 1, seed: 6),
    ]

    /// Every count against a slow computation from the same draws: scores by recursion, ranks by `Ranking`.
    /// 600 draws are two whole blocks and a padded one.
    @Test(arguments: cases) func countsAreThoseOfADirectComputation(_ test: Case) throws {
        let (units, draws, k) = (9, 600, test.hierarchy.levels[0].names.count)
        let table = randomTable(units: units, indicators: k, gaps: test.gaps, seed: test.seed)
        let isReference = (0..<units).map { $0 >= test.outsiders }
        let sampler = try WeightSampler(WeightSpace(test.hierarchy, shape: test.shape), seed: test.seed)
        let result = try Acceptability(
            of: WeightedUnits(table, hierarchy: test.hierarchy, isReference: isReference), weights: sampler,
            draws: draws, detail: AcceptabilityDetail(countsPairs: true, countsOrders: true))

        var ranks = [[Int]](repeating: Array(repeating: 0, count: result.places), count: units)
        var wins = [[Int]](repeating: Array(repeating: 0, count: units), count: units)
        var firstWeights = [[[Double]]](repeating: [], count: units)
        var orders: [[Int?]: Int] = [:]
        for draw in 0..<draws {
            let weights = sampler.weights(ofDraw: draw)
            let scores = directScores(table, test.hierarchy, weights: weights)
            let ranking = Ranking(scores: scores, isRanked: isReference, tieTolerance: 1e-9)
            let ofClass = zip(scores, isReference).compactMap { $1 ? $0 : nil }
            let tolerance = 1e-9 * ((ofClass.max() ?? 0) - (ofClass.min() ?? 0))
            for unit in 0..<units {
                guard let score = scores[unit] else { continue }
                let place = ranking.ranks[unit] ?? (1 + ofClass.count { $0 - score > tolerance })
                ranks[unit][place - 1] += 1
                if place == 1 { firstWeights[unit].append(weights) }
                for other in 0..<units {
                    if let a = ranking.ranks[unit], let b = ranking.ranks[other], a < b {
                        wins[unit][other] += 1
                    }
                }
            }
            orders[ranking.ranks, default: 0] += 1
        }

        let central = try result.centralWeights()
        for unit in 0..<units {
            guard table.observed.row(unit).contains(1) else {
                #expect(result.rankAcceptabilities(of: unit) == nil && central[unit] == nil)
                continue
            }
            #expect(result.rankAcceptabilities(of: unit)?.map(\.count) == ranks[unit])
            #expect(result.firstPlace(of: unit)?.count == firstWeights[unit].count)
            let ranked = ranks[unit].enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element }
            let mean = try #require(result.meanRank(of: unit))
            #expect(abs(mean.value - Double(ranked) / Double(draws)) < 1e-12)
            for other in 0..<units {
                let areRanked =
                    isReference[unit] && isReference[other] && table.observed.row(other).contains(1)
                #expect(result.win(of: unit, over: other)?.count == (areRanked ? wins[unit][other] : nil))
            }
            #expect((central[unit] == nil) == firstWeights[unit].isEmpty)
            for indicator in 0..<k where !firstWeights[unit].isEmpty {
                let mean =
                    firstWeights[unit].reduce(0) { $0 + $1[indicator] } / Double(firstWeights[unit].count)
                #expect(abs((central[unit]?.weights[indicator] ?? .nan) - mean) < 1e-12)
            }
            if let weights = central[unit]?.weights {
                let scores = directScores(table, test.hierarchy, weights: weights)
                let best = zip(scores, isReference).compactMap { $1 ? $0 : nil }.max() ?? 0
                #expect(central[unit]?.confidence.value == ((scores[unit] ?? 0) >= best - 1e-9 ? 1 : 0))
            }
        }
        let entropy = orders.values.reduce(0.0) {
            $0 - Double($1) / Double(draws) * log2(Double($1) / Double(draws))
        }
        #expect(abs((result.orderEntropy?.value ?? .nan) - entropy) < 1e-12)
    }

    /// A draw's ranks do not depend on how many follow, and nothing on the workers: many runs at once agree to the bit.
    @Test func resultsDoNotDependOnThreads() async throws {
        let hierarchy = nestedHierarchy([3, 2])
        let table = randomTable(units: 12, indicators: 5, gaps: 0.1, seed: 20, step: 1e-6)
        let units = try WeightedUnits(
            table, hierarchy: hierarchy, isReference: Array(repeating: true, count: 12))
        let space = try WeightSpace(hierarchy, constraints: [.interval(.dimension(0), 0.3...0.6)])
        @Sendable func run(_ draws: Int) throws -> ([Int], [CentralWeights?], Double?) {
            let result = try Acceptability(
                of: units, weights: WeightSampler(space, seed: 6), draws: draws)
            return (result.counts.ranks, try result.centralWeights(), result.firstPlaceError(of: 0))
        }
        // Three pieces, the last of them short.
        let alone = try run(17_000)
        let together = try await withThrowingTaskGroup(of: ([Int], [CentralWeights?], Double?).self) {
            group in
            for _ in 0..<4 { group.addTask { try run(17_000) } }
            var results: [([Int], [CentralWeights?], Double?)] = []
            for try await result in group { results.append(result) }
            return results
        }
        for other in together {
            #expect(other.0 == alone.0 && other.1 == alone.1 && other.2 == alone.2)
        }
        // The same draws, written out and handed over, one after another.
        let sampler = try WeightSampler(space, seed: 6)
        let rows = (0..<67).flatMap { sampler.block($0) }
        let given = try Acceptability(
            of: units, weightDraws: Matrix(rows: 17_000, columns: 5) { rows[$0 * 5 + $1] })
        #expect(given.counts.ranks == alone.0)
        #expect(try given.centralWeights() == alone.1)
        let short = try Acceptability(of: units, weights: sampler, draws: 300)
        let shortByHand = try Acceptability(
            of: units, weightDraws: Matrix(rows: 300, columns: 5) { rows[$0 * 5 + $1] })
        #expect(short.counts.ranks == shortByHand.counts.ranks)
    }

    @Test func permutingUnitsPermutesResults() throws {
        let hierarchy = nestedHierarchy([2, 2])
        let table = randomTable(units: 10, indicators: 4, gaps: 0.2, seed: 21)
        let order = [3, 9, 0, 7, 1, 5, 8, 2, 6, 4]
        let permuted = IndicatorTable(
            columns: (0..<4).map { k in order.map { table[$0, k] } }, units: 10)
        let sampler = try WeightSampler(WeightSpace(hierarchy), seed: 7)
        func run(_ table: IndicatorTable, _ members: [Bool]) throws -> Acceptability {
            try Acceptability(
                of: WeightedUnits(table, hierarchy: hierarchy, isReference: members), weights: sampler,
                draws: 1_000)
        }
        let members = (0..<10).map { $0 != 3 }
        let (a, b) = (try run(table, members), try run(permuted, order.map { members[$0] }))
        for (place, unit) in order.enumerated() {
            #expect(b.rankAcceptabilities(of: place) == a.rankAcceptabilities(of: unit))
        }
    }

    /// Under the same draws a unit whose value rises is never first less often.
    @Test func raisingAValueNeverCostsFirstPlaces() throws {
        let hierarchy = nestedHierarchy([2, 1])
        let sampler = try WeightSampler(WeightSpace(hierarchy), seed: 8)
        for seed in 0..<10 {
            let table = randomTable(units: 6, indicators: 3, gaps: 0, seed: 30 + UInt64(seed))
            let raised = IndicatorTable(
                columns: (0..<3).map { k in
                    (0..<6).map { unit in table[unit, k].map { $0 + (unit == 2 && k == 1 ? 0.35 : 0) } }
                }, units: 6)
            let firsts = try [table, raised].map {
                try Acceptability(
                    of: WeightedUnits(
                        $0, hierarchy: hierarchy, isReference: Array(repeating: true, count: 6)),
                    weights: sampler, draws: 512
                ).firstPlace(of: 2)?.count
            }
            #expect((firsts[1] ?? -1) >= (firsts[0] ?? 0))
        }
    }

    @Test func geometricMeansAreRankedByLogarithms() throws {
        var generator = SplitMix(seed: 9)
        let values = (0..<3).map { _ in (0..<7).map { _ in 1 + 99 * generator.uniform() } }
        let hierarchy = flatHierarchy(3)
        let sampler = try WeightSampler(WeightSpace(hierarchy), seed: 9)
        func run(_ columns: [[Double]], _ mean: WeightedUnits.Mean) throws -> [Int] {
            try Acceptability(
                of: WeightedUnits(
                    IndicatorTable(columns: columns.map { $0.map { $0 } }, units: 7), hierarchy: hierarchy,
                    isReference: Array(repeating: true, count: 7), mean: mean), weights: sampler, draws: 500
            ).counts.ranks
        }
        #expect(try run(values, .geometric) == run(values.map { $0.map { log($0) } }, .arithmetic))
        #expect(throws: WeightFailure.valueOutsideDomain(unit: 4, indicator: 1)) {
            var zero = values
            zero[1][4] = 0
            _ = try run(zero, .geometric)
        }
    }

    /// Only the best places are kept; what needs all of them says that it has none.
    @Test func fewPlacesAreAPrefixOfAll() throws {
        let table = randomTable(units: 8, indicators: 3, gaps: 0, seed: 40)
        let units = try WeightedUnits(
            table, hierarchy: flatHierarchy(3), isReference: Array(repeating: true, count: 8))
        let sampler = try WeightSampler(WeightSpace(flatHierarchy(3)), seed: 10)
        let all = try Acceptability(of: units, weights: sampler, draws: 700)
        let few = try Acceptability(
            of: units, weights: sampler, draws: 700, detail: AcceptabilityDetail(places: 2))
        for unit in 0..<8 {
            #expect(
                few.rankAcceptabilities(of: unit) == all.rankAcceptabilities(of: unit)?.prefix(2).map { $0 })
            #expect(few.meanRank(of: unit) == all.meanRank(of: unit))
            #expect(few.holisticAcceptability(of: unit, rankWeights: .linear) == nil)
            // (n - mean rank) / (n - 1) in other words.
            let linear = try #require(all.holisticAcceptability(of: unit, rankWeights: .linear))
            let mean = try #require(all.meanRank(of: unit))
            #expect(abs(linear.value - (8 - mean.value) / 7) < 1e-12)
            #expect(abs((linear.standardError ?? .nan) - (mean.standardError ?? .nan) / 7) < 1e-9)
        }
        #expect(RankWeights.inverse.values(count: 3) == [1, 1 / 2, 1 / 3])
        #expect(
            zip(RankWeights.centroid.values(count: 3), [1, 5 / 11, 2 / 11]).allSatisfy {
                abs($0 - $1) < 1e-15
            })
    }

    @Test func degenerateTablesHaveStatedAnswers() throws {
        let sampler = try WeightSampler(WeightSpace(flatHierarchy(2)), seed: 1)
        func run(_ columns: [[Double?]], _ members: [Bool]) throws -> Acceptability {
            try Acceptability(
                of: WeightedUnits(
                    IndicatorTable(columns: columns, units: members.count), hierarchy: flatHierarchy(2),
                    isReference: members), weights: sampler, draws: 10)
        }
        let one = try run([[3], [4]], [true])
        #expect(one.firstPlace(of: 0)?.value == 1 && one.rankEntropy(of: 0)?.value == 0)
        let equal = try run([[1, 1, 1], [0, 0, 0]], [true, true, true])
        #expect((0..<3).allSatisfy { equal.firstPlace(of: $0)?.value == 1 })
        let empty = try run([[1, nil, 2], [0, nil, nil]], [true, true, true])
        #expect(empty.firstPlace(of: 1) == nil && empty.rankedMembers == 2)
        #expect(throws: WeightFailure.self) { try run([[nil, 1], [nil, 2]], [true, false]) }
        #expect(throws: WeightFailure.valueOutsideDomain(unit: 0, indicator: 1)) {
            try run([[1], [.infinity]], [true])
        }
        #expect(throws: WeightFailure.valueOutsideDomain(unit: 0, indicator: 0)) {
            try run([[.nan], [1]], [true])
        }
    }

    /// An indicator that the space keeps at zero is no observation: a unit with nothing else has no rank.
    @Test func indicatorsWithoutWeightDoNotScore() throws {
        let space = try WeightSpace(flatHierarchy(3), constraints: [.interval(.indicator(2), 0...0)])
        let table = IndicatorTable(columns: [[1, nil, 2], [2, nil, 1], [nil, 5, 3]], units: 3)
        let result = try Acceptability(
            of: WeightedUnits(table, hierarchy: flatHierarchy(3), isReference: [true, true, true]),
            weights: WeightSampler(space, seed: 1), draws: 256)
        #expect(result.firstPlace(of: 1) == nil)
        #expect((result.firstPlace(of: 0)?.count ?? 0) + (result.firstPlace(of: 2)?.count ?? 0) == 256)
    }

    /// Independent draws: the error by blocks is the binomial one, within a third for 200 blocks.
    @Test func errorsByBlocksAgreeWithBinomialOnes() throws {
        let table = randomTable(units: 5, indicators: 4, gaps: 0, seed: 44, step: 1e-6)
        let result = try Acceptability(
            of: WeightedUnits(
                table, hierarchy: flatHierarchy(4), isReference: Array(repeating: true, count: 5)),
            weights: WeightSampler(WeightSpace(flatHierarchy(4)), seed: 2), draws: 200 * 256)
        for unit in 0..<5 {
            let share = try #require(result.firstPlace(of: unit))
            let error = try #require(result.firstPlaceError(of: unit))
            #expect(abs(error - share.standardError) <= share.standardError / 3)
        }
    }

    /// Draws of values that say the same as certain ones give the same counts; unusable ones are refused.
    @Test func uncertainValuesMeetTheWeightsDrawByDraw() throws {
        let hierarchy = nestedHierarchy([2, 2])
        let table = randomTable(units: 8, indicators: 4, gaps: 0.2, seed: 70)
        let members = (0..<8).map { $0 != 5 }
        let sampler = try WeightSampler(WeightSpace(hierarchy), seed: 3)
        let certain = try Acceptability(
            of: WeightedUnits(table, hierarchy: hierarchy, isReference: members), weights: sampler, draws: 300
        )
        func run(_ count: Int, _ draw: @escaping @Sendable (Int) -> Matrix) throws -> Acceptability {
            try Acceptability(
                of: WeightedUnits(
                    ValueDraws(count: count, observed: table.observed, table: draw), hierarchy: hierarchy,
                    isReference: members), weights: sampler, draws: 300)
        }
        let constant = try run(300) { _ in table.values }
        #expect(constant.counts.ranks == certain.counts.ranks)
        #expect(
            try constant.centralWeights().map { $0?.weights } == certain.centralWeights().map { $0?.weights })
        #expect(throws: WeightFailure.self) { try run(299) { _ in table.values } }
        #expect(throws: WeightFailure.self) { try run(300) { _ in Matrix(rows: 8, columns: 3) } }
        #expect(throws: WeightFailure.self) {
            try run(300) { $0 == 299 ? Matrix(rows: 8, columns: 4, repeating: .nan) : table.values }
        }
    }

    @Test func givenWeightsMustBeUsable() throws {
        let complete = try WeightedUnits(
            IndicatorTable(columns: [[1, 2], [2, 1]], units: 2), hierarchy: flatHierarchy(2),
            isReference: [true, true])
        let gap = try WeightedUnits(
            IndicatorTable(columns: [[1, 2], [2, nil]], units: 2), hierarchy: flatHierarchy(2),
            isReference: [true, true])
        func run(_ units: WeightedUnits, _ weights: [Double]) throws -> Int? {
            try Acceptability(of: units, weightDraws: Matrix(rows: 1, columns: weights.count) { weights[$1] })
                .firstPlace(of: 1)?.count
        }
        #expect(try run(complete, [1, 0]) == 1)
        #expect(throws: WeightFailure.self) { try run(gap, [0, 1]) }
        #expect(throws: WeightFailure.self) { try run(complete, [0, 0]) }
        #expect(throws: WeightFailure.self) { try run(complete, [-1, 2]) }
        #expect(throws: WeightFailure.self) { try run(complete, [.nan, 1]) }
        #expect(throws: WeightFailure.self) { try run(complete, [1, 1, 1]) }
    }
}
