import Testing

@testable import Scoring

/// Values that are comparable already are scored as they are.
struct NoNormalisationTests {
    private func index(
        _ columns: [[Double?]], lessIsBetter: Set<Int> = [], weighting: MethodChoice = .equalByDimension,
        aggregation: MethodChoice = .arithmetic
    ) throws -> CompositeIndex {
        let indicators = columns.indices.map {
            IndicatorDesign(id: "\($0)", moreIsBetter: !lessIsBetter.contains($0))
        }
        return try CompositeIndex(
            of: IndicatorTable(columns: columns, units: 3),
            design: IndexDesign(
                indicators: indicators,
                hierarchy: Hierarchy(levels: [
                    .init(names: indicators.map(\.id), parents: indicators.map { _ in 0 })
                ])),
            isReference: [true, true, true],
            method: ScoringMethod(
                normalisation: try MethodChoice(Normalisation.none.description), weighting: weighting,
                aggregations: [aggregation]))
    }

    /// What needs values that are not negative takes data that are not, and names the value that is.
    @Test func powersAndProgramsNeedDataThatAreNotNegative() throws {
        let quadratic = try MethodChoice(Aggregation.power.description, ["exponent": .number(2)])
        let cocoso = MethodChoice(standard: Aggregation.cocoso.description)
        let doubt = MethodChoice(standard: Weighting.benefitOfTheDoubt.description)
        let columns: [[Double?]] = [[0, 3, 1], [1, 4, 2]]
        let scores = try index(columns, aggregation: quadratic).scores
        for (score, square) in zip(scores, [0.5, 12.5, 2.5]) {
            #expect(abs((score ?? 0) - square.squareRoot()) < 1e-14)
        }
        #expect(try index(columns, aggregation: cocoso).scores.allSatisfy { ($0 ?? 0) > 0 })
        #expect(try index(columns, weighting: doubt).scores.map { ($0 ?? 0) <= 1 } == [true, true, true])

        let negative: [[Double?]] = [[0, 3, 1], [1, -4, 2]]
        #expect(
            throws: ScoringFailure.valueOutsideDomain(
                indicator: 1, unit: 1, need: "values of zero or above whose powers stay finite")
        ) { try index(negative, aggregation: quadratic) }
        #expect(
            throws: ScoringFailure.noAnswer(
                reason: "1 of unit 2 is below zero, and cocoso takes powers")
        ) { try index(negative, aggregation: cocoso) }
        #expect(
            throws: ScoringFailure.valueOutsideDomain(
                indicator: 1, unit: 1, need: "normalised values that are not negative, also outside the class"
            )
        ) { try index(negative, weighting: doubt) }
    }

    @Test func valuesStayAsTheyAre() throws {
        let index = try index([[0.5, 0.25, nil], [0.25, 0.75, 1]], lessIsBetter: [1])
        #expect(index.normalised.column(0) == [0.5, 0.25, nil])
        #expect(index.normalised.column(1) == [-0.25, -0.75, -1])
        #expect(index.scores == [0.125, -0.25, -1])
    }

    /// No class has to vary: nothing is fitted.
    @Test func aConstantColumnIsNoObstacle() throws {
        #expect(try index([[2, 2, 2]]).scores == [2, 2, 2])
    }

    @Test func productsNeedPositiveData() throws {
        let scores = try index([[1, 4, 9], [1, 1, 4]], aggregation: .geometric).scores
        for (score, value) in zip(scores, [1.0, 2, 6]) { #expect(abs((score ?? 0) - value) < 1e-12) }
        #expect(throws: ScoringFailure.valueOutsideDomain(indicator: 1, unit: 0, need: "values above zero")) {
            try index([[1, 4, 9], [0, 1, 4]], aggregation: .geometric)
        }
    }
}
