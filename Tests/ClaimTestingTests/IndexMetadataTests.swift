import DyadicModels
import Scoring
import Testing

@testable import ClaimTesting

/// What a study declares, carried into scores. AAA-BBB has 9 talks and 2 pacts, AAA-CCC 3 and 8, BBB-CCC 1 and 2.
struct IndexMetadataTests {
    static let metadata = IndexMetadata(
        indicators: [
            "talks": .init(goalposts: Goalposts(worst: 0, best: 10), reference: 6),
            "pacts": .init(goalposts: Goalposts(worst: 0, best: 8), reference: 4),
        ], dimensionWeights: ["d-talks": 3])

    func choice(
        _ step: Step, _ id: String, _ arguments: [String: MethodArgument] = [:]
    ) throws -> MethodChoice {
        try MethodChoice(
            try #require(MethodTable.descriptions(of: step).first { $0.id == id }), arguments)
    }

    /// The scores of the class on a reading in the main window.
    func scores(_ method: ScoringMethod, on reading: String = "two") throws -> [Double?] {
        let base = Fixture.plan
        let plan = AssessmentPlan(
            windows: base.windows, minimumCoveredYears: 2, dimensions: base.dimensions,
            readings: base.readings, specification: Specification(method: method), variants: [],
            alternatives: [], yearly: base.yearly, shownBeside: [], metadata: Self.metadata)
        let assessment = assess(try #require(Fixture.claim()), plan: plan, panel: Fixture.panel())
        let scored = try #require(
            assessment.scored.first { $0.window.id == "main" && $0.subject.id == reading })
        let ranking = try #require(scored.scores).ranking
        #expect(!assessment.years.isEmpty)
        return ranking.dyads.indices.filter { ranking.isInClass[$0] }.map { ranking.scores[$0] }
    }

    func expect(_ found: [Double?], _ expected: [Double]) {
        #expect(found.count == expected.count)
        for (one, other) in zip(found, expected) {
            #expect(abs((one ?? .infinity) - other) < 1e-12, "\(found) \(expected)")
        }
    }

    @Test func goalposts() throws {
        var method = ScoringMethod()
        method.normalisation = try choice(.normalisation, "goalposts")
        method.weighting = .equalByDimension
        expect(try scores(method), [(0.9 + 0.25) / 2, (0.3 + 1) / 2, (0.1 + 0.25) / 2])
    }

    @Test func references() throws {
        var method = ScoringMethod()
        method.normalisation = try choice(
            .normalisation, "distance-to-reference", ["reference": .word("given")])
        expect(try scores(method), [(1.5 + 0.5) / 2, (0.5 + 2) / 2, (1.0 / 6 + 0.5) / 2])
    }

    /// 3 to 1, as pacts have the weight 1 that nobody declared.
    @Test func declaredWeights() throws {
        var method = ScoringMethod()
        method.normalisation = try choice(.normalisation, "goalposts")
        method.weighting = try choice(.weighting, "declared")
        expect(try scores(method), [0.75 * 0.9 + 0.0625, 0.75 * 0.3 + 0.25, 0.075 + 0.0625])
    }

    /// Weights for all three dimensions serve a reading of two, by their ratio of 3 to 1.
    @Test func weightsOfAllDimensionsServeAReadingOfTwo() throws {
        var method = ScoringMethod()
        method.normalisation = try choice(.normalisation, "goalposts")
        method.weighting = try choice(
            .weighting, "fixed", ["weights": .named(["d-talks": 3, "d-pacts": 1, "d-works": 9])])
        expect(try scores(method), [0.75 * 0.9 + 0.0625, 0.75 * 0.3 + 0.25, 0.075 + 0.0625])
        method.normalisation = .unitRange
        // Talks 1, 0.25, 0; pacts and works 0, 1, 0.
        expect(try scores(method, on: "three"), [3.0 / 13, (0.75 + 10) / 13, 0])
    }
}
