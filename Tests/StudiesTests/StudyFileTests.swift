import Diagnostics
import Foundation
import Scoring
import TestSupport
import Testing

@testable import Studies

struct StudyFileTests {
    static func text() throws -> String {
        try String(contentsOfFile: Repository.path("studies/azerbaijan-kazakhstan.yaml"), encoding: .utf8)
    }

    /// The error of the first study with one piece of its text replaced.
    func error(replacing piece: String, with other: String) throws -> Diagnostic {
        let text = try Self.text()
        try #require(text.contains(piece), "the study does not contain \(piece)")
        let range = try #require(text.range(of: piece))
        let error = #expect(throws: Diagnostic.self) {
            try Study(parsing: text.replacingCharacters(in: range, with: other), path: "s.yaml")
        }
        return try #require(error)
    }

    @Test func theFirstStudyIsWhatItsDesignSays() throws {
        let study = try Study(parsing: Self.text(), path: "s.yaml")
        #expect(study.claim.target.description == "AZE-KAZ")
        #expect(study.states.count == 15)
        #expect(study.claim.referenceClass.excludedStates.map(\.text) == ["RUS"])
        #expect(study.plan.windows.map(\.years) == [1992...2022, 1993...2003, 2004...2022])
        #expect(study.plan.minimumCoveredYears == 5)
        #expect(study.plan.dimensions.map(\.indicators.count) == [4, 6, 1])
        #expect(study.plan.readings.filter(\.isPrimary).map(\.id) == ["volume", "output"])
        #expect(study.plan.readings.map(\.id) == ["volume", "output", "conversion", "efficiency", "excess"])
        #expect(study.plan.method.normalisation == .zScore)
        let geometric = try #require(study.plan.alternatives.first { $0.id == "geometric" })
        #expect(geometric.changes.normalisation == MethodChoice.minMax(1, 100))
        // What an alternative does not name is the default's.
        #expect(study.plan.specification.applying(geometric.changes).method.transform == .log1p)
        #expect(study.plan.imputation == .init(count: 50, seed: 202308))
        #expect(study.rule.supportedJointShare == 0.66 && study.rule.jointDraws == 10000)
    }

    @Test func anUnknownKeyIsRefusedWithItsPlaceAndTheNearestWord() throws {
        let error = try error(replacing: "\nshown-beside:", with: "\nshown-besides:")
        #expect(error.location?.line == 50 && error.location?.column == 1)
        #expect(error.found == "'shown-besides'")
        #expect(error.remedy == "did you mean 'shown-beside'?")
        #expect(error.category.exitCode == 65)
    }

    struct Mistake: Sendable, CustomTestStringConvertible {
        let piece: String
        let other: String
        let rule: String
        var testDescription: String { other }
    }

    @Test(arguments: [
        Mistake(piece: "target: AZE-KAZ", other: "target: AZE-RUS", rule: "a pair of the reference class"),
        Mistake(piece: "target: AZE-KAZ", other: "target: AZE-TUR", rule: "a pair of the study's states"),
        Mistake(piece: "[ARM, AZE, BLR,", other: "[ARM, ARM, AZE, BLR,", rule: "a state may be named once"),
        Mistake(
            piece: "[ARM, AZE, BLR,", other: "[Armenia, AZE, BLR,", rule: "a state's ISO 3166-1 alpha-3 code"),
        Mistake(
            piece: "without: [RUS]", other: "without: [TUR]", rule: "a state of the study must be one of"),
        Mistake(
            piece: "last-year: 2022", other: "last-year: 1990",
            rule: "the first year may not be after the last"),
        Mistake(
            piece: "last-year: 2022", other: "last-year: 99999", rule: "a whole number from 1800 to 2100"),
        Mistake(
            piece: "normalise: z-score", other: "normalise: zscore", rule: "a normalisation must be one of"),
        Mistake(
            piece: "normalise: z-score", other: "normalise: {min-max: [2, 1]}",
            rule: "the lower end must be at least"),
        Mistake(
            piece: "aggregate: arithmetic", other: "aggregate: geometric",
            rule: "geometric aggregation does not go with z-score values"),
        Mistake(piece: "primary: true", other: "primary: yes", rule: "true or false"),
        Mistake(
            piece: "dimensions: [agreements, projects]", other: "dimensions: [agreement]",
            rule: "a dimension of the study"),
        Mistake(
            piece: "remove: [gdelt-contact-days]", other: "remove: [gdelt]",
            rule: "an indicator of the default"),
        Mistake(piece: "seed: 202308", other: "seed: -1", rule: "a whole number from 0"),
        Mistake(
            piece: "id: projects-evidence-a", other: "id: without-gdelt", rule: "a variant may be named once"),
        Mistake(
            piece: "study: azerbaijan-kazakhstan", other: "study: ../etc", rule: "a name of small letters"),
    ])
    func aContradictionIsRefused(mistake: Mistake) throws {
        let error = try error(replacing: mistake.piece, with: mistake.other)
        #expect(error.rule.contains(mistake.rule), "\(error)")
        #expect(error.location?.line != nil && error.location?.column != nil, "\(error)")
    }

    @Test func theMessageSaysWhichWordIsNearest() throws {
        #expect(
            try error(replacing: "normalise: z-score", with: "normalise: zscore").remedy
                == "did you mean 'z-score'?")
    }

    @Test func everyCommittedStudyDecodes() throws {
        let folder = Repository.path("studies")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
            $0.hasSuffix(".yaml")
        }
        #expect(files.count >= 2)
        for file in files {
            let study = try Study(
                parsing: String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8), path: file)
            #expect("\(study.id).yaml" == file)
        }
    }
}
