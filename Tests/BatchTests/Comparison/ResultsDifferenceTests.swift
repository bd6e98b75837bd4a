import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Batch

struct ResultsDifferenceTests {
    private func difference(
        _ change: (inout ComparedResults) -> Void, within tolerances: Tolerances? = nil
    ) throws -> ResultsDifference {
        var other = ComparedResults()
        change(&other)
        return try ResultsDifference(
            ComparedResults().stored(name: "old"), other.stored(), within: tolerances ?? Tolerances())
    }

    @Test func thereIsNoneBetweenAFolderAndItself() throws {
        let found = try difference { _ in }
        #expect(found.agrees && found.causes.isEmpty && found.documents.isEmpty)
        // Three rows of four columns twice, and six values of the verdict with their places.
        #expect(found.cellsCompared == 12 + 12 + 12 && found.tablesCompared == 3)
        #expect(found.text() == "36 values of 3 tables agree.\n")
    }

    @Test func ranksMustBeTheSameWhateverTheTolerance() throws {
        let found = try difference(
            { $0.ranks = $0.ranks.replacing("A-C,2", with: "A-C,3") }, within: Tolerances(general: 10))
        #expect(!found.agrees)
        let cell = try #require(found.tables.first?.cells.first)
        #expect(cell.row == "window main, subject volume, dyad A-C")
        #expect((cell.column, cell.first, cell.second) == ("rank_in_class", "2", "3"))
        #expect(
            found.text().hasPrefix(
                """
                ranks.csv: 1 of 12 values differ
                  window main, subject volume, dyad A-C: rank_in_class 2 -> 3
                1 of 3 tables differ (36 values of 3 tables compared).
                Study, data, version and BLAS are the same: a defect of the program or of the machine.
                """))
    }

    @Test func scoresMayDifferByAShareOfTheirSize() throws {
        func change(_ results: inout ComparedResults) {
            results.scores = results.scores.replacing("71.25", with: "71.2507")
        }
        #expect(try difference(change, within: Tolerances(general: 1e-5)).agrees)
        let found = try difference(change)
        let relative = try #require(found.tables.first?.cells.first?.relative)
        #expect(abs(relative - 0.0007 / 71.2507) < 1e-12)
        #expect(try difference(change, within: Tolerances(columns: ["scores.csv:score=1e-5"])).agrees)
        #expect(try !difference(change, within: Tolerances(general: 1, columns: ["score=1e-7"])).agrees)
        // A small number is not excused by the large ones of its column.
        let small = try difference { $0.scores = $0.scores.replacing("-0.000001", with: "-0.000002") }
        #expect(small.tables.first?.cells.first?.relative == 0.5)
    }

    @Test func textAndMissingValuesMustBeTheSame() throws {
        #expect(try difference({ $0.scores = $0.scores.replacing(",x", with: ",y") }).tables.count == 1)
        let missing = try difference(
            { $0.scores = $0.scores.replacing("71.25", with: "") }, within: Tolerances(general: 100))
        #expect(missing.text().contains("score 71.25 -> (missing)"))
        #expect(!missing.agrees)
    }

    @Test func theVerdictIsComparedByItsValues() throws {
        let spaced = try difference { $0.verdict = $0.verdict.replacing("\n", with: "  ") }
        #expect(spaced.agrees)
        let other = try difference { $0.verdict = $0.verdict.replacing("\"volume\"", with: "\"output\"") }
        #expect(other.tables.map(\.path) == ["verdict.json"])
        #expect(other.text().contains("at verdict.readings.0.reading: value volume -> output"))
        // A rank without a schema is a whole number, and must be the same.
        let rank = try difference(
            { $0.verdict = $0.verdict.replacing("\"rank\": 1", with: "\"rank\": 2") },
            within: Tolerances(general: 10))
        #expect(!rank.agrees)
        let share = try difference(
            { $0.verdict = $0.verdict.replacing("0.25", with: "0.2500001") },
            within: Tolerances(general: 1e-5))
        #expect(share.agrees)
    }

    @Test func rowsAndColumnsOfOneFolderOnlyAreTold() throws {
        let rows = try difference { $0.ranks = $0.ranks.replacing("B-C,3", with: "B-D,3") }
        #expect(
            rows.text().contains("ranks.csv: row no longer there: window main, subject volume, dyad B-C\n"))
        #expect(rows.text().contains("ranks.csv: row new: window main, subject volume, dyad B-D\n"))
        let twice = try difference { $0.ranks += "main,volume,B-C,3\n" }
        #expect(!twice.agrees && twice.tables.first?.onlyInSecond.count == 1)
        let columns = try difference {
            $0.scoreColumns[3] = "remark"
            $0.scores = $0.scores.replacing("note", with: "remark")
        }
        #expect(
            columns.text().contains(
                "scores.csv: columns no longer there: note\nscores.csv: columns new: remark\n"))
    }

    @Test func whatCannotBeReadIsADifference() throws {
        let found = try difference { $0.scores = $0.scores.replacing("71.25,x", with: "71.25") }
        #expect(!found.agrees && found.unreadable.first?.contains("new/scores.csv:2") == true)
    }

    @Test func aPageThatDiffersWithoutACauseIsADifference() throws {
        #expect(try !difference({ $0.report = "<b>" }).agrees)
        let newer = try difference {
            $0.report = "<b>"
            $0.version = "2.0"
        }
        #expect(newer.agrees)
        #expect(
            newer.text().hasSuffix(
                """
                Texts and figures that are not the same bytes: report.html
                Not the same, without moving a value:
                  version of dyadscore (1.0, 2.0)

                """))
    }

    @Test func causesAreWhatIsNotTheSame() throws {
        func kinds(_ change: (inout ComparedResults) -> Void) throws -> [ResultsDifference.Cause.Kind] {
            try difference(change).causes.map(\.kind)
        }
        #expect(try kinds { $0.input = "c" } == [.data])
        #expect(try kinds { $0.claim = "c" } == [.study])
        #expect(try kinds { $0.seed = 8 } == [.study])
        #expect(try kinds { $0.version = "2.0" } == [.version])
        #expect(try kinds { $0.blasCoreType = "ZEN" } == [.blas])
        let found = try difference {
            $0.input = "c"
            $0.scores = $0.scores.replacing("71.25", with: "71.5")
        }
        #expect(found.text().hasSuffix("Likely cause:\n  data: states/states.csv (changed)\n"))
    }

    @Test func tolerancesOfOtherColumnsAreRefused() throws {
        func message(_ column: String) throws -> String {
            do {
                _ = try difference({ _ in }, within: Tolerances(columns: ["\(column)=0.1"]))
                return "accepted"
            } catch let error as Diagnostic { return "\(error)" }
        }
        #expect(try message("score") == "accepted")
        #expect(try message("scroe").contains("did you mean 'score'?"))
        #expect(try message("rank_in_class").contains("must be the same"))
        #expect(try message("ranks.csv:score").contains("column that a table has"))
    }
}
