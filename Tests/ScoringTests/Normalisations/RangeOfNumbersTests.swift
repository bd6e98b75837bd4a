import Testing

@testable import Scoring

/// Values near the ends of the range of numbers: the same answer as for ordinary ones, or a reason.
struct RangeOfNumbersTests {
    @Test(arguments: [1e200, 1e-200, 1e-160, 5e307])
    func zScoresDoNotDependOnTheScale(scale: Double) throws {
        let column: [Double?] = [1 * scale, 2 * scale, 3 * scale]
        let scores = try MethodChoice.zScore.normalised(column)
        #expect(try #require(largestDifference(scores, [-1, 0, 1])) < 1e-15)
        #expect(abs(mean(column.compactMap { $0 }) / scale - 2) < 1e-15)
        #expect(abs(standardDeviation(column.compactMap { $0 }) / scale - 1) < 1e-15)
    }

    /// The plain formulas, to the last bit, wherever they do not leave the range.
    @Test func ordinaryValuesAreNotScaled() {
        let values = [0.1, 17.3, -4.7, 1e5, 2e-9]
        let centre = values.reduce(0, +) / 5
        #expect(mean(values) == centre)
        let squares = values.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
        #expect(standardDeviation(values) == (squares / 4).squareRoot())
    }

    @Test func meansThatOverflowAsSumsAreFoundAllTheSame() throws {
        let column: [Double?] = [1e308, 1.5e308, 0.5e308]
        for (name, expected) in [
            ("distance-to-reference", [1, 1.5, 0.5]), ("above-below-mean", [0, 1, -1]),
        ] {
            let method = try #require(MethodTable.normalisations.first { $0.description.id == name })
            let scores = try MethodChoice(standard: method.description).normalised(column)
            #expect(try #require(largestDifference(scores, expected)) < 1e-14, "\(name)")
        }
        let scaled = try PreparedTable(
            [column], units: 3, design: CompositeIndexTests.design([0]),
            isReference: [true, true, true],
            method: ScoringMethod(scaling: .classMean, normalisation: .unitRange)
        ).filled.column(0)
        #expect(try #require(largestDifference(scaled, [1, 1.5, 0.5])) < 1e-14)
    }

    @Test func sumsThatOverflowAreRefused() throws {
        let reason = Normalisation.Failure.undefined(reason: "it needs values whose sums stay finite")
        let sum = MethodChoice(standard: Normalisation.shareOfSum.description)
        #expect(throws: reason) { try sum.normalised([1e308, 1.5e308, 1]) }
        #expect(throws: reason) {
            try sum.normalised(
                [.leastNonzeroMagnitude, 1, 2], design: IndicatorDesign(id: "x", moreIsBetter: false))
        }
        let accuracy = MethodChoice(standard: Normalisation.enhancedAccuracy.description)
        #expect(throws: reason) { try accuracy.normalised([-1e308, 1e307, 2e307, 1e308]) }
        #expect(throws: reason) { try MethodChoice.zScore.normalised([-1.7e308, 1.7e308]) }
    }
}
