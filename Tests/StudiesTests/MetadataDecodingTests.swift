import DyadicModels
import Scoring
import Testing

@testable import Studies

/// Names in the arguments of methods, and what a study says of its indicators and dimensions.
struct MetadataDecodingTests {
    typealias Mistake = ReadingDecodingTests.Mistake

    static let weights = "  weights: equal\n"
    static let contacts = "  - id: contacts\n"
    static let shown = "shown-beside: [diplomatic-exchange]"

    static let names: [Mistake] = [
        Mistake(
            piece: weights, other: "  weights: {fixed: {contacts: 1, agreement: 2, projects: 1}}\n",
            at: "agreement:", rule: "a name in fixed must be one of contacts,",
            remedy: "did you mean 'agreements'?"),
        Mistake(
            piece: weights, other: "  weights: {rank-order-centroid: [contacts, foo, projects]}\n",
            at: "foo", rule: "a name in rank-order-centroid must be one of"),
        Mistake(
            piece: weights, other: "  weights: {rank-order-centroid: [contacts, contacts]}\n",
            at: "contacts]", rule: "a name in rank-order-centroid may be named once"),
        Mistake(
            piece: weights,
            other: "  weights: {ahp: {comparisons: {names: [contacts, project], rows: [[1, 1], [1, 1]]}}}\n",
            at: "project]", rule: "a name in ahp must be one of", remedy: "did you mean 'projects'?"),
        Mistake(
            piece: weights,
            other: "  weights: {budget-allocation: {points: {names: [contact, projects], rows: [[1, 1]]}}}\n",
            at: "contact,", rule: "a name in budget-allocation must be one of",
            remedy: "did you mean 'contacts'?"),
        Mistake(
            piece: "aggregate: topsis", other: "aggregate: {lexicographic: [joint-project]}",
            at: "joint-project]", rule: "a name in lexicographic must be one of",
            remedy: "did you mean 'joint-projects'?"),
    ]

    static let metadata: [Mistake] = [
        Mistake(
            piece: shown, other: "indicators: {embasies: {weight: 2}}", at: "embasies",
            rule: "an indicator of the study must be one of", remedy: "did you mean 'embassies'?"),
        Mistake(
            piece: shown, other: "indicators: {embassies: {wurst: 2}}", at: "wurst",
            rule: "the key must be one of worst, best, reference, weight", remedy: "'worst'"),
        Mistake(
            piece: shown, other: "indicators: {embassies: {worst: 2}}", at: "{worst",
            rule: "worst and best are given together", remedy: "add best"),
        Mistake(
            piece: shown, other: "indicators: {embassies: {worst: 2, best: 2}}", at: "{worst",
            rule: "worst and best may not be the same"),
        Mistake(
            piece: contacts, other: "\(contacts)    weight: -1\n", at: "-1", rule: "a number from 0"),
        Mistake(
            piece: "normalise: z-score", other: "normalise: goalposts", at: "goalposts",
            rule: "goalposts needs goalposts of every indicator of a reading",
            remedy: "add icews-verbal-cooperation: {worst: ..., best: ...}"),
        Mistake(
            piece: "method: {exposure: gravity}",
            other: "method: {normalise: {distance-to-reference: {reference: given}}}",
            at: "{distance", rule: "distance-to-reference needs a reference of every indicator",
            remedy: "add icews-verbal-cooperation: {reference: ...}"),
        Mistake(
            piece: "method: {normalise: min-max}", other: "method: {normalise: goalposts}", at: "goalposts",
            rule: "goalposts needs goalposts"),
        Mistake(
            piece: "missing: available-case", other: "missing: group-mean", at: "group-mean",
            rule: "group-mean is not for studies: dyads have no groups of units"),
        Mistake(
            piece: weights, other: "  weights: declared\n", at: "declared",
            rule: "declared weights need a weight that the study declares"),
    ]

    @Test(arguments: names + metadata)
    func mistakesAreReportedWhereTheyAre(mistake: Mistake) throws {
        try ReadingDecodingTests().mistakesAreReportedWhereTheyAre(mistake: mistake)
    }

    /// A variant's new dimension and indicator may be named, whether or not the default has them.
    @Test func whatVariantsAddMayBeNamed() throws {
        let study = try ReadingDecodingTests().study(
            replacing: Self.weights,
            with: "  weights: {fixed: {contacts: 1, agreements: 2, projects: 1, trade: 1}}\n")
        #expect(study.plan.method.weighting.arguments.named("weights").count == 4)
    }

    @Test func whatIsSaidOfIndicatorsReachesThePlan() throws {
        let text = try StudyFileTests.text()
            .replacing(Self.contacts, with: "\(Self.contacts)    weight: 2\n", maxReplacements: 1)
            .replacing(
                Self.shown, with: "indicators: {trade: {worst: 0, best: 3, reference: 1, weight: 4}}"
            )
            .replacing(Self.weights, with: "  weights: declared\n")
        let study = try Study(parsing: text, path: "s.yaml")
        let trade = try #require(study.plan.metadata.indicators["trade"])
        #expect(trade.goalposts == Goalposts(worst: 0, best: 3))
        #expect(trade.reference == 1 && trade.weight == 4)
        #expect(study.plan.metadata.dimensionWeights == ["contacts": 2])
    }

    /// A reading of one dimension needs the goalposts of that dimension only.
    @Test func goalpostsAreAskedOfTheReadingsIndicators() throws {
        let text = try StudyFileTests.text()
            .replacing(Self.shown, with: "indicators: {joint-projects: {worst: 0, best: 3}}")
            .replacing(
                "dimensions: [contacts, agreements, projects]\n    method: {exposure: gravity}",
                with: "dimensions: [projects]\n    method: {normalise: goalposts}")
        #expect(throws: Never.self) { try Study(parsing: text, path: "s.yaml") }
    }
}
