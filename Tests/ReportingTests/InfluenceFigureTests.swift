import Foundation
import Tabular
import Testing

@testable import Reporting

@Suite("What is left out, and what changes")
struct InfluenceFigureTests {
    static let fixtures = FigureFixture.all.filter(\.hasInfluence)

    @Test(
        "The rows stand for all omissions of influence.csv, with their ranks",
        arguments: fixtures, FigureOptions.Width.allCases)
    func data(fixture: FigureFixture, width: FigureOptions.Width) throws {
        let assessment = fixture.assessment
        let figure = try #require(
            assessment.influenceFigure(style: fixture.style, options: FigureOptions(width: width)))
        let reading = try #require(FigureReading(figure.file.bytes))
        let table = assessment.influenceTable().records
        var marks = 0
        for subject in ["volume", "output"] {
            for kind in InfluencePanel.kinds {
                let rows = figure.data.records.filter {
                    $0["reading"]?.text == subject && $0["kind"]?.text == kind
                }
                var omissions = table.filter { $0["reading"]?.text == subject && $0["kind"]?.text == kind }
                #expect(rows.reduce(0) { $0 + ($1["omissions"]?.value ?? 0) } == Double(omissions.count))
                for row in rows {
                    let number = Int(row["row"]?.value ?? 0)
                    let mark = reading.element("influence-\(subject)-\(kind)-\(number)")
                    #expect((mark == nil) == (row["rank_best"]?.value == nil))
                    if mark != nil { marks += 1 }
                    guard let name = row["left_out"]?.text, !name.isEmpty else { continue }
                    let place = try #require(omissions.firstIndex { $0["left_out"]?.text == name })
                    let own = omissions.remove(at: place)
                    #expect(own["rank"]?.value == row["rank_best"]?.value)
                    #expect(own["rank"]?.value == row["rank_worst"]?.value)
                    #expect(own["ties"]?.value == row["ties"]?.value)
                    let leaders = row["leaders"]?.text ?? ""
                    #expect(leaders.isEmpty || leaders == own["leaders"]?.text)
                }
                // What is left is drawn as one, and changes less than what stands by itself.
                let ranks = omissions.compactMap { $0["rank"]?.value }
                let rest = rows.first { $0["left_out"]?.text == "" && $0["rank_best"]?.value != nil }
                #expect(rest?["rank_best"]?.value == ranks.min())
                #expect(rest?["rank_worst"]?.value == ranks.max())
                let usual = table.first { $0["reading"]?.text == subject }?["rank_default"]?.value ?? 0
                let least =
                    rows.filter { $0["left_out"]?.text != "" }
                    .map { abs(($0["rank_best"]?.value ?? 0) - usual) }.min() ?? .infinity
                #expect(ranks.allSatisfy { abs($0 - usual) <= least })
            }
        }
        let ids = reading.elements.compactMap { $0.attributes["id"] }
        #expect(ids.count == marks + 2)
        #expect(reading.canvas.height <= Canvas.pageHeight)
    }

    @Test("Ranks lie where the axis says", arguments: fixtures)
    func places(fixture: FigureFixture) throws {
        let figure = try #require(
            fixture.assessment.influenceFigure(style: fixture.style, options: FigureOptions(width: .one)))
        let reading = try #require(FigureReading(figure.file.bytes))
        let axes = reading.ticks(anchor: "middle", along: "x").filter { $0.first?.value == 1 && $0.count > 1 }
        try #require(axes.count == 2)
        for record in figure.data.records where record["left_out"]?.text != "" {
            let axis = axes[record["reading"]?.text == "volume" ? 0 : 1]
            let id =
                "influence-\(record["reading"]?.text ?? "")-\(record["kind"]?.text ?? "")-\(Int(record["row"]?.value ?? 0))"
            let mark = try #require(reading.position(id))
            let rank = try #require(record["rank_best"]?.value)
            #expect(abs(mark.x - (try #require(position(of: rank, on: axis)))) < 0.05)
        }
    }

    @Test("Studies that leave nothing out have no such figure")
    func absence() {
        let fixture = FigureFixture(name: "untested", stateNames: ["A", "B", "C", "D"], hasTests: false)
        #expect(fixture.assessment.influenceFigure(style: fixture.style, options: .standard) == nil)
    }
}
