import Testing

@testable import Scoring

/// What less is better means, method by method; worked by hand on 2, 4, 8.
struct DirectionTests {
    static let column: [Double?] = [2, 4, 8]
    static let less = IndicatorDesign(
        id: "x", moreIsBetter: false, goalposts: Goalposts(worst: 10, best: 2), reference: 4)

    static let cases: [(method: Normalisation, given: [String: MethodArgument], expected: [Double])] = [
        (.distanceToBest, [:], [1, 0.5, 0.25]),
        (.distanceToBest, ["form": .word("difference")], [0, -1, -3]),
        (.distanceToBest, ["form": .word("range")], [1, 4.0 / 6, 0]),
        (.distanceToWorst, [:], [4, 2, 1]),
        (.distanceToWorst, ["form": .word("difference")], [0.75, 0.5, 0]),
        (.distanceToReference, ["reference": .word("given")], [2, 1, 0.5]),
        (
            .distanceToReference, ["reference": .word("given"), "form": .word("difference")],
            [0.5, 0, -1]
        ),
        (.distanceToReference, ["reference": .word("given"), "form": .word("range")], [1.5, 1, 0]),
        (.goalposts, [:], [1, 0.75, 0.25]),
        (.aboveBelowMean, [:], [1, 0, -1]),
        (.borda, [:], [2, 1, 0]),
        (.integerRank, [:], [3, 2, 1]),
        (.percentile, [:], [100, 200.0 / 3, 100.0 / 3]),
    ]

    @Test(arguments: cases.indices)
    func lessIsBetter(place: Int) throws {
        let (method, given, expected) = Self.cases[place]
        let choice = try MethodChoice(method.description, given)
        let result = try choice.normalised(Self.column, design: Self.less)
        #expect(try #require(largestDifference(result, expected)) < 1e-14, "\(choice.name)")
    }

    @Test func goalpostsCapOrGoOn() throws {
        let design = IndicatorDesign(id: "x", goalposts: Goalposts(worst: 0, best: 4))
        let on = try MethodChoice(Normalisation.goalposts.description, ["range": .numbers([0, 100])])
        let off = try MethodChoice(
            Normalisation.goalposts.description, ["range": .numbers([0, 100]), "caps": .word("off")])
        #expect(try on.normalised([-1, 1, nil, 8], design: design) == [0, 25, nil, 100])
        #expect(try off.normalised([-1, 1, nil, 8], design: design) == [-25, 25, nil, 200])
    }

    @Test(
        arguments: [
            (IndicatorDesign(id: "x"), "it has no goalposts"),
            (
                IndicatorDesign(id: "x", goalposts: Goalposts(worst: 5, best: 1)),
                "more is better, but its best goalpost is below its worst"
            ),
            (
                IndicatorDesign(id: "x", moreIsBetter: false, goalposts: Goalposts(worst: 1, best: 5)),
                "less is better, but its best goalpost is above its worst"
            ),
        ])
    func goalpostsThatDoNotFit(design: IndicatorDesign, reason: String) {
        #expect(throws: Normalisation.Failure.undefined(reason: reason)) {
            try MethodChoice(Normalisation.goalposts.description).normalised([1, 2], design: design)
        }
    }

    @Test func aReferenceValueHasToBeGiven() throws {
        let choice = try MethodChoice(
            Normalisation.distanceToReference.description, ["reference": .word("given")])
        #expect(throws: Normalisation.Failure.undefined(reason: "it has no reference value")) {
            try choice.normalised([1, 2])
        }
    }

    /// Units outside the class are measured by it and go beyond its range.
    @Test func unitsOutsideTheClass() throws {
        let isReference = [true, true, true, false, false]
        func result(_ method: Normalisation, _ given: [String: MethodArgument] = [:]) throws -> [Double?] {
            try MethodChoice(method.description, given).normalised(
                [2, 4, 8, 16, 1], isReference: isReference)
        }
        #expect(try result(.distanceToBest).suffix(2) == [2, 0.125])
        #expect(try result(.integerRank).suffix(2) == [4, 1])
        #expect(try result(.zavadskasTurskis).suffix(2) == [2, 0.125])
        #expect(try result(.categorical).suffix(2) == [100, 40])
    }
}
