import Numerics
import Testing

@testable import Scoring

extension MethodChoice {
    /// The column normalised by the method of this name.
    func normalised(
        _ column: [Double?], isReference: [Bool]? = nil, design: IndicatorDesign = IndicatorDesign(id: "x")
    ) throws -> [Double?] {
        try #require(MethodTable.normalisation(self)).apply(
            .init(column: column, isReference: isReference ?? column.map { _ in true }, design: design),
            arguments)
    }
}

struct NormalisationTests {
    @Test func zScoreDividesByTheSampleDeviation() throws {
        // 2, 4, 9: mean 5, squared deviations 9 + 1 + 16 = 26, n - 1 = 2, s = sqrt 13.
        let scores = try MethodChoice.zScore.normalised([2, 4, 9])
        #expect(
            try #require(scores[2]).isApproximatelyEqual(to: 4 / 13.0.squareRoot(), relativeTolerance: 1e-15))
    }

    @Test func unitsOutsideTheClassFitNothing() throws {
        let scores = try #require(MethodChoice.minMax(1, 100)).normalised(
            [0, 10, 20, nil], isReference: [true, true, false, true])
        #expect(scores == [1, 100, 199, nil])
    }

    @Test func ranksShareTheMiddle() throws {
        let scores = try MethodChoice.rankNormalisation.normalised([5, 1, 5, 3])
        // Two below and half of the one other tie: 2.5 of 3.
        let (high, low): (Double, Double) = (2.5 / 3, 1.0 / 3)
        #expect(scores == [high, 0, high, low])
    }

    @Test(arguments: [MethodChoice.zScore, .rankNormalisation, .unitRange])
    func aConstantColumnHasNoScale(method: MethodChoice) {
        #expect(throws: Normalisation.Failure.self) {
            try method.normalised([3, 3, nil, 7], isReference: [true, true, true, false])
        }
        #expect(throws: Normalisation.Failure.self) { try method.normalised([3, nil, nil]) }
    }
}
