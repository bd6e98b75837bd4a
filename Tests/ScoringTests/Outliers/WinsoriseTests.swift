import Foundation
import TestSupport
import Testing

@testable import Scoring

struct WinsoriseTests {
    static func apply(
        _ column: [Double?], isReference: [Bool]? = nil, _ given: [String: MethodArgument] = [:]
    ) throws -> (column: [Double?], report: OutlierTreatment.Report) {
        let choice = try MethodChoice(OutlierTreatment.winsorise.description, given)
        return OutlierTreatment.winsorise.apply(
            column, isReference ?? column.map { _ in true }, choice.arguments)
    }

    static let skewed: [Double?] = (1...10).map { Double($0) } + [30, 100]

    /// Twelve values, two of them outliers: 100 comes down to 30, and if that is not enough, both to 10.
    @Test func twoOutliers() throws {
        let (treated, report) = try Self.apply(Self.skewed)
        #expect(try #require(report.skewnessBefore) >= 2)
        #expect(treated[..<10] == Self.skewed[..<10])
        let step = Moments(of: Array(Self.skewed.compactMap { $0 }.dropLast()) + [30])
        let (skewness, kurtosis) = (try #require(step.skewness), try #require(step.kurtosis))
        let isEnough = skewness < 2 || kurtosis < 3.5
        #expect(treated[10...] == (isEnough ? [30, 30] : [10, 10]))
        #expect(report.winsorisedHigh == (isEnough ? 1 : 2) && report.winsorisedLow == 0)
    }

    /// The mirror image moves at the low end by the same amounts.
    @Test func lowOutliersMirrorHighOnes() throws {
        let high = try Self.apply(Self.skewed)
        let low = try Self.apply(Self.skewed.map { $0.map { -$0 } })
        #expect(low.column == high.column.map { $0.map { -$0 } })
        #expect(low.report.winsorisedLow == high.report.winsorisedHigh && low.report.winsorisedHigh == 0)
    }

    /// Skewness and kurtosis by their definitions: Joanes & Gill (1998), G1 and G2, in plain sums.
    @Test func momentsByDefinition() throws {
        var random = SplitMix(seed: 3)
        for count in [4, 5, 17, 60] {
            let values = (0..<count).map { _ in exp(3 * random.uniform()) }
            let n = Double(count)
            let centre = values.reduce(0, +) / n
            func central(_ power: Double) -> Double { values.reduce(0) { $0 + pow($1 - centre, power) } / n }
            let g1 = central(3) / pow(central(2), 1.5)
            let g2 = central(4) / pow(central(2), 2) - 3
            let moments = Moments(of: values)
            let skewness = (n * (n - 1)).squareRoot() / (n - 2) * g1
            let kurtosis = (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * g2 + 6)
            #expect(abs(try #require(moments.skewness) - skewness) < 1e-10)
            #expect(abs(try #require(moments.kurtosis) - kurtosis) < 1e-10)
        }
    }

    /// Zeros and a few tied ones: pulling the ones in would leave nothing but zeros, so that they stay. COINr's Treat
    /// returns nine of them as they were, too, and stops with an error on three, fewer than its limit of points.
    @Test(arguments: [9, 3])
    func tiesThatWouldCollapseStay(ones: Int) throws {
        let column = Array(repeating: 0.0, count: 82) + Array(repeating: 1, count: ones)
        let (treated, report) = try Self.apply(column)
        #expect(try #require(report.skewnessBefore) >= 2)
        #expect(treated == column)
        #expect(report.action == "none: winsorising would leave a single value")
        #expect(report.winsorisedHigh == 0 && report.winsorisedLow == 0)
    }

    @Test(arguments: [[], [1], [1, 2], [4, 4, 4, 4, 4]] as [[Double]])
    func noMoments(values: [Double]) throws {
        #expect(Moments(of: values).skewness == nil && Moments(of: values).kurtosis == nil)
        let (treated, report) = try Self.apply(values)
        #expect(treated == values && report.action == "none: too few different values")
    }

    @Test func threeValuesHaveSkewnessOnly() {
        let moments = Moments(of: [1, 2, 4])
        #expect(moments.kurtosis == nil && moments.skewness != nil)
    }

    /// Values at the edge of what a double holds.
    @Test func momentsOfHugeValues() throws {
        let moments = Moments(of: [-1e308, 1e307, 2e307, 3e307, 8e307])
        let (skewness, kurtosis) = (try #require(moments.skewness), try #require(moments.kurtosis))
        #expect(skewness.isFinite && kurtosis.isFinite)
    }

    @Test func theCommonCaseIsLeftAlone() throws {
        let column: [Double?] = [1, 2, nil, 3, 4, 5, 6]
        let (treated, report) = try Self.apply(column)
        #expect(treated == column && report.action == "none needed" && report.skewnessAfter == nil)
    }

    /// Forty values near one and eight far from it, each a hundred times the last: moving five is not enough.
    static let hopeless: [Double?] =
        (0..<40).map { 1 + Double($0) / 40 } + (1...8).map { pow(100, Double($0)) }

    @Test func theLogarithmTakesOver() throws {
        let (treated, report) = try Self.apply(Self.hopeless)
        let values = Self.hopeless.compactMap { $0 }
        let (lowest, highest) = (try #require(values.min()), try #require(values.max()))
        let expected = values.map { log($0 - lowest + 0.01 * (highest - lowest)) }
        #expect(try #require(largestDifference(treated, expected)) < 1e-12)
        #expect(report.winsorisedHigh == 0)
        #expect(report.action.hasPrefix("log-shifted: moving 5 values was not enough"))
    }

    @Test func otherwiseNoneLeavesValuesAsTheyWere() throws {
        let (treated, report) = try Self.apply(Self.hopeless, ["otherwise": .word("none")])
        #expect(treated == Self.hopeless)
        #expect(report.action == "none: moving 5 values was not enough")
    }

    @Test func otherwiseBoxCox() throws {
        let (treated, report) = try Self.apply(
            Self.hopeless, ["otherwise": .word("box-cox"), "lambda": .number(0.5)])
        #expect(treated[0] == 0)
        #expect(abs(try #require(treated[40]) - (100.0.squareRoot() - 1) / 0.5) < 1e-12)
        #expect(report.action.hasPrefix("box-cox 0.5: moving 5 values was not enough"))
    }

    @Test func lambdaGoesWithBoxCoxAlone() {
        let description = OutlierTreatment.winsorise.description
        #expect(throws: MethodChoiceError.self) {
            try MethodChoice(description, ["otherwise": .word("box-cox")])
        }
        #expect(throws: MethodChoiceError.self) { try MethodChoice(description, ["lambda": .number(1)]) }
        #expect(throws: MethodChoiceError.self) { try MethodChoice(description, ["points": .number(2.5)]) }
    }

    /// A unit outside the class takes no part in the limits and is held to them at the end that was winsorised.
    @Test func unitsOutsideTheClassAreClipped() throws {
        let inside = try Self.apply(Self.skewed)
        let (treated, report) = try Self.apply(
            Self.skewed + [500, -7, 4], isReference: Self.skewed.map { _ in true } + [false, false, false])
        #expect(Array(treated[..<12]) == inside.column && report == inside.report)
        #expect(Array(treated[12...]) == [inside.column[11], -7, 4])

        let logarithm = try Self.apply(
            Self.hopeless + [-5], isReference: Self.hopeless.map { _ in true } + [false])
        #expect(logarithm.column.last == logarithm.column.first)
    }

    /// Random skewed columns: order is kept up to ties, the class passes or nothing was winsorised, and permuting
    /// units permutes the answer.
    @Test func randomColumns() throws {
        var random = SplitMix(seed: 8)
        var winsorised = 0
        for round in 0..<40 {
            let spread = Double(1 + round % 8)
            let column = (0..<50).map { _ -> Double? in exp(spread * random.uniform() * random.uniform()) }
            let (treated, report) = try Self.apply(column)
            let inOrder = zip(column.compactMap { $0 }, treated.compactMap { $0 }).sorted { $0.0 < $1.0 }.map(
                \.1)
            #expect(inOrder == inOrder.sorted())
            if report.winsorisedHigh + report.winsorisedLow > 0 {
                winsorised += 1
                let skewness = try #require(report.skewnessAfter)
                let kurtosis = try #require(report.kurtosisAfter)
                #expect(abs(skewness) < 2 || kurtosis < 3.5)
            }
            let order = column.indices.shuffled(using: &random)
            let permuted = try Self.apply(order.map { column[$0] })
            #expect(try #require(largestDifference(permuted.column, order.map { treated[$0] })) < 1e-12)
        }
        #expect(winsorised > 5)
    }

    @Test func noTreatmentChangesNothing() {
        let column: [Double?] = [1, nil, 1e9]
        let (treated, report) = OutlierTreatment.none.apply(
            column, [true, true, true], MethodChoice.noTreatment.arguments)
        #expect(treated == column && report == .init(action: "none asked for"))
    }
}
