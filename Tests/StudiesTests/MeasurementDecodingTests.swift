import ClaimTesting
import Diagnostics
import Testing

@testable import Studies

struct MeasurementDecodingTests {
    static let tests = """
        tests:
          measurement:
            draws: 500
            comparisons:
              - {id: talks, indicators: [embassies, diplomatic-exchange], errs: contacts}
              - {id: treaties, indicator: bilateral-treaties, packages: [ieadb, ggo], errs: agreements}
              - {id: coders, indicator: joint-projects, second-coding: second-coding, errs: projects}

        """

    @Test func comparisonsOfThreeKinds() throws {
        let study = try TestDecodingTests().study(Self.tests)
        let plan = try #require(study.plan.tests?.measurement)
        #expect(plan.draws == 500)
        #expect(
            plan.comparisons == [
                .init(
                    id: "talks", records: .indicators("embassies", "diplomatic-exchange"),
                    dimension: "contacts"),
                .init(
                    id: "treaties", records: .packages(indicator: "bilateral-treaties", "ieadb", "ggo"),
                    dimension: "agreements"),
                .init(
                    id: "coders",
                    records: .codings(indicator: "joint-projects", secondTable: "second-coding"),
                    dimension: "projects"),
            ])
        #expect(Set(study.comparisonLocations.keys) == ["talks", "treaties", "coders"])
        #expect(
            plan.comparisons[1].names == ("bilateral-treaties from ieadb", "bilateral-treaties from ggo"))
    }

    @Test(arguments: [
        ("draws: 500", "draws: 5", "a whole number from 100"),
        ("[embassies,", "[embasies,", "an indicator of the study must be one of"),
        ("[embassies, diplomatic-exchange]", "[embassies, embassies]", "an indicator may be named once"),
        ("[embassies, diplomatic-exchange]", "[embassies]", "a list of two"),
        ("[ieadb, ggo]", "[ieadb, ieadb]", "a package may be named once"),
        ("errs: contacts", "errs: contact", "a dimension of the study must be one of"),
        ("id: coders", "id: talks", "a comparison may be named once"),
        ("second-coding: second-coding,", "", "indicator with"),
        ("packages: [ieadb, ggo]", "package: ieadb", "the key must be one of"),
        ("indicator: joint-projects, second", "second", "indicator with"),
    ])
    func mistakesAreRefusedWithTheirPlace(piece: String, other: String, rule: String) throws {
        try #require(Self.tests.contains(piece))
        let error = #expect(throws: Diagnostic.self) {
            try TestDecodingTests().study(Self.tests.replacing(piece, with: other))
        }
        let text = "\(try #require(error))"
        #expect(text.contains(rule), "\(text)")
        #expect(error?.location?.line != nil)
    }

    @Test func aStudyWithoutComparisonsIsRefused() throws {
        #expect(throws: Diagnostic.self) {
            try TestDecodingTests().study(
                "tests:\n  measurement:\n    draws: 500\n    comparisons: []\n\n")
        }
    }
}
