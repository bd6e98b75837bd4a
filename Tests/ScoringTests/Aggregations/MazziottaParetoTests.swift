import TestSupport
import Testing

@testable import Scoring

/// De Muro, Mazziotta & Pareto (2011): MPI = M -/+ S cv on values with mean 100 and deviation 10; Mazziotta & Pareto
/// (2016, 2018): the same on values from 70 to 130. No worked figures of the papers are at hand, so the numbers are
/// worked by hand from the formulas.
struct MazziottaParetoTests {
    /// 90, 100, 110, 120: M = 105, S^2 = (225 + 25 + 25 + 225) / 4 = 125, S cv = 125 / 105.
    @Test(arguments: [("negative", -1.0), ("positive", 1)])
    func workedByHand(penalty: String, sign: Double) throws {
        for method in [Aggregation.mazziottaPareto, .adjustedMazziottaPareto] {
            let output = try aggregate(method, [[90, 100, 110, 120]], ["penalty": .word(penalty)])
            #expect(abs(try output.numbers()[0] - (105 + sign * 125 / 105)) < 1e-12)
            #expect(try output.detail("mean") == [105])
            #expect(abs(try #require(try output.detail("penalty")[0]) - 125.0 / 105) < 1e-12)
        }
    }

    /// Raw values 1, 2, 6 and 5, 9, 4 through the pipeline. Mean 3, squares 4 + 1 + 9, s = sqrt(14 / 3); mean 6,
    /// squares 1 + 9 + 4, the same s. With t = 10 / s unit 3 has 100 + 3 t and 100 - 2 t: M = 100 + t / 2 and
    /// S = 5 t / 2.
    @Test func throughThePipeline() throws {
        let normalisation = try MethodChoice(
            Normalisation.zScore.description,
            ["mean": .number(100), "deviation": .number(10), "denominator": .word("n")])
        let index = try Self.index(normalisation, .mazziottaPareto)
        let t = 10 / (14.0 / 3).squareRoot()
        let mean = 100 + t / 2
        let expected = mean - (2.5 * t) * (2.5 * t) / mean
        #expect(abs(try #require(index.scores[2]) - expected) < 1e-11)
        #expect(index.aggregationDetails.map(\.name) == ["mean", "penalty"])
    }

    /// On [70, 130] unit 3 has 130 and 70: M = 100, S = 30, score 100 - 9.
    @Test func adjustedThroughThePipeline() throws {
        let index = try Self.index(try #require(.minMax(70, 130)), .adjustedMazziottaPareto)
        #expect(abs(try #require(index.scores[2]) - 91) < 1e-11)
    }

    /// With goalposts 0 and 10 for both indicators unit 3 has 106 and 94: M = 100, S = 6, score 100 - 0.36.
    @Test func adjustedWithGoalposts() throws {
        let normalisation = try MethodChoice(
            Normalisation.goalposts.description, ["range": .numbers([70, 130])])
        let index = try Self.index(normalisation, .adjustedMazziottaPareto)
        #expect(abs(try #require(index.scores[2]) - 99.64) < 1e-11)
    }

    static func index(_ normalisation: MethodChoice, _ method: Aggregation) throws -> CompositeIndex {
        try CompositeIndex(
            of: IndicatorTable(columns: [[1, 2, 6], [5, 9, 4]], units: 3),
            design: IndexDesign(
                indicators: ["a", "b"].map { IndicatorDesign(id: $0, goalposts: .init(worst: 0, best: 10)) },
                dimensions: ["d"], dimensionOf: [0, 0]), isReference: [true, true, true],
            method: ScoringMethod(
                normalisation: normalisation, aggregations: [MethodChoice(standard: method.description)]))
    }

    @Test func otherScalesAreRefused() throws {
        let sample = try MethodChoice(
            Normalisation.zScore.description, ["mean": .number(100), "deviation": .number(10)])
        for (normalisation, method) in [
            (MethodChoice.zScore, Aggregation.mazziottaPareto), (sample, .mazziottaPareto),
            (try #require(.minMax(70, 130)), .mazziottaPareto), (.unitRange, .adjustedMazziottaPareto),
        ] {
            #expect {
                try Self.index(normalisation, method)
            } throws: { error in
                if case ScoringFailure.inadmissible = error { true } else { false }
            }
        }
    }

    /// The weighted form is the unweighted one of a table in which each column stands as often as its weight says.
    @Test func weightsActLikeRepeatedIndicators() throws {
        var generator = SplitMix(seed: 3)
        let rows = randomRows(12, 3, using: &generator).map { $0.map { 70 + 60 * $0 } }
        let weighted = try aggregate(.adjustedMazziottaPareto, rows, weights: [3, 1, 2]).scores
        let repeated = try aggregate(
            .adjustedMazziottaPareto, rows.map { [$0[0], $0[0], $0[0], $0[1], $0[2], $0[2]] }
        ).scores
        #expect(try #require(largestDifference(weighted, repeated)) < 1e-13)
    }

    /// The property that is denied: 70 on four indicators and 128, then 130, on the fifth.
    @Test func aHigherValueCanLowerTheScore() throws {
        let scores = try aggregate(
            .adjustedMazziottaPareto, [[70, 70, 70, 70, 128], [70, 70, 70, 70, 130]]
        ).numbers()
        #expect(scores[1] < scores[0])
    }

    @Test func balancedUnitsHaveNoPenaltyAndOthersFallBelowTheMean() throws {
        let output = try aggregate(.mazziottaPareto, [[103, 103, 103], [93, 103, 113]])
        #expect(abs(try output.numbers()[0] - 103) < 1e-12)
        #expect(try output.numbers()[1] < 103)
    }

    @Test func aMeanThatIsNotAboveZeroHasNoCoefficientOfVariation() {
        #expect(throws: ScoringFailure.self) { try aggregate(.mazziottaPareto, [[100, 100], [-200, 100]]) }
    }
}
