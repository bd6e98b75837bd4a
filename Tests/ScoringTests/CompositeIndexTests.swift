import Foundation
import Numerics
import Testing

@testable import Scoring

struct CompositeIndexTests {
    static func method(
        _ normalisation: MethodChoice? = .unitRange, scaling: Scaling = .none,
        transform: MethodChoice = .identity, weighting: MethodChoice = .equalByDimension,
        aggregation: MethodChoice = .arithmetic
    ) throws -> ScoringMethod {
        ScoringMethod(
            scaling: scaling, transform: transform, normalisation: try #require(normalisation),
            weighting: weighting, aggregations: [aggregation])
    }

    static func design(_ dimensionOf: [Int], moreIsBetter: Bool = true) -> IndexDesign {
        IndexDesign(
            indicators: dimensionOf.indices.map { IndicatorDesign(id: "i\($0)", moreIsBetter: moreIsBetter) },
            dimensions: Set(dimensionOf).sorted().map { "d\($0)" }, dimensionOf: dimensionOf)
    }

    /// Three units, dimension 0 with two indicators, dimension 1 with one; values already on [0, 1].
    static let columns: [[Double?]] = [[0, 1, 0.5], [1, 0, nil], [0, 0.25, 1]]

    static func index(_ method: ScoringMethod, columns: [[Double?]] = columns) throws -> CompositeIndex {
        try CompositeIndex(
            of: IndicatorTable(columns: columns, units: 3), design: design([0, 0, 1]),
            isReference: [true, true, true], method: method)
    }

    /// Worked by hand: (0 + 1)/2 and 0; (1 + 0)/2 and 0.25; the third unit's dimension 0 is its one observation.
    @Test func arithmeticMeanOfDimensionMeans() throws {
        let index = try Self.index(try Self.method())
        let expected = [0.25, 0.375, 0.75]
        for (score, value) in zip(index.scores, expected) {
            #expect(try #require(score).isApproximatelyEqual(to: value, absoluteTolerance: 1e-15))
        }
        #expect(index.observedWeight == [1, 1, 0.75])
        #expect(index.nominalWeights == [0.25, 0.25, 0.5])
        #expect(index.effectiveWeights.row(2) == [0.5, 0, 0.5])
    }

    @Test func equalIndicatorWeightsCountIndicators() throws {
        let index = try Self.index(
            Self.method(weighting: .equalByIndicator), columns: [[0, 1, 0.5], [1, 0, 0.5], [0, 0.25, 1]])
        #expect(try #require(index.scores[1]).isApproximatelyEqual(to: 1.25 / 3, absoluteTolerance: 1e-15))
    }

    /// On [1, 100] unit 1 has 100, 1 and 25.75: sqrt(sqrt(100 * 1) * 25.75).
    @Test func geometricMean() throws {
        let index = try Self.index(try Self.method(.minMax(1, 100), aggregation: .geometric))
        let expected = (10.0 * 25.75).squareRoot()
        #expect(try #require(index.scores[1]).isApproximatelyEqual(to: expected, relativeTolerance: 1e-14))
        let logarithm = try #require(index.contributions).row(1).reduce(0, +)
        #expect(exp(logarithm).isApproximatelyEqual(to: expected, relativeTolerance: 1e-14))
    }

    @Test(arguments: [MethodChoice.arithmetic, .geometric])
    func contributionsSumToTheScore(aggregation: MethodChoice) throws {
        let index = try Self.index(try Self.method(.minMax(1, 100), aggregation: aggregation))
        for unit in 0..<3 {
            let sum = try #require(index.contributions).row(unit).reduce(0, +)
            let score = try #require(index.scores[unit])
            #expect(
                (aggregation == .geometric ? exp(sum) : sum).isApproximatelyEqual(
                    to: score, relativeTolerance: 1e-14))
            #expect(
                index.effectiveWeights.row(unit).reduce(0, +).isApproximatelyEqual(
                    to: 1, relativeTolerance: 1e-15))
        }
    }

    @Test func aUnitWithoutObservationsHasNoScore() throws {
        let index = try Self.index(try Self.method(), columns: [[0, 1, nil], [1, 0, nil], [0, 1, nil]])
        #expect(index.scores[2] == nil)
        #expect(index.observedWeight[2] == 0)
    }

    /// z-scores of logarithms do not depend on the unit of measurement only because of the class mean.
    @Test func scalingByTheClassMeanRemovesTheUnit() throws {
        let method = try Self.method(.zScore, scaling: .classMean, transform: .log1p)
        let kilometres: [[Double?]] = [[1, 20, 300], [5, 1, 9], [2, 2, 8]]
        let metres = kilometres.map { $0.map { $0.map { $0 * 1000 } } }
        let a = try Self.index(method, columns: kilometres).scores
        let b = try Self.index(method, columns: metres).scores
        for (left, right) in zip(a, b) {
            #expect(
                try #require(left).isApproximatelyEqual(to: try #require(right), absoluteTolerance: 1e-12))
        }
    }

    @Test func lessIsBetterWhereTheDirectionSaysSo() throws {
        let index = try CompositeIndex(
            of: IndicatorTable(columns: [[1, 2, 3]], units: 3), design: Self.design([0], moreIsBetter: false),
            isReference: [true, true, true], method: try Self.method())
        #expect(index.scores == [1, 0.5, 0])
    }

    @Test(arguments: [MethodChoice.zScore, .rankNormalisation, .unitRange])
    func geometricMeansOfValuesThatReachZeroAreRefused(normalisation: MethodChoice) {
        func objections(_ aggregation: MethodChoice) -> [Admissibility.Objection] {
            Admissibility.objections(
                to: ScoringMethod(normalisation: normalisation, aggregations: [aggregation]), hasGaps: false)
        }
        #expect(objections(.geometric).count == 1)
        #expect(objections(.arithmetic).isEmpty)
        #expect {
            try Self.index(try Self.method(normalisation, aggregation: .geometric))
        } throws: { error in
            if case ScoringFailure.inadmissible = error { true } else { false }
        }
    }

    /// The sum of squares of these overflows; the answer is an error, not a score that is not a number.
    @Test func hugeValuesAreRefused() {
        #expect(
            throws: ScoringFailure.valueOutsideDomain(
                indicator: 0, unit: 1, need: "values whose sums stay finite")
        ) {
            try Self.index(
                Self.method(.unitRange),
                columns: [[-1.7e308, 1.7e308, 0], [1, 2, 3], [0, 1, 2]])
        }
    }

    @Test func failuresNameTheirIndicator() {
        #expect(throws: ScoringFailure.constantIndicator(index: 1)) {
            try Self.index(try Self.method(), columns: [[0, 1, 2], [4, 4, 4], [0, 1, 2]])
        }
        #expect(throws: ScoringFailure.constantIndicator(index: 0)) {
            try Self.index(
                try Self.method(scaling: .classMean), columns: [[0, 0, 0], [1, 2, 3], [0, 1, 2]])
        }
        #expect(throws: ScoringFailure.valueOutsideDomain(indicator: 2, unit: 0, need: "values above -1")) {
            try Self.index(
                try Self.method(transform: .log1p), columns: [[0, 1, 2], [1, 2, 3], [-1, 1, 2]])
        }
    }
}
