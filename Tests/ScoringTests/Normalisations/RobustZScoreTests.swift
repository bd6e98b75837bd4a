import Testing

@testable import Scoring

struct RobustZScoreTests {
    static let robustZ = MethodChoice(standard: Normalisation.robustZ.description)

    /// 1, 2, 4, 7, 100: median 4, deviations 3, 2, 0, 3, 96 with median 3.
    @Test func workedByHand() throws {
        let scores = try Self.robustZ.normalised([1, 2, 4, 7, 100])
        for (score, distance) in zip(scores, [-3, -2, 0, 3, 96] as [Double]) {
            #expect(abs(try #require(score) - distance / (1.4826 * 3)) < 1e-14)
        }
        let turned = try Self.robustZ.normalised(
            [1, 2, 4, 7, 100], design: IndicatorDesign(id: "x", moreIsBetter: false))
        #expect(turned == scores.map { $0.map { -$0 } })
    }

    /// An even number of values: the median is the middle of the middle two.
    @Test func evenCount() throws {
        // Median 3.5, deviations 2.5, 0.5, 0.5, 4.5 with median 1.5.
        let scores = try Self.robustZ.normalised([1, 3, 4, 8])
        #expect(abs(try #require(scores[0]) + 2.5 / (1.4826 * 1.5)) < 1e-14)
    }

    /// Just under half of the class may go anywhere.
    @Test func outliersMoveNobodyFar() throws {
        let clean = try Self.robustZ.normalised([1, 2, 3, 4, 5, 6, 7, 8, 9])
        let dirty = try Self.robustZ.normalised([1, 2, 3, 4, 5, 1e6, 1e7, 1e8, 1e9])
        for (left, right) in zip(clean.prefix(5), dirty.prefix(5)) {
            #expect(abs(try #require(left) - (try #require(right))) < 1.5)
        }
    }

    @Test func halfOfTheClassOnOneValueIsRefused() {
        #expect {
            try Self.robustZ.normalised([5, 5, 5, 1, 9])
        } throws: { error in
            guard case Normalisation.Failure.undefined(let reason) = error else { return false }
            return reason.contains("absolute deviation is 0")
        }
    }
}
