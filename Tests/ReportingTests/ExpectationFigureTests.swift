import Dyads
import Foundation
import Tabular
import Testing

@testable import Reporting

@Suite("Observed against expected values")
struct ExpectationFigureTests {
    @Test("The values beside it are the plotted ones", arguments: FigureFixture.all, [0, 1])
    func data(fixture: FigureFixture, number: Int) throws {
        let assessment = fixture.assessment
        let panel = fixture.expectationPanels(of: assessment)[number]
        let figure = try #require(
            assessment.expectationFigure([panel], style: fixture.style, options: .standard))
        let reading = try #require(FigureReading(figure.file.bytes))
        func logarithmic(_ ticks: [(value: Double, position: Double)]) -> [(value: Double, position: Double)]
        {
            ticks.filter { $0.value > 0 }.map { (log10($0.value), $0.position) }
        }
        let across = logarithmic(
            try #require(reading.ticks(anchor: "middle", along: "x").first { $0.count > 1 }))
        let up = logarithmic(
            reading.ticks(anchor: "end", along: "y").flatMap { $0 }.map { ($0.value, $0.position - 2.5) })
        var zeros: Set<Double> = []
        for record in figure.data.records {
            let mark = try #require(reading.position("expectation-p1-\(record["dyad"]?.text ?? "")"))
            let expected = try #require(record["expected"]?.value)
            let observed = try #require(record["observed"]?.value)
            #expect(abs(mark.x - (try #require(position(of: log10(expected), on: across)))) < 0.1)
            if observed == 0 {
                zeros.insert(mark.y)
            } else {
                #expect(abs(mark.y - (try #require(position(of: log10(observed), on: up)))) < 0.1)
            }
        }
        // Nothing observed lies in a strip of its own under all others.
        #expect(zeros.count <= 1)
        let lowest = up.map(\.position).max() ?? 0
        #expect(zeros.allSatisfy { $0 > lowest })
        let ids = reading.elements.compactMap { $0.attributes["id"] }
        #expect(ids.count == figure.data.rows.count + 2)
    }

    @Test(
        "Named are the target and the pairs of the class that are furthest above",
        arguments: FigureFixture.all)
    func names(fixture: FigureFixture) throws {
        let claim = fixture.assessment.claim
        for panel in fixture.expectationPanels(of: fixture.assessment) {
            let others = panel.points.filter { $0.isMember && $0.dyad != claim.target && $0.ratio > 1 }
            let best = others.sorted { $0.ratio > $1.ratio }.prefix(2)
            let named = panel.labelled.filter { $0 != claim.target }
            #expect(named.count == best.count)
            for dyad in named {
                let ratio = try #require(others.first { $0.dyad == dyad }?.ratio)
                #expect(ratio >= (best.last?.ratio ?? 0))
            }
            let target = try #require(panel.target)
            let own = panel.points.filter(\.isMember)
            #expect(target.rank == 1 + own.count { $0.ratio > target.ratio })
        }
    }

    @Test("Of a large class every n-th pair is drawn, and those that are named")
    func thinning() throws {
        let fixture = FigureFixture.all[3]
        let dyads = fixture.assessment.panel.dyads
        let many = (0..<20).flatMap { _ in dyads }
        let values = many.indices.map { Double($0 + 1) }
        let panel = try #require(
            ExpectationPanel(
                indicator: "x", observed: values.map { $0 * $0 }, expected: values,
                intervals: values.map { _ in nil }, dyads: many, claim: fixture.assessment.claim))
        #expect(many.count > 3_000 && panel.points.count <= ExpectationPanel.mostPoints + 200)
        #expect(panel.members > ExpectationPanel.mostPoints)
    }

    @Test("Without a gravity equation, or with nothing observed, there is no figure")
    func absence() {
        let fixture = FigureFixture.all[0]
        let assessment = fixture.assessment
        #expect(assessment.expectationFigure(style: fixture.style, options: .standard) == nil)
        let dyads = assessment.panel.dyads
        #expect(
            ExpectationPanel(
                indicator: "x", observed: dyads.map { _ in 0 }, expected: dyads.map { _ in 1 },
                intervals: dyads.map { _ in nil }, dyads: dyads, claim: assessment.claim) == nil)
    }
}
