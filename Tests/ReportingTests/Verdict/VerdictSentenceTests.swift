import ClaimTesting
import Dyads
import Foundation
import Tabular
import Testing

@testable import Reporting

/// Every sentence rests on rows that are there. `Tests/Independent/trace_sentences.py` holds the numbers in them.
struct VerdictSentenceTests {
    /// Six states of which one is left out, with every test that a made-up study can have.
    static let assessment: Assessment = {
        var four = DeclaredClass(id: "four", title: "Pairs of four states")
        four.states = Set(["AAA", "ABA", "ACA", "ADA"].compactMap { StateCode($0) })
        let fixture = FigureFixture(
            name: "sentences", stateNames: (0..<6).map { "State \($0)" }, excluded: 1, classes: [four])
        let assessment = fixture.assessment
        let plan = assessment.plan
        var tests = plan.tests ?? .init(seed: 1)
        tests.influence = true
        tests.sampling = .init(draws: 100, replicates: 49)
        tests.joint = .init(draws: 50, effectRows: 20)
        tests.associations = .init(
            permutations: 50, correlated: [], correlatedWith: [],
            regressions: [.init(id: "r", outcome: .score("output"), predictors: [.score("contacts")])])
        return assess(
            assessment.claim,
            plan: AssessmentPlan(
                windows: plan.windows, minimumCoveredYears: plan.minimumCoveredYears,
                dimensions: plan.dimensions, readings: plan.readings, specification: plan.specification,
                variants: [], alternatives: [], yearly: nil, shownBeside: [], tests: tests, classes: [four]),
            panel: assessment.panel)
    }()

    /// The cells of every table as they are printed, by file and row.
    static func printed(
        _ assessment: Assessment, style: ReportStyle
    ) throws -> [String: [[String: String]]] {
        let tables = try resultFiles(
            of: assessment, rule: FigureFixture.rule, style: style, provenance: .madeUp
        ).tables
        return Dictionary(
            uniqueKeysWithValues: tables.map { table in
                let names = table.schema.fields.map(\.name)
                let rows = table.rows.map { row in
                    Dictionary(
                        uniqueKeysWithValues: zip(names, row).map { name, cell in
                            switch cell {
                            case .text(let text): (name, text)
                            case .integer(let number): (name, "\(number)")
                            case .number(let number): (name, formatted(number, significantDigits: 10))
                            case .missing: (name, "")
                            }
                        })
                }
                return (table.schema.pathInResults, rows)
            })
    }

    static func expectRows(of assessment: Assessment, style: ReportStyle) throws {
        let tables = try printed(assessment, style: style)
        for sentence in FindingSentences(assessment, rule: FigureFixture.rule).all {
            #expect(!sentence.rows.isEmpty && !sentence.text.isEmpty)
            for reference in sentence.rows {
                let matched = (tables[reference.file] ?? []).count { row in
                    reference.row.allSatisfy { row[$0.name] == $0.value }
                }
                #expect(matched == reference.count, "\(reference) in: \(sentence.text)")
            }
        }
    }

    @Test(arguments: FigureFixture.all)
    func everyReferenceIsFound(fixture: FigureFixture) throws {
        try Self.expectRows(of: fixture.assessment, style: fixture.style)
    }

    @Test func everyReferenceOfEveryTestIsFound() throws {
        try Self.expectRows(of: Self.assessment, style: FigureFixture.all[0].style)
    }

    @Test func whatIsAskedForHasASentence() throws {
        let sentences = FindingSentences(Self.assessment, rule: FigureFixture.rule)
        for beginning in [
            "Under the decision rule", "Among the 10 pairs", "Of the pairs with State 5",
            "Its rank on volume",
            "Under 400 random weights", "As far as the years are a sample", "All else as recorded",
            "Of omissions of years, indicators, rivals, states and pairs of states",
            "Against permuted states",
            "With all doubts drawn at once",
        ] {
            #expect(sentences.all.contains { $0.text.hasPrefix(beginning) }, "\(beginning)")
        }
        #expect(sentences.smallestRemoval != nil)
        #expect(sentences.limits == nil)
        let less = FindingSentences(FigureFixture.all[3].assessment, rule: FigureFixture.rule)
        #expect(
            try #require(less.limits).text.hasPrefix(
                "The decision rule also asks for joint draws over all doubts and a rank confidence set, which"
            ))
        #expect(less.influence == nil && less.joint == nil && less.associations == nil)
    }

    /// The verdict of the sentence is that of the rule.
    @Test func theVerdictIsStatedFirst() throws {
        let document = VerdictDocument(
            Self.assessment, rule: FigureFixture.rule, style: FigureFixture.all[0].style)
        let first = try #require(document.sentences.first)
        #expect(
            first.text.hasPrefix(
                "Under the decision rule fixed beforehand the claim is \(document.verdict.overall): on volume it is "
            ))
        for reading in document.verdict.readings {
            #expect(
                first.text.contains("on \(reading.reading) it is \(reading.verdict)") == reading.primary)
        }
    }

    @Test func referencesAsJSON() throws {
        let sentence = VerdictSentence(
            "None of 3.",
            rows: [
                RowReference("influence", ["reading": "volume", "rank": "1"], count: 0),
                RowReference("joint", ["dyad": "AZE-KAZ"]), RowReference("joint", ["dyad": "AZE-KAZ"]),
            ])
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        #expect(
            String(decoding: try encoder.encode(sentence), as: UTF8.self)
                == #"{"rows":[{"count":0,"file":"influence.csv","row":{"rank":"1","reading":"volume"}},"#
                + #"{"file":"joint.csv","row":{"dyad":"AZE-KAZ"}}],"text":"None of 3."}"#)
    }
}
