import ClaimTesting
import Diagnostics
import Testing
import Uncertainty

@testable import Studies

struct WeightAndAssociationDecodingTests {
    static let tests = """
        tests:
          weights:
            draws: 5000
            spaces:
              - {id: flat, shape: flat}
              - {id: ordered, title: In order, order: [projects, agreements, contacts], draws: 700}
              - {id: bounded, intervals: {contacts: [0.1, 0.5], embassies: [0.2, 1]}}
              - {id: rates, ratios: [{of: projects, to: contacts, between: [1, 3]}]}
          associations:
            permutations: 1000
            correlations: {among: [contacts, volume], with: [log-distance]}
            regressions:
              - {id: one, outcome: output, predictors: [contacts, log-gdp, contiguity]}

        """

    func plan(_ section: String) throws -> AssessmentPlan {
        try TestDecodingTests().study(section).plan
    }

    @Test func spacesOfWeights() throws {
        let tests = try #require(try plan(Self.tests).tests)
        #expect(tests.weightDraws == 5000)
        #expect(tests.weightSpaces.map(\.id) == ["flat", "ordered", "bounded", "rates"])
        #expect(tests.weightSpaces.map(\.title) == ["flat", "In order", "bounded", "rates"])
        #expect(tests.weightSpaces.map(\.draws) == [500, 700, 500, 500])
        #expect(tests.weightSpaces.map(\.shape) == [.flat, .nested, .nested, .nested])
        #expect(
            tests.weightSpaces.map(\.constraints) == [
                [], [.order(["projects", "agreements", "contacts"])],
                [.interval("contacts", 0.1...0.5), .interval("embassies", 0.2...1)],
                [.ratio(of: "projects", to: "contacts", 1...3)],
            ])
    }

    @Test func associations() throws {
        let plan = try plan(Self.tests)
        let associations = try #require(plan.tests?.associations)
        #expect(
            associations
                == .init(
                    permutations: 1000, correlated: [.score("contacts"), .score("volume")],
                    correlatedWith: [.covariate(.logDistance)],
                    regressions: [
                        .init(
                            id: "one", outcome: .score("output"),
                            predictors: [.score("contacts"), .covariate(.logGDP), .covariate(.contiguity)])
                    ]))
        #expect(plan.needsCovariates)
    }

    @Test(arguments: [
        ("{id: flat, shape: flat}", "{id: uniform, shape: flat}", "a space of weights may be named once"),
        ("{id: flat, shape: flat}", "{id: flat}", "shape: flat, or at least one"),
        ("shape: flat", "shape: round", "a shape must be one of flat, nested"),
        ("[projects, agreements, contacts]", "[projects, contracts]", "a dimension or indicator must be"),
        ("[projects, agreements, contacts]", "[projects]", "at least two names"),
        ("[projects, agreements, contacts]", "[projects, embassies]", "use a flat space"),
        ("contacts: [0.1, 0.5]", "contacts: [0.5, 0.1]", "the lower one first"),
        ("contacts: [0.1, 0.5]", "contacts: [0.5, 1.1]", "a number from 0.0 to 1.0"),
        ("to: contacts", "to: projects", "a name in a ratio may be named once"),
        (
            "{contacts: [0.1, 0.5], embassies: [0.2, 1]}", "{contacts: [0.6, 1], projects: [0.7, 1]}",
            "no weights keep all of: contacts from 0.6 to 1.0; projects from 0.7 to 1.0"
        ),
        (
            "{contacts: [0.1, 0.5], embassies: [0.2, 1]}",
            "{contacts: [0.1, 0.4], agreements: [0.1, 0.4], projects: [0.1, 0.4]}",
            "no weights keep all of: agreements from 0.1 to 0.4; projects from 0.1 to 0.4 (reading output)"
        ),
        ("log-distance", "log-distanse", "a reading, dimension or covariate must be one of"),
        ("[contacts, volume]", "[contacts, contacts]", "a variable may be named once"),
        ("[contacts, volume], with: [log-distance]", "[contacts]", "at least two variables"),
        ("outcome: output", "outcome: contacts", "a variable may be named once"),
        ("[contacts, log-gdp, contiguity]", "[]", "at least one predictor"),
        ("permutations: 1000", "permutations: 10", "a whole number from 100"),
    ])
    func mistakesAreRefusedWithTheirPlace(piece: String, other: String, rule: String) throws {
        try #require(Self.tests.contains(piece))
        let error = #expect(throws: Diagnostic.self) {
            try plan(Self.tests.replacing(piece, with: other))
        }
        #expect(try #require(error).rule.contains(rule), "\(String(describing: error))")
        #expect(error?.location?.line != nil)
    }
}
