import Testing

@testable import Scoring

struct RankingTests {
    @Test func tiesShareTheBetterRank() {
        let ranking = Ranking(scores: [1, 3, 3, 2], isRanked: [true, true, true, true], tieTolerance: 1e-9)
        #expect(ranking.ranks == [4, 1, 1, 3])
        #expect(ranking.tieSizes == [1, 2, 2, 1])
        #expect(ranking.leaders == [1, 2])
    }

    @Test func unrankedAndMissingUnitsHaveNoRank() {
        let ranking = Ranking(
            scores: [9, nil, 1, 5], isRanked: [false, true, true, true], tieTolerance: 1e-9)
        #expect(ranking.ranks == [nil, nil, 2, 1])
    }

    /// Each step is within the tolerance of its neighbour, but only two are within that of the first member.
    @Test func aRunOfSmallStepsIsNotOneTie() {
        let ranking = Ranking(
            scores: [100, 94, 88, 82, 0], isRanked: Array(repeating: true, count: 5), tieTolerance: 0.1)
        #expect(ranking.ranks == [1, 1, 3, 3, 5])
    }

    /// COINr's changelog names ranks of rounded scores as a bug: these differ in the tenth digit.
    @Test func fullPrecisionDecides() {
        let ranking = Ranking(
            scores: [0.50000000019, 0.5, 0], isRanked: [true, true, true], tieTolerance: 1e-10)
        #expect(ranking.ranks == [1, 2, 3])
    }

    @Test func allEqualIsOneTie() {
        #expect(
            Ranking(scores: [2, 2, 2], isRanked: [true, true, true], tieTolerance: 1e-9).ranks == [1, 1, 1])
    }

    /// Scores of zero but for rounding: their range says nothing, the terms that cancelled do.
    @Test func roundingIsATieBesideTheTermsThatWereSummed() {
        let (scores, all) = ([1e-17, 0, -2e-17], [true, true, true])
        #expect(
            Ranking(scores: scores, isRanked: all, tieTolerance: 1e-9, magnitude: 1).ranks == [1, 1, 1])
        #expect(Ranking(scores: scores, isRanked: all, tieTolerance: 1e-9).ranks == [1, 2, 3])
        #expect(
            Ranking(scores: [1e6, 1e6 + 1e-9], isRanked: [true, true], tieTolerance: 1e-9).ranks == [1, 1])
        #expect(
            Ranking(scores: [1, 1 + 1e-12], isRanked: [true, true], tieTolerance: 1e-9).ranks == [2, 1])
    }

    @Test func nothingToRank() {
        #expect(Ranking(scores: [], isRanked: [], tieTolerance: 1e-9).ranks.isEmpty)
    }

    /// The range of these scores is beyond that of numbers; everything tied once.
    @Test func scoresAtBothEndsOfTheRange() {
        for tolerance in [0, 1e-9] {
            let ranking = Ranking(
                scores: [-1.7e308, 1.7e308, 0], isRanked: [true, true, true], tieTolerance: tolerance)
            #expect(ranking.ranks == [3, 1, 2])
            #expect(ranking.tieSizes == [1, 1, 1])
        }
        let overflown = Ranking(
            scores: [1, 2], isRanked: [true, true], tieTolerance: 1e-9, magnitude: .infinity)
        #expect(overflown.ranks == [2, 1])
    }
}
