import LinearAlgebra
import Testing

@testable import Scoring

/// Every unit has every value once: whatever treats indicators alike must tie them all, however sums round.
struct LatinSquareTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let normalisation: String
        var given: [String: MethodArgument] = [:]
        var weighting = "equal"
        var aggregation = "arithmetic"
        var testDescription: String { "\(normalisation) \(given) \(weighting) \(aggregation)" }
    }

    static let cases = [
        Case(normalisation: "z-score"), Case(normalisation: "sum"), Case(normalisation: "robust-z"),
        Case(normalisation: "min-max", weighting: "benefit-of-doubt"),
        Case(normalisation: "z-score", aggregation: "topsis"),
        Case(normalisation: "z-score", aggregation: "promethee-ii"),
        Case(normalisation: "z-score", aggregation: "codas"),
        Case(normalisation: "min-max", given: ["range": .numbers([1, 100])], aggregation: "geometric"),
        Case(normalisation: "min-max", given: ["range": .numbers([1, 100])], aggregation: "harmonic"),
    ]

    @Test(arguments: cases)
    func allTie(_ test: Case) throws {
        let values: [Double?] = [1, 2, 3, 4, 9]
        let columns = (0..<5).map { k in (0..<5).map { unit in values[(unit + 4 * k) % 5] } }
        let isReference = [true, true, true, true, true]
        let method = ScoringMethod(
            normalisation: try choice(
                MethodTable.normalisations.map(\.description), test.normalisation, test.given),
            weighting: try choice(MethodTable.weightings.map(\.description), test.weighting),
            aggregations: [try choice(MethodTable.aggregations.map(\.description), test.aggregation)])
        let index = try CompositeIndex(
            of: IndicatorTable(columns: columns, units: 5),
            design: CompositeIndexTests.design([0, 0, 0, 0, 0]),
            isReference: isReference, method: method)
        let ranking = Ranking(
            scores: index.scores, isRanked: isReference, tieTolerance: method.tieTolerance,
            magnitude: index.magnitude)
        #expect(ranking.ranks == [1, 1, 1, 1, 1], "\(index.scores)")
    }

    private func choice(
        _ methods: [MethodDescription], _ id: String, _ given: [String: MethodArgument] = [:]
    ) throws -> MethodChoice {
        try MethodChoice(try #require(methods.first { $0.id == id }), given)
    }
}
