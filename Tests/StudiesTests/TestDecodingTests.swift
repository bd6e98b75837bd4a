import ClaimTesting
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Studies

struct TestDecodingTests {
    static let tests = """
        tests:
          weights: {draws: 1000}
          specifications:
            windows: [main]
            leave-out: [embassies, gdelt-contact-days]
            variants: [without-gdelt]
            exposure: [none, gravity]
            normalise: [z-score, {min-max: [1, 100]}]
            aggregate: [arithmetic, [arithmetic, geometric]]

        """

    func study(_ section: String) throws -> Study {
        let text = try StudyFileTests.text()
        let start = try #require(text.range(of: "\ntests:"))
        let end = try #require(text.range(of: "\ndecision-rule:"))
        return try Study(
            parsing: text.replacingCharacters(
                in: start.upperBound..<end.lowerBound, with: String(section.dropFirst("tests:".count))),
            path: "s.yaml")
    }

    @Test func optionsBecomeASpace() throws {
        let plan = try #require(try study(Self.tests).plan.tests)
        #expect(plan.weightDraws == 1000 && plan.seed == 202308)
        let space = try #require(plan.space)
        #expect(
            space.choices.map(\.id) == [.window, .indicators, .exposure, .normalisation, .aggregation])
        #expect(
            space.options(of: .indicators)?.map(\.id)
                == ["all", "without-embassies", "without-gdelt-contact-days", "without-gdelt"])
        #expect(space.options(of: .normalisation)?.map(\.id) == ["z-score", "min-max [1, 100]"])
        #expect(space.options(of: .aggregation)?.map(\.id) == ["arithmetic", "arithmetic, geometric"])
    }

    @Test func allStandsForEveryIndicator() throws {
        let plan = try study(Self.tests.replacing("[embassies, gdelt-contact-days]", with: "all")).plan
        #expect(plan.tests?.space?.options(of: .indicators)?.count == 1 + 11 + 1)
    }

    @Test func aStudyWithGravityAmongItsOptionsNeedsCovariates() throws {
        #expect(try study(Self.tests).plan.needsCovariates)
    }

    /// The level is stated once, in the decision rule.
    @Test func samplingTakesTheRulesConfidence() throws {
        let given = try study("tests:\n  sampling: {draws: 500, replicates: 99, best: 3}\n")
        #expect(
            given.plan.tests?.sampling
                == .init(draws: 500, replicates: 99, confidence: given.rule.confidence, tau: 3))
        #expect(try study(Self.tests).plan.tests?.sampling == nil)
        #expect(try study("tests:\n  sampling: {}\n").plan.tests?.sampling == .init(confidence: 0.95))
        #expect(throws: Diagnostic.self) { try study("tests:\n  sampling: {draws: 99}\n") }
    }

    @Test(arguments: [
        ("draws: 1000", "draws: 10", "a whole number from 100"),
        ("windows: [main]", "windows: [mian]", "a window of the study"),
        ("leave-out: [embassies,", "leave-out: [embasies,", "an indicator of the default"),
        ("[none, gravity]", "[none, none]", "two options are called none"),
        ("[z-score, {min-max: [1, 100]}]", "[zscore]", "a normalisation must be one of"),
        ("exposure: [none, gravity]", "weights: [benefit-of-doubt]", "weights of its own"),
        ("windows: [main]", "window: [main]", "the key must be one of"),
    ])
    func mistakesAreRefusedWithTheirPlace(piece: String, other: String, rule: String) throws {
        try #require(Self.tests.contains(piece))
        let error = #expect(throws: Diagnostic.self) {
            try study(Self.tests.replacing(piece, with: other))
        }
        #expect(try #require(error).rule.contains(rule), "\(String(describing: error))")
        #expect(error?.location?.line != nil)
    }
}
