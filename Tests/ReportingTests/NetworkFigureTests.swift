import Foundation
import Tabular
import Testing

@testable import Reporting

@Suite("The network of the strongest pairs")
struct NetworkFigureTests {
    private func figure(_ fixture: FigureFixture, _ options: FigureOptions = .standard) throws -> (
        Figure, FigureReading
    ) {
        let figure = try #require(fixture.assessment.networkFigure(style: fixture.style, options: options))
        return (figure, try #require(FigureReading(figure.file.bytes)))
    }

    @Test(
        "The values beside it are the plotted ones", arguments: FigureFixture.all,
        FigureOptions.Width.allCases)
    func data(fixture: FigureFixture, width: FigureOptions.Width) throws {
        let (figure, reading) = try figure(fixture, FigureOptions(width: width))
        let records = figure.data.records
        let ranks = fixture.assessment.ranksTable().records.filter {
            $0["window"]?.text == "main" && $0["subject"]?.text == "volume"
        }
        let scores = records.compactMap { $0["score"]?.value }
        let (low, high) = (try #require(scores.min()), try #require(scores.max()))
        for record in records {
            let dyad = record["dyad"]?.text ?? ""
            let own = try #require(ranks.first { $0["dyad"]?.text == dyad })
            #expect(own["rank_in_class"]?.value == record["rank"]?.value)
            #expect((record["rank"]?.value ?? 0) <= 15 || record["target"]?.value == 1 || records.count < 16)
            let link = try #require(reading.element("network-link-\(dyad)"))
            let numbers = (link.attributes["d"] ?? "").split { "MQ ".contains($0) }.compactMap { Double($0) }
            try #require(numbers.count == 6)
            let start = try #require(reading.position("network-state-\(record["iso3_a"]?.text ?? "")"))
            let end = try #require(reading.position("network-state-\(record["iso3_b"]?.text ?? "")"))
            #expect(abs(numbers[0] - start.x) + abs(numbers[1] - start.y) < 0.05)
            #expect(abs(numbers[4] - end.x) + abs(numbers[5] - end.y) < 0.05)
            let score = try #require(record["score"]?.value)
            #expect(abs((link.number("stroke-width") ?? 0) - 0.6 - 4 * (score - low) / (high - low)) < 0.006)
            #expect((link.attributes["stroke"] == Palette.vermillion.light) == (record["target"]?.value == 1))
            #expect((record["latitude_a"]?.value == nil) == !fixture.isLocated)
        }
        #expect(records.count { $0["target"]?.value == 1 } == 1)
        let ids = reading.elements.compactMap { $0.attributes["id"] }
        #expect(ids.count { $0.hasPrefix("network-link-") } == records.count)
        let states = Set(records.flatMap { [$0["iso3_a"]?.text, $0["iso3_b"]?.text] })
        #expect(ids.count { $0.hasPrefix("network-state-") } == states.count)
    }

    @Test(
        "Every state has a label, and none lies on a state or on the target's mark",
        arguments: FigureFixture.all)
    func labels(fixture: FigureFixture) throws {
        for width in FigureOptions.Width.allCases {
            let (_, reading) = try figure(fixture, FigureOptions(width: width))
            let states = reading.named("circle")
            for circle in states {
                let (x, y) = (try #require(circle.number("cx")), try #require(circle.number("cy")))
                #expect(
                    !reading.boxes.contains { $0.left < x && x < $0.right && $0.top < y && y < $0.bottom })
            }
            let heading = reading.boxes.first { $0.text.hasPrefix("The ") }?.bottom ?? 0
            let notes = reading.boxes.first { $0.text.hasPrefix("N = ") }?.top ?? 0
            let target = try #require(reading.position("network-target"))
            #expect(heading < target.y && target.y < notes)
            let words = reading.boxes.filter { $0.top > heading + 20 && $0.bottom < notes }
            // Names take one line or two; one text more is the target's rank.
            #expect(words.count > states.count)
        }
    }

    @Test("Places on the map are those of the capitals, as far as they need not part")
    func places() throws {
        let fixture = FigureFixture.all[2]
        let (figure, reading) = try figure(fixture)
        var known: [String: (latitude: Double, longitude: Double)] = [:]
        for record in figure.data.records {
            for side in ["a", "b"] {
                let place = (
                    try #require(record["latitude_\(side)"]?.value),
                    try #require(record["longitude_\(side)"]?.value)
                )
                known[record["iso3_\(side)"]?.text ?? ""] = place
            }
        }
        let points = try known.map { state, place in
            (place, try #require(reading.position("network-state-\(state)")))
        }
        // North is up, and east, counted from 150 degrees on, is right.
        for (a, p) in points {
            for (b, q) in points {
                if a.latitude > b.latitude + 4 { #expect(p.y < q.y) }
                func east(_ longitude: Double) -> Double { longitude < 0 ? longitude + 360 : longitude }
                if east(a.longitude) > east(b.longitude) + 6 { #expect(p.x > q.x) }
            }
        }
    }
}
