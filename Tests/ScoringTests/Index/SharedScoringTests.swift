import TestSupport
import Testing

@testable import Scoring

struct SharedScoringTests {
    /// Every combination has the scores, or the reason, that it has by itself.
    @Test(arguments: [false, true]) func scoresAreThoseOfTheIndexBitForBit(hasGaps: Bool) throws {
        var random = SplitMix(seed: 5)
        let columns = (0..<5).map { column in
            (0..<30).map { unit -> Double? in
                hasGaps && unit % 7 == column ? nil : random.uniform() * Double(column + 1)
            }
        }
        let table = IndicatorTable(columns: columns, units: 30)
        let design = IndexDesign(
            indicators: (0..<5).map { IndicatorDesign(id: "i\($0)", moreIsBetter: $0 != 2) },
            dimensions: ["a", "b"], dimensionOf: [0, 0, 0, 1, 1])
        let isReference = (0..<30).map { $0 < 25 }
        let weightings = [
            MethodChoice.equalByDimension, .equalByIndicator, try MethodChoice(Weighting.entropy.description),
            try MethodChoice(Weighting.principalComponents.description),
        ]
        let aggregations = try [
            [MethodChoice.arithmetic], [.geometric], [.arithmetic, .geometric],
            [MethodChoice(Aggregation.topsis.description)], [MethodChoice(Aggregation.copeland.description)],
        ]
        let combinations = weightings.flatMap { weighting in
            aggregations.map { SharedScoring.Combination(weighting: weighting, aggregations: $0) }
        }
        var answered = 0
        for normalisation in [
            MethodChoice.zScore,
            try MethodChoice(Normalisation.minMax.description, ["range": .numbers([1, 100])]),
        ] {
            let method = ScoringMethod(transform: .log1p, normalisation: normalisation)
            let shared = try SharedScoring(
                of: table.columns, design: design, isReference: isReference, method: method
            ).scores(combinations)
            for (combination, result) in zip(combinations, shared) {
                var own = method
                own.weighting = combination.weighting
                own.aggregations = combination.aggregations
                do throws(ScoringFailure) {
                    let index = try CompositeIndex(
                        of: table, design: design, isReference: isReference, method: own)
                    #expect(try result.get() == index.scores)
                    answered += 1
                } catch {
                    #expect(result == .failure(error))
                }
            }
        }
        // With gaps TOPSIS and Copeland refuse; z-scores refuse both geometric means.
        #expect(answered == (hasGaps ? 4 * 1 + 4 * 3 : 4 * 3 + 4 * 5))
    }
}
