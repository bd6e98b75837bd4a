import Tabular
import Testing

@testable import Reporting

@Suite("Figures: the values beside a figure are the plotted ones")
struct FigureDataTests {
    private func figure(_ name: String, of fixture: FigureFixture) throws -> (Figure, FigureReading) {
        let figure = try #require(fixture.figures.first { $0.canvas.name == name })
        return (figure, try #require(FigureReading(figure.file.bytes)))
    }

    /// The marks of a figure: elements with an id, title and description aside.
    private func marks(_ reading: FigureReading, _ name: String) -> [FigureReading.Element] {
        reading.elements.filter {
            guard let id = $0.attributes["id"] else { return false }
            return id != "\(name)-title" && id != "\(name)-desc"
        }
    }

    @Test(arguments: FigureFixture.all)
    func ranking(fixture: FigureFixture) throws {
        let (figure, reading) = try figure("ranking", of: fixture)
        let ticks = reading.ticks(anchor: "middle", along: "x")
        let intervals = figure.data.records.filter { $0["interval_of"]?.text.isEmpty == false }
        #expect(intervals.isEmpty == !fixture.hasTests)
        #expect(marks(reading, "ranking").count == figure.data.rows.count + intervals.count)
        for record in intervals {
            #expect(record["interval_of"]?.text == "rank")
            let ends = ["interval_low", "interval_high"].compactMap { record[$0]?.value.map { Int($0) } }
            try #require(ends.count == 2)
            #expect(ends[0] <= ends[1] && ends[0] >= 1)
            let text = try #require(reading.element("ranking-ranks-\(record["dyad"]?.text ?? "")")).text
            #expect(text == (ends[0] == ends[1] ? "\(ends[0])" : "\(ends[0])–\(ends[1])"))
        }
        for record in figure.data.records {
            let panel = record["in_class"]?.value == 1 ? 0 : 1
            let subject = record["subject"]?.text ?? ""
            let kind =
                record["subject_kind"]?.text == "reading"
                ? "score" : "d\((fixture.dimensions.firstIndex(of: subject) ?? -1) + 1)"
            let mark = try #require(reading.position("ranking-\(kind)-\(record["dyad"]?.text ?? "")"))
            let value = try #require(record["value"]?.value)
            let expected = try #require(position(of: value, on: ticks[panel]))
            #expect(abs(mark.x - expected) < 0.05)
        }
    }

    @Test(arguments: FigureFixture.all)
    func matrix(fixture: FigureFixture) throws {
        let (figure, reading) = try figure("matrix", of: fixture)
        var colours: [(score: Double, step: Int)] = []
        for record in figure.data.records {
            let dyad = record["dyad"]?.text ?? ""
            guard let score = record["score"]?.value else {
                #expect(reading.element("matrix-score-\(dyad)") == nil)
                continue
            }
            let colour = try #require(reading.element("matrix-score-\(dyad)")?.attributes["fill"])
            colours.append((score, try #require(Palette.sequence.firstIndex { $0.light == colour })))
            let rank = try #require(reading.element("matrix-rank-\(dyad)"))
            let isMember = record["in_class"]?.value == 1
            let number = (isMember ? record["rank"] : record["place"])?.text ?? ""
            let ties = record["ties"]?.value ?? 1
            #expect(rank.text == (isMember && ties > 1 ? "\(number)=" : number))
            #expect((rank.attributes["font-style"] == "italic") == !isMember)
        }
        // Darker never means lower, and equal colours lie within one class of the key.
        colours.sort { $0.score < $1.score }
        for (low, high) in zip(colours, colours.dropFirst()) { #expect(low.step <= high.step) }
        #expect(Set(colours.map(\.step)).count > 1)
    }

    @Test(arguments: FigureFixture.all)
    func profiles(fixture: FigureFixture) throws {
        let (figure, reading) = try figure("profiles", of: fixture)
        let ticks = reading.ticks(anchor: "middle", along: "x")
        var order: [String] = []
        for record in figure.data.records {
            let dyad = record["dyad"]?.text ?? ""
            if !order.contains(dyad) { order.append(dyad) }
            guard let value = record["value"]?.value else { continue }
            let index = try #require(fixture.dimensions.firstIndex(of: record["dimension"]?.text ?? ""))
            let mark = try #require(reading.position("profiles-d\(index + 1)-\(dyad)"))
            let expected = try #require(position(of: value, on: ticks[order.count - 1]))
            #expect(abs(mark.x - expected) < 0.05)
        }
        #expect(marks(reading, "profiles").count == figure.data.records.count { $0["value"]?.value != nil })
    }

    @Test(arguments: FigureFixture.all)
    func rankByYear(fixture: FigureFixture) throws {
        let (figure, reading) = try figure("rank-by-year", of: fixture)
        let years = try #require(reading.ticks(anchor: "middle", along: "x").first)
        // Labels stand 2.5 points under their middle, which is the rank's position.
        let ranks = reading.ticks(anchor: "end", along: "y").map { $0.map { ($0.value, $0.position - 2.5) } }
        var subjects: [String] = []
        for id in ["all"] + fixture.dimensions.prefix(2) { subjects.append(id) }
        var plotted = 0
        for record in figure.data.records {
            guard let rank = record["rank"]?.value, let year = record["year"]?.value else {
                #expect(record["reason"]?.text.isEmpty == false)
                continue
            }
            let panel = try #require(subjects.firstIndex(of: record["subject"]?.text ?? ""))
            let id = "rank-by-year-s\(panel + 1)-\(record["dyad"]?.text ?? "")-\(Int(year))"
            let mark = try #require(reading.position(id))
            #expect(abs(mark.x - (try #require(position(of: year, on: years)))) < 0.05)
            #expect(abs(mark.y - (try #require(position(of: rank, on: ranks[panel])))) < 0.05)
            plotted += 1
        }
        #expect(marks(reading, "rank-by-year").count == plotted)
    }

    @Test("No line joins years that rest on different sources", arguments: FigureFixture.all)
    func breaks(fixture: FigureFixture) throws {
        let (_, reading) = try figure("rank-by-year", of: fixture)
        let years = try #require(reading.ticks(anchor: "middle", along: "x").first)
        let edge = try #require(position(of: 2004.5, on: years))
        let series = reading.named("polyline").filter {
            [Palette.vermillion, Palette.blue, Palette.green, Palette.purple].map(\.light).contains(
                $0.attributes["stroke"] ?? "")
        }
        #expect(!series.isEmpty)
        for line in series {
            let xs = (line.attributes["points"] ?? "").split(separator: " ").compactMap {
                $0.split(separator: ",").first.flatMap { Double($0) }
            }
            #expect(xs.allSatisfy { $0 < edge } || xs.allSatisfy { $0 > edge })
        }
    }

    @Test("A rank that more than a quarter of the class shares is hollow", arguments: FigureFixture.all)
    func sharedRanks(fixture: FigureFixture) throws {
        let (figure, reading) = try figure("rank-by-year", of: fixture)
        let sizes = Dictionary(
            fixture.assessment.years.map { ("\($0.subject) \($0.year)", $0.standing.classSize) }
        ) { first, _ in first }
        for record in figure.data.records where record["subject"]?.text == "all" {
            guard let ties = record["ties"]?.value, let year = record["year"]?.text else { continue }
            let mark = try #require(reading.element("rank-by-year-s1-\(record["dyad"]?.text ?? "")-\(year)"))
            let size = try #require(sizes["all \(year)"])
            #expect((mark.attributes["fill"] == Palette.white.light) == (ties > 1 && ties * 4 > Double(size)))
        }
    }
}
