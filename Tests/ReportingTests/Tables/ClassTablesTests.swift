import ClaimTesting
import Dyads
import DyadicModels
import Tabular
import Testing

@testable import Reporting

/// Six states AAA, ABA, ... of which the last is left out; a class of the first four, and one by borders, which are not
/// known here.
struct ClassTablesTests {
    static let assessment: Assessment = {
        var four = DeclaredClass(id: "four", title: "Pairs of \"four\", no more")
        four.states = Set(["AAA", "ABA", "ACA", "ADA"].compactMap { StateCode($0) })
        var borders = DeclaredClass(id: "borders", title: "Borders")
        borders.hasLandBorder = true
        return FigureFixture(
            name: "classes", stateNames: (0..<6).map { "State \($0)" }, excluded: 1, classes: [four, borders]
        ).assessment
    }()

    /// The rows by column name, of one reading or of all.
    static func rows(_ table: Table, of reading: String? = nil) -> [[String: Table.Cell]] {
        table.records.filter { reading == nil || $0["reading"] == .text(reading ?? "") }
    }

    @Test func aRowForEveryClassTheClaimsOwnFirst() throws {
        let rows = Self.rows(Self.assessment.classesTable(), of: "volume")
        #expect(
            rows.map { $0["class"] }
                == [.text("claim"), .text("exception-lifted"), .text("four"), .text("borders")])
        #expect(rows.map { $0["dyads"] } == [.integer(10), .integer(15), .integer(6), .missing])
        let standing = try #require(Self.assessment.result("volume", in: "main")?.standing)
        for place in ["rank_refitted", "rank_by_claim_scores"] {
            #expect(rows[0][place] == .integer(standing.rank))
        }
        #expect(rows[1]["rank_by_claim_scores"] == .integer(standing.overallRank))
        #expect(rows[3]["reason"] == .text("the class needs to know which states share a border"))
        #expect(rows[3]["rank_refitted"] == .missing && rows[0]["reason"] == .missing)
    }

    @Test func aRowForEveryPairThatIsLeftOut() throws {
        let rows = Self.rows(Self.assessment.exceptionTable(), of: "volume")
        #expect(
            rows.map { $0["dyad"] }
                == ["AAA-AFA", "ABA-AFA", "ACA-AFA", "ADA-AFA", "AEA-AFA"].map { .text($0) })
        let ranking = try #require(Self.assessment.result("volume", in: "main")?.ranking)
        let target = try #require(Self.assessment.result("volume", in: "main")?.standing)
        for row in rows {
            let unit = try #require(ranking.dyads.firstIndex { .text("\($0)") == row["dyad"] })
            let score = try #require(ranking.scores[unit])
            #expect(row["score"] == .number(score))
            #expect(row["above_target"] == .integer(score > target.score ? 1 : 0))
        }
        let states = Self.rows(Self.assessment.exceptionStatesTable(), of: "volume")
        #expect(states.count == 6 && states.allSatisfy { $0["dyads"] == .integer(5) })
        #expect(states.map { $0["excluded"] } == [0, 0, 0, 0, 0, 1].map { .integer($0) })
        let above = rows.count { $0["above_target"] == .integer(1) }
        #expect(states[5]["above_target"] == .integer(above))
    }

    @Test func everyTableCanBeWritten() throws {
        for table in [
            Self.assessment.classesTable(), Self.assessment.exceptionTable(),
            Self.assessment.exceptionStatesTable(),
        ] {
            let text = String(decoding: try table.csv(significantDigits: 8), as: UTF8.self)
            #expect(text.split(separator: "\n").count == table.rows.count + 1)
            // No key occurs twice.
            let keys = Self.rows(table).map { row in table.schema.primaryKey.map { "\(row[$0] ?? .missing)" }
            }
            #expect(Set(keys).count == table.rows.count)
        }
    }

    /// Sentences say what the tables say.
    @Test func theClassesInWords() throws {
        let sentences = FindingSentences(Self.assessment, rule: FigureFixture.rule)
        func ranks(_ id: String) throws -> String {
            try ["volume", "output"].map { reading in
                let found = Self.assessment.tests.classes.first { $0.id == id && $0.reading == reading }
                return ordinal(try #require(found).refitted.get().rank)
            }.joined(separator: " and ")
        }
        #expect(
            sentences.classes?.text
                == "Its rank on volume and output in other classes, with everything fitted again: "
                + "All pairs, exception lifted (15): \(try ranks("exception-lifted")); "
                + "Pairs of \"four\", no more (6): \(try ranks("four")); "
                + "Borders: not assessable and not assessable.")
        let above = try #require(Self.assessment.tests.exceptions.first).excluded.count {
            $0.isAboveTarget == true
        }
        let exception = try #require(sentences.exception?.text)
        #expect(
            exception.hasPrefix("Of the pairs with State 5, on volume \(above) of 5 score above the target"))
        #expect(
            try #require(sentences.exceptionalStates?.text).hasPrefix(
                "Of all pairs, State 5's have mean rank"))
        for sentence in [sentences.classes, sentences.exception] {
            #expect(sentences.all.contains { $0 == sentence })
        }
    }

    @Test func aClaimWithoutExceptionsAndClassesHasNoneOfThis() {
        let plain = FigureFixture(name: "plain", stateNames: (0..<4).map { "State \($0)" }).assessment
        #expect(plain.classesTable().rows.isEmpty && plain.exceptionTable().rows.isEmpty)
        let sentences = FindingSentences(plain, rule: FigureFixture.rule)
        #expect(sentences.classes == nil && sentences.exceptionalStates == nil)
    }
}
