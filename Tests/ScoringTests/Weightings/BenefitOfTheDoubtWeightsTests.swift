import LinearAlgebra
import TestSupport
import Testing

@testable import Scoring

struct BenefitOfTheDoubtWeightsTests {
    static func index(
        _ columns: [[Double?]], isReference: [Bool]? = nil, groups: [Int]? = nil,
        normalisation: MethodChoice = .unitRange, aggregations: [MethodChoice] = [.arithmetic],
        _ given: [String: MethodArgument] = [:]
    ) throws -> CompositeIndex {
        let units = columns[0].count
        let groups = groups ?? columns.map { _ in 0 }
        return try CompositeIndex(
            of: IndicatorTable(columns: columns, units: units),
            design: IndexDesign(
                indicators: columns.indices.map { IndicatorDesign(id: "i\($0)") },
                dimensions: Set(groups).sorted().map { "d\($0)" }, dimensionOf: groups),
            isReference: isReference ?? Array(repeating: true, count: units),
            method: ScoringMethod(
                normalisation: normalisation,
                weighting: try MethodChoice(Weighting.benefitOfTheDoubt.description, given),
                aggregations: aggregations, tieTolerance: 1e-7))
    }

    /// OECD/JRC Handbook (2008), Table 23, with the limits of note 29 on weights of indicators normalised by min-max:
    /// all 23 ranks, with the tie of three at the top.
    @Test func handbookTable23() throws {
        let columns = try referenceColumns("tai-weighting/input.csv", HandbookTable18Tests.indicators)
        let index = try Self.index(
            columns.map { $0.map { Optional($0) } },
            ["limits": .word("weights"), "lower": .number(0.10), "upper": .number(0.15)])
        let ranking = Ranking(
            scores: index.scores, isRanked: index.scores.map { _ in true }, tieTolerance: 1e-7)
        let expected = try HandbookTable23Tests.rows("expected.csv", ["rank_BOD"])
        let printed = try HandbookTable23Tests.countries().map { try #require(expected[$0])[0] }
        #expect(ranking.ranks.map { Double($0 ?? 0) } == printed)
    }

    /// The index of a tree of groups is the weighted sum that the program maximises.
    @Test(arguments: 1...5)
    func scoresAreThoseOfTheProgram(seed: UInt64) throws {
        let table = WeightingCase.random(seed: seed, units: 12, indicators: 4)
        let index = try Self.index(table.columns, groups: [0, 1, 0, 1])
        let program = try BenefitOfTheDoubt(
            of: index.normalised.values, isReference: Array(repeating: true, count: 12))
        #expect(areNear(index.scores, program.scores, 1e-12))
        #expect(index.scores.contains { isNear($0, 1, 1e-12) })
        // Whoever is best on an indicator scores one.
        for column in table.columns {
            let best = try #require(column.firstIndex(of: column.compactMap { $0 }.max()))
            #expect(isNear(index.scores[best], 1, 1e-9))
        }
        // No common weights put a unit higher in relation to the best.
        var generator = SplitMix(seed: seed)
        for _ in 0..<200 {
            let weights = (0..<4).map { _ in generator.uniform() }
            let sums = (0..<12).map { unit in
                zip(weights, index.normalised.values.row(unit)).map { $0 * $1 }.reduce(0, +)
            }
            for unit in 0..<12 { #expect(sums[unit] / (sums.max() ?? 1) <= (index.scores[unit] ?? 0) + 1e-9) }
        }
    }

    @Test func aUnitThatHasNothingScoresZero() throws {
        let index = try Self.index([[0, 1, 2], [0, 3, 1]])
        #expect(index.scores[0] == 0)
        #expect(areNear(index.scores, [0, 1, 1], 1e-12))
    }

    /// Min-max gives the lowest unit a zero, of which no share of a score can be made.
    @Test func aLowerLimitOnContributionsTurnsAZeroIntoAScoreOfZero() throws {
        let index = try Self.index([[0, 1, 2], [5, 3, 1]], ["lower": .number(0.2)])
        #expect(index.scores[0] == 0 && index.scores[2] == 0)
        #expect(isNear(index.scores[1], 1, 1e-9))
    }

    @Test func oneIndicatorIsItself() throws {
        #expect(areNear(try Self.index([[0, 1, 4]]).scores, [0, 0.25, 1], 1e-12))
    }

    @Test(arguments: [
        (MethodChoice.zScore, MethodChoice.arithmetic, "below zero"),
        (.unitRange, .geometric, "suit no other mean"),
    ])
    func whatDoesNotGoTogetherIsRefused(
        normalisation: MethodChoice, aggregation: MethodChoice, fragment: String
    ) {
        #expect {
            try Self.index(
                [[0, 1, 2], [5, 3, 1]], normalisation: normalisation, aggregations: [aggregation])
        } throws: {
            isRefusal($0, fragment)
        }
    }

    @Test func gapsAreRefused() {
        #expect {
            try Self.index([[0, 1, 2], [5, nil, 1]])
        } throws: {
            isRefusal($0, "pass over what it lacks")
        }
    }

    @Test func limitsThatNoWeightsKeepAreRefused() {
        #expect {
            try Self.index([[0, 1, 2], [5, 3, 1]], ["upper": .number(0.4)])
        } throws: {
            isRefusal($0, "shares sum to one")
        }
        #expect {
            try Self.index([[0, 1, 2], [5, 3, 1]], ["upper": .number(0.4), "lower": .number(0.5)])
        } throws: {
            isRefusal($0, "must not be above")
        }
    }

    /// A unit outside the class may lie below the class's lowest.
    @Test func negativeValuesOutsideTheClassAreNamed() {
        #expect(
            throws: ScoringFailure.valueOutsideDomain(
                indicator: 1, unit: 3, need: "normalised values that are not negative, also outside the class"
            )
        ) {
            try Self.index([[0, 1, 2, 1], [5, 3, 1, 0]], isReference: [true, true, true, false])
        }
    }
}
