import Scoring
import Testing

@testable import Uncertainty

struct SpecificationTests {
    private func profile(_ scores: [Double?]) -> ScoreProfile {
        ScoreProfile(
            scores: scores,
            ranking: Ranking(scores: scores, isRanked: scores.map { _ in true }, tieTolerance: 1e-9))
    }

    @Test func zeroPointAndUnitOfAScoreAreNoDifference() {
        let scores: [Double?] = [0.3, nil, 0.9, 0.1, 0.3]
        let moved = scores.map { $0.map { 100 + 7 * $0 } }
        #expect(profile(scores).isSame(as: profile(moved), tolerance: 1e-9))
        // The other way round, with another unit missing, or bent.
        #expect(!profile(scores).isSame(as: profile(scores.map { $0.map { -$0 } }), tolerance: 1e-9))
        #expect(!profile(scores).isSame(as: profile([nil, 0.3, 0.9, 0.1, 0.3]), tolerance: 1e-9))
        #expect(!profile(scores).isSame(as: profile(scores.map { $0.map { $0 * $0 } }), tolerance: 1e-9))
        #expect(profile(scores).ranks == [2, 0, 1, 4, 2])
    }

    /// Mean 2 and standard deviation 1 of 1, 2, 3.
    @Test func standardisedByTheClass() {
        #expect(profile([1, 2, 3, nil]).standardised == [-1, 0, 1, 0])
        #expect(profile([5, 5]).standardised == [0, 0])
        #expect(profile([5]).standardised == [0])
        #expect(profile([]).ranks == [])
    }

    /// One step moves a standardised score by 0.00017, two by 0.00034: the second is the first's kind, the third is not,
    /// although it is as near to the second.
    @Test func comparedWithTheFirstOfAKind() {
        let step = 0.6e-3
        let profiles = [0, step, 2 * step].map { profile([1, 2 + $0, 4, 7]) }
        #expect(DistinctProfiles(profiles, tolerance: 0.25e-3).firstOfKind == [0, 0, 2])
        #expect(DistinctProfiles(profiles).firstOfKind == [0, 1, 2])
        #expect(DistinctProfiles([profile([1, 2]), profile([2, 1]), profile([3, 9])]).distinct == [0, 1])
        #expect(DistinctProfiles([]).distinct == [])
    }

    /// Ranks of three units under four specifications, the last without unit 2.
    @Test func mediansAndTheJointTestByHand() throws {
        let counts = RankCounts(units: 3, ranks: [[1, 2, 3], [2, 1, 3], [3, 1, 2], [2, 1, 0]])
        #expect(counts.counts(of: 0) == [1, 2, 1])
        #expect((0..<3).map(counts.median) == [2, 1, 3])
        let test = try #require(JointRankTest(counts, target: 0))
        #expect(test.atLeastAsGood == 2 && test.classSize == 3)
        #expect(test.pValue == 2.0 / 3)
        #expect(JointRankTest(counts, target: 1)?.pValue == 1.0 / 3)
        #expect(JointRankTest(counts, target: 2)?.pValue == 1)
        #expect(RankCounts(units: 2, ranks: [[1, 2], [2, 1]]).median(of: 0) == 1.5)
        let empty = RankCounts(units: 2, ranks: [])
        #expect(empty.median(of: 0) == nil && JointRankTest(empty, target: 0) == nil)
    }

    /// Under any ranks, at most a share a of the units has p <= a: the test is level whoever the target is.
    @Test func noMoreThanAShareOfTheClassIsAtOrBelowIt() {
        let ranks: [[Int32]] = [[1, 1, 3, 4, 5, 6], [2, 1, 2, 6, 5, 4], [1, 3, 2, 4, 6, 5]]
        let counts = RankCounts(units: 6, ranks: ranks)
        let values = (0..<6).compactMap { JointRankTest(counts, target: $0)?.pValue }
        for level in values { #expect(values.count { $0 <= level } <= Int((6 * level).rounded())) }
        #expect(values.min().map { $0 >= 1.0 / 6 } == true)
    }
}
