import Dyads
import DyadicModels
import Testing

struct DyadRankingTests {
    /// Scores of AAA-BBB, AAA-CCC, BBB-CCC in the class, and of AAA-DDD outside it.
    func ranking(outside: Double?, tieTolerance: Double = 1e-9) throws -> DyadRanking {
        DyadRanking(
            dyads: try ["AAA-BBB", "AAA-CCC", "BBB-CCC", "AAA-DDD"].map { try #require(Dyad($0)) },
            isInClass: [true, true, true, false], scores: [2, 1, 0, outside], tieTolerance: tieTolerance)
    }

    static let places: [(Double, Int)] = [
        (1.999999999999, 1), (2.000000000001, 1), (2.5, 1), (1.999999, 2), (0.999999999999, 2),
        (0.999999, 3), (-1, 4),
    ]

    /// A difference of rounding is a tie inside the class and outside it.
    @Test(arguments: places)
    func thePlaceFromOutsideFollowsTheRuleOfTheRanks(score: Double, place: Int) throws {
        #expect(try ranking(outside: score).placeInClass(of: 3) == place)
    }

    /// A wide tolerance makes the difference visible: 1.9 shares the first place with 2, and 1.7 does not.
    @Test func theToleranceIsTheStudys() throws {
        #expect(try ranking(outside: 1.9, tieTolerance: 0.1).placeInClass(of: 3) == 1)
        #expect(try ranking(outside: 1.9, tieTolerance: 0.1).ranking(joinedBy: 3).tieSizes == [2, 1, 1, 2])
        #expect(try ranking(outside: 1.7, tieTolerance: 0.1).placeInClass(of: 3) == 2)
    }

    @Test func membersHaveTheirRankAndPairsWithoutAScoreNoPlace() throws {
        let ranking = try ranking(outside: nil)
        #expect((0..<4).map { ranking.placeInClass(of: $0) } == [1, 2, 3, nil])
    }
}
