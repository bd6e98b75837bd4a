import ClaimTesting
import Testing

@testable import Reporting

/// The tables of small assessments.
struct PaperTablesTests {
    func made(_ kind: PaperTableKind, _ fixture: FigureFixture, decimals: Int? = nil) -> PaperTable? {
        var style = PaperStyle(fixture.style)
        style.decimals = decimals
        return fixture.assessment.paperTable(kind, rule: FigureFixture.rule, style: style)
    }

    @Test(arguments: FigureFixture.all) func everyTableCanBeWritten(fixture: FigureFixture) throws {
        for kind in PaperTableKind.allCases {
            guard let table = made(kind, fixture) else { continue }
            #expect(table.name == kind.rawValue && table.label == "tab:fixture-\(kind.rawValue)")
            for format in PaperFormat.allCases {
                let text = String(decoding: try table.bytes(as: format, significantDigits: 8), as: UTF8.self)
                #expect(!text.isEmpty && text.firstMatch(of: /\b-?(nan|inf)\b/) == nil, "\(kind) \(format)")
                if format == .html { #expect(!text.contains("<script") && !text.contains("<b>")) }
            }
            // Keys tell the rows apart, as the data package says.
            let data = table.data
            let keys = data.schema.primaryKey.compactMap { key in
                data.schema.fields.firstIndex { $0.name == key }
            }
            let rows = data.rows.map { row in keys.map { "\(row[$0])" } }
            #expect(Set(rows).count == rows.count, "\(kind)")
            #expect(Set(data.schema.fields.map(\.name)).count == data.schema.fields.count, "\(kind)")
        }
    }

    @Test func theTargetStandsUnderAGap() throws {
        let fixture = try #require(FigureFixture.all.first { $0.name == "15 states, target last" })
        let ranking = try #require(made(.ranking, fixture))
        let rows = ranking.rows
        // Fifteen ranks, some shared, and the target.
        #expect(rows.count >= 16 && rows.filter(\.isEmphasised).count == 1)
        #expect(rows.last?.isEmphasised == true && rows.last?.followsGap == true)
        #expect(rows.last?.cells.first == .rank(91, isShared: false))
        #expect(rows.dropLast().allSatisfy { !$0.followsGap })
        #expect(
            ranking.columns.map(\.id) == [
                "rank", "ties", "dyad", "pair", "volume", "contacts", "agreements", "projects", "rank_output",
                "rank_beside", "observed_weight", "is_target",
            ])
    }

    @Test func decimalsAreWhatIsAsked() throws {
        let fixture = try #require(FigureFixture.all.first)
        let ranking = try #require(made(.ranking, fixture, decimals: 4))
        let score = try #require(ranking.rows.first.map { ranking.text($0, 4) })
        #expect(score.split(separator: ".").last?.count == 4)
    }

    @Test func withoutTestsThereIsNoMultiverse() {
        var fixture = FigureFixture(name: "no tests", stateNames: ["A", "B", "C"])
        fixture.hasTests = false
        #expect(made(.multiverse, fixture) == nil)
        #expect(made(.robustness, fixture) == nil)
        #expect(made(.descriptives, fixture)?.rows.count == 3)
        // Three indicators make three pairs.
        #expect(made(.correlations, fixture)?.data.rows.count == 3)
    }

    @Test func descriptivesAreOfTheClassAlone() throws {
        let fixture = try #require(FigureFixture.all.first { $0.name == "6 states, one excluded" })
        let table = try #require(made(.descriptives, fixture))
        // Ten pairs of five states; the pair without values is outside.
        #expect(table.rows.allSatisfy { $0.cells[3] == .integer(10) && $0.cells[10] == .integer(0) })
    }
}
