import TestSupport
import Testing

@testable import Scoring

/// A unit outside the class with exactly a member's values has exactly its score.
struct OutsideUnitTests {
    static let twin = [true, true, true, true, true, true, true, false]

    static func scores(_ normalisation: Normalisation, _ aggregation: Aggregation) throws -> [[Double?]] {
        try (0..<7).map { member in
            var generator = SplitMix(seed: 31)
            // Four steps, so that members tie with one another too.
            let rows = randomRows(7, 3, steps: 4, using: &generator)
            let columns = (0..<3).map { k in (rows + [rows[member]]).map { Optional($0[k]) } }
            return try CompositeIndex(
                of: IndicatorTable(columns: columns, units: 8),
                design: CompositeIndexTests.design([0, 0, 1]),
                isReference: twin,
                method: ScoringMethod(
                    normalisation: MethodChoice(standard: normalisation.description),
                    aggregations: [MethodChoice(standard: aggregation.description)])
            ).scores
        }
    }

    @Test(arguments: ["rank", "borda", "percentile", "integer-rank", "z-score"])
    func underNormalisations(id: String) throws {
        let method = try #require(MethodTable.normalisations.first { $0.description.id == id })
        for (member, scores) in try Self.scores(method, .arithmetic).enumerated() {
            #expect(scores[7] == scores[member])
        }
    }

    @Test(arguments: ["borda", "promethee-ii", "copeland", "topsis", "vikor", "codas"])
    func underAggregations(id: String) throws {
        let method = try #require(MethodTable.aggregations.first { $0.description.id == id })
        for (member, scores) in try Self.scores(.zScore, method).enumerated() {
            let (outside, inside) = (try #require(scores[7]), try #require(scores[member]))
            #expect(abs(outside - inside) < 1e-14)
        }
    }

    /// Gaussian preferences, where differences count and not only their order.
    @Test func underPreferencesByDifference() throws {
        let rows = [[0.1, 0.9], [0.4, 0.4], [0.8, 0.3], [0.4, 0.4]]
        let flows = try aggregate(
            .prometheeII, rows, isReference: [true, true, true, false],
            ["function": .word("gaussian"), "s": .number(0.3)]
        ).numbers()
        #expect(abs(flows[3] - flows[1]) < 1e-15)
    }

    /// Members at 1, 2, 2, 5: between, tied with one, tied with two, beyond; by the formula, over n - 1 = 3.
    @Test func ranksOutsideTheClass() throws {
        for (value, places) in [(0.5, 0.0), (1, 0), (1.5, 1), (2, 1.5), (3, 3), (5, 3), (6, 4)] {
            let ranks = try MethodChoice.rankNormalisation.normalised(
                [1, 2, 2, 5, value], isReference: [true, true, true, true, false])
            #expect(ranks[4] == places / 3)
            let points = try aggregate(
                .borda, [1, 2, 2, 5, value].map { [$0] }, isReference: [true, true, true, true, false]
            ).numbers()
            #expect(abs(points[4] - places) < 1e-14)
        }
    }
}
