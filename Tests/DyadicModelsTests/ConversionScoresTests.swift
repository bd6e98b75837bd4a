import Dyads
import DyadicModels
import Testing

struct ConversionScoresTests {
    static let dyads = ["AAA-BBB", "AAA-CCC", "BBB-CCC", "AAA-DDD"].compactMap { Dyad($0) }

    func scores(_ counts: [Double?], input: [Double?] = [1, 1, 1, 1]) throws -> ConversionScores {
        try ConversionScores(
            Production(
                dyads: Self.dyads, isInClass: [true, true, true, false], input: input,
                inputIndicators: ["talks"], outputs: [("pacts", counts)]), tieTolerance: 1e-9)
    }

    /// Counts that vary no more than chance have one rate, and everybody shares the first place.
    @Test func aCommonRateIsATie() throws {
        let scores = try scores([2, 2, 2, 9])
        #expect(scores.conversion.priors == [.common(rate: 2)])
        #expect(scores.ranking.scores == [2, 2, 2, 2])
        #expect(scores.ranking.classRanking.ranks == [1, 1, 1, nil])
        #expect(scores.ranking.classRanking.tieSizes.first == 3)
    }

    @Test func missingContactsOrCountsHaveNoScore() throws {
        let scores = try scores([2, nil, 2, 9], input: [1, 1, nil, 1])
        #expect(scores.ranking.scores.map { $0 == nil } == [false, true, true, false])
        #expect(scores.conversion.outcomes[1] == .missing(reason: "an output is not observed"))
        #expect(scores.conversion.outcomes[2] == .missing(reason: "contact is not observed"))
        #expect(scores.production.complete == [0, 3])
    }

    @Test func failuresNameTheDyadAndTheIndicator() {
        #expect(throws: Absence("pacts of AAA-CCC is 2.5, and shrinkage needs whole counts")) {
            try scores([2, 2.5, 2, 9])
        }
        #expect(throws: Absence("pacts is zero for every dyad of the class")) { try scores([0, 0, 0, 9]) }
        #expect(throws: Absence("pacts is observed for no dyad of the class with contacts")) {
            try scores([nil, nil, nil, 9])
        }
        #expect(throws: Absence("the contacts of BBB-CCC are negative or not finite")) {
            try scores([1, 1, 1, 1], input: [1, 1, -1, 1])
        }
    }
}
