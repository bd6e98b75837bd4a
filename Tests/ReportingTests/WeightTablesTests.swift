import ClaimTesting
import Dyads
import DyadicModels
import Scoring
import Tabular
import Testing

@testable import Reporting

/// The tables of random and exact weights and of associations on a made-up study.
struct WeightTablesTests {
    static let assessment = {
        let fixture = FigureFixture(
            name: "weights", stateNames: ["A", "B", "C", "D", "E", "F"], excluded: 1)
        let assessment = fixture.assessment
        let plan = assessment.plan
        var tests = AssessmentPlan.TestPlan(seed: 3)
        tests.weightDraws = 1000
        tests.weightSpaces = [
            .init(
                id: "ordered", title: "In order", shape: .nested,
                constraints: [.order(["projects", "agreements", "contacts"])], draws: 500)
        ]
        tests.associations = .init(
            permutations: 100, correlated: ["contacts", "agreements", "nothing"].map { .score($0) },
            correlatedWith: [],
            regressions: [
                .init(
                    id: "r", outcome: .score("projects"),
                    predictors: [.score("contacts"), .score("agreements")])
            ])
        return assess(
            assessment.claim,
            plan: AssessmentPlan(
                windows: plan.windows, minimumCoveredYears: plan.minimumCoveredYears,
                dimensions: plan.dimensions, readings: plan.readings, specification: plan.specification,
                variants: [], alternatives: [], yearly: nil, shownBeside: [], tests: tests),
            panel: assessment.panel)
    }()

    static let tables: [Table] = [
        assessment.acceptabilityTable(), assessment.firstPlacesTable(), assessment.centralWeightsTable(),
        assessment.weightSpacesTable(), assessment.pairwiseWinsTable(), assessment.exactWeightsTable(),
        assessment.exactWeightVectorsTable(), assessment.associationsTable(),
    ]

    func column(_ name: String, of table: Table) throws -> [Table.Cell] {
        let place = try #require(table.schema.fields.firstIndex { $0.name == name })
        return table.rows.map { $0[place] }
    }

    func number(_ cell: Table.Cell) throws -> Double {
        var number: Double?
        if case .number(let value) = cell { number = value }
        return try #require(number)
    }

    @Test(arguments: tables.map(\.schema.name))
    func rowsHaveTheirOwnKeysAndNoRequiredCellIsEmpty(name: String) throws {
        let table = try #require(Self.tables.first { $0.schema.name == name })
        #expect(!table.rows.isEmpty)
        let keys = table.schema.primaryKey.compactMap { name in
            table.schema.fields.firstIndex { $0.name == name }
        }
        #expect(Set(table.rows.map { row in keys.map { "\(row[$0])" } }).count == table.rows.count)
        for (place, field) in table.schema.fields.enumerated() where field.isRequired {
            #expect(table.rows.allSatisfy { $0[place] != .missing }, "\(table.schema.name): \(field.name)")
        }
        #expect(throws: Never.self) { try table.csv(significantDigits: 8) }
    }

    /// Of ten pairs of the class each of the target and the leader meets nine, both ways round.
    @Test func winsAreThoseOfTheTargetAndTheLeaders() throws {
        let table = Self.assessment.pairwiseWinsTable()
        let standing = try #require(Self.assessment.result("volume", in: "main")?.standing)
        let chosen = Set([Self.assessment.claim.target] + standing.leaders).count
        let rows = try column("reading", of: table).count { $0 == .text("volume") }
        #expect(rows == 2 * (chosen * (10 - chosen)) + chosen * (chosen - 1))
    }

    /// Weights of every answer, and shares of every certificate, sum to one.
    @Test func vectorsSumToOne() throws {
        let table = Self.assessment.exactWeightVectorsTable()
        var sums: [String: Double] = [:]
        for (row, value) in zip(table.rows, try column("value", of: table)) {
            sums["\(row[0]) \(row[1]) \(row[2]) \(row[3])", default: 0] += try number(value)
        }
        #expect(!sums.isEmpty && sums.values.allSatisfy { abs($0 - 1) < 1e-7 })
    }

    @Test func whatHasNoAnswerSaysWhy() throws {
        let table = Self.assessment.associationsTable()
        let reasons = try column("reason", of: table).filter { $0 != .missing }
        #expect(reasons.count == 2)
        #expect(reasons.allSatisfy { $0 == .text("there is no reading or dimension nothing") })
    }

    @Test func theSentenceSaysWhatTheCertificateIsWorth() throws {
        let sentences = FindingSentences(Self.assessment, rule: FigureFixture.rule)
        let sentence = try #require(sentences.exactWeights?.text)
        #expect(sentences.all.contains { $0.text == sentence })
        let test = try #require(Self.assessment.tests.exactWeights.first { $0.level == .dimensions })
        switch try #require(try test.outcome.get().firstPlace(of: Self.assessment.claim.target)) {
        case .excluded:
            #expect(sentence.hasPrefix("On volume no weights of the dimensions put it first: "))
            #expect(sentence.contains("alone contradicts nothing"))
        default:
            #expect(sentence.hasPrefix("On volume weights of the dimensions put it first ("))
            #expect(!sentence.contains("contradicts"))
        }
    }
}
