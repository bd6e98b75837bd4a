import TestSupport
import Testing

@testable import Scoring

/// Aggregations of whole tables inside the pipeline: what they ask for, what becomes of gaps, levels and overflow.
struct WholeTableTests {
    static func index(
        _ columns: [[Double?]], aggregations: [MethodChoice], isReference: [Bool]? = nil
    ) throws -> CompositeIndex {
        let units = columns[0].count
        return try CompositeIndex(
            of: IndicatorTable(columns: columns, units: units),
            design: CompositeIndexTests.design([0, 0, 1]),
            isReference: isReference ?? Array(repeating: true, count: units),
            method: ScoringMethod(
                normalisation: try #require(.minMax(1, 100)), weighting: .equalByIndicator,
                aggregations: aggregations))
    }

    static let columns: [[Double?]] = [[0, 1, 0.5, 0.25], [1, 0, 0.3, 0.6], [0, 0.25, 1, 0.5]]

    /// One method for all levels takes all indicators at once; a group's score is the method on its indicators.
    @Test func oneMethodForAllLevelsTakesAllIndicatorsAtOnce() throws {
        let choice = MethodChoice(standard: Aggregation.topsis.description)
        let index = try Self.index(Self.columns, aggregations: [choice])
        let rows = (0..<4).map { unit in (0..<3).map { index.normalised[unit, $0] ?? .nan } }
        #expect(index.scores == (try aggregate(.topsis, rows).scores))
        let group = try aggregate(.topsis, rows.map { Array($0.prefix(2)) }).scores
        #expect(index.dimensionScores.map { $0[0] } == group)
        #expect(index.contributions == nil)
        #expect(index.aggregationDetails.map(\.name) == ["d_plus", "d_minus"])
    }

    /// A mean inside the dimensions and Borda over them: dimension means first, then places.
    @Test func aMethodForEachLevelNests() throws {
        let borda = MethodChoice(standard: Aggregation.borda.description)
        let index = try Self.index(Self.columns, aggregations: [.arithmetic, borda])
        let groups = index.dimensionScores.map { $0.map { $0 ?? .nan } }
        #expect(index.scores == (try aggregate(.borda, groups, weights: [2, 1]).scores))
    }

    @Test func gapsAreRefusedWithTheReason() throws {
        var columns = Self.columns
        columns[1][2] = nil
        for aggregation in MethodTable.aggregations {
            guard case .wholeTable = aggregation.rule else { continue }
            let objections = Admissibility.objections(
                to: ScoringMethod(
                    normalisation: try #require(.minMax(1, 100)),
                    aggregations: [MethodChoice(standard: aggregation.description)]), hasGaps: true)
            #expect(
                objections.contains { $0.to.contains("values are missing") }, "\(aggregation.description.id)")
        }
        let copeland = MethodChoice(standard: Aggregation.copeland.description)
        #expect {
            try Self.index(columns, aggregations: [copeland])
        } throws: { error in
            if case ScoringFailure.inadmissible = error { true } else { false }
        }
    }

    /// A unit outside the class has no Kemeny score, and is not ranked; the class is as it is without it.
    @Test func aUnitOutsideTheClassHasNoKemenyScore() throws {
        let kemeny = MethodChoice(standard: Aggregation.condorcetKemeny.description)
        let index = try Self.index(
            Self.columns.map { $0 + [0.9] }, aggregations: [kemeny],
            isReference: [true, true, true, true, false])
        #expect(index.scores[4] == nil)
        #expect(
            Array(index.scores.prefix(4)) == (try Self.index(Self.columns, aggregations: [kemeny]).scores))
        #expect(
            Ranking(scores: index.scores, isRanked: [true, true, true, true, true], tieTolerance: 0).ranks[4]
                == nil)
    }

    /// Far outside the class a square overflows; the answer is an error and no figure that is not a number.
    @Test func overflowIsRefused() throws {
        let topsis = MethodChoice(standard: Aggregation.topsis.description)
        #expect(throws: ScoringFailure.self) {
            try Self.index(
                Self.columns.map { $0 + [1e200] }, aggregations: [topsis],
                isReference: [true, true, true, true, false])
        }
    }

    /// What a method says of its scores holds on a table of positive values.
    @Test func yieldsAreTrue() throws {
        for method in AggregationPropertyTests.all {
            let yields = method.aggregation.yields([.positive, .notNegative])
            for rows in AggregationPropertyTests.tables(40) {
                let scores = try method.scores(rows, weights: AggregationPropertyTests.weights).compactMap {
                    $0
                }
                if yields.contains(.positive) { #expect(scores.allSatisfy { $0 > 0 }) }
                if yields.contains(.notNegative) { #expect(scores.allSatisfy { $0 >= 0 }) }
            }
        }
    }
}
