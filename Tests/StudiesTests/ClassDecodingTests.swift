import ClaimTesting
import Diagnostics
import Testing

@testable import Studies

struct ClassDecodingTests {
    static let caspian =
        "{id: caspian-littoral, title: Pairs of the Caspian littoral states, states: [AZE, KAZ, TKM]}"

    /// The first study with another declaration in the place of its first class.
    func study(_ declaration: String, options: String = "[claim]") throws -> Study {
        let text = try StudyFileTests.text()
        try #require(text.contains(Self.caspian) && text.contains("classes: [claim, without-baltics]"))
        return try Study(
            parsing: text.replacing(Self.caspian, with: declaration)
                .replacing("classes: [claim, without-baltics]", with: "classes: \(options)"),
            path: "s.yaml")
    }

    @Test func theFirstStudyDeclaresItsClasses() throws {
        let study = try Study(parsing: StudyFileTests.text(), path: "s.yaml")
        #expect(
            study.plan.classes.map(\.id) == [
                "caspian-littoral", "south-caucasus-central-asia", "no-land-border", "without-baltics",
            ])
        #expect(study.plan.classes[0].states?.map(\.text).sorted() == ["AZE", "KAZ", "TKM"])
        #expect(study.plan.classes[1].between?.other.count == 5)
        #expect(study.plan.classes[2].hasLandBorder == false)
        #expect(study.plan.classes[3].excluded.count == 3)
        #expect(study.plan.needsCovariates)
        let options = try #require(study.plan.tests?.space?.options(of: .referenceClass))
        #expect(options.map(\.id) == ["claim", "without-baltics"])
        guard case .referenceClass(let claim) = options[0].change,
            case .referenceClass(let narrower) = options[1].change
        else {
            Issue.record("no classes")
            return
        }
        #expect(claim == study.claim.referenceClass)
        // Russia and the three Baltic states.
        #expect(narrower.excludedStates.count == 4 && narrower.excludedDyads.isEmpty)
    }

    @Test func aStateThatTheClaimLeavesOutMayBeNamed() throws {
        #expect(
            try study("{id: a, title: A, states: [AZE, KAZ, TKM, RUS]}").plan.classes[0].states?.count == 4)
    }

    @Test(arguments: [
        ("{id: a, title: A}", "at least one of states, between, without and land-border"),
        ("{id: a, title: A, states: [AZE, KAZ]}", "must hold the claim's target and have at least 3 pairs"),
        ("{id: a, title: A, states: [AZE, KAZ, RUS]}", "must hold the claim's target and have at least 3"),
        ("{id: a, title: A, without: [KAZ]}", "must hold the claim's target"),
        ("{id: a, title: A, between: [[AZE], [UZB, KGZ, TJK]]}", "must hold the claim's target"),
        ("{id: a, title: A, between: [[AZE, KAZ], [KAZ, UZB]]}", "a state may be named once"),
        ("{id: a, title: A, between: [[AZE, KAZ]]}", "two lists of states"),
        ("{id: a, title: A, states: []}", "a list of at least one state"),
        ("{id: a, title: A, states: [AZE, KAZ, TUR]}", "a state of the study must be one of"),
        ("{id: a, title: A, land-border: no}", "true or false"),
        ("{id: a, title: A, borders: true}", "the key must be one of"),
        ("{id: claim, title: A, without: [EST]}", "another name than claim and exception-lifted"),
        ("{id: no-land-border, title: A, without: [EST]}", "a class may be named once"),
    ])
    func mistakesAreRefusedWithTheirPlace(declaration: String, rule: String) throws {
        let error = #expect(throws: Diagnostic.self) { try study(declaration) }
        #expect(try #require(error).rule.contains(rule), "\(String(describing: error))")
        #expect(error?.location?.line != nil && error?.location?.column != nil)
    }

    @Test(arguments: [
        ("[claim, caspian]", "a class of the study must be one of"),
        ("[claim, no-land-border]", "a class by land borders is another claim"),
        ("[claim, claim]", "a class may be named once"), ("[]", "reference-class has no options"),
    ])
    func optionsThatAreNone(options: String, rule: String) throws {
        let error = #expect(throws: Diagnostic.self) { try study(Self.caspian, options: options) }
        #expect(try #require(error).rule.contains(rule), "\(String(describing: error))")
        #expect(error?.location?.line != nil)
    }
}
