import Dyads
import Tabular
import Testing

@testable import Reporting

@Suite("Ranking: what is uncertain is drawn, and said")
struct RankingUncertaintyTests {
    private let fixture = FigureFixture.all[2]

    /// The ranking with an interval of the score, wider for every later pair; the first has none.
    private func figure(options: FigureOptions) throws -> (Figure, [Dyad: ClosedRange<Double>]) {
        let assessment = fixture.assessment
        let main = try #require(MainRanking(assessment))
        var intervals: [Dyad: ClosedRange<Double>] = [:]
        for (place, unit) in main.ranked.enumerated().dropFirst() {
            let score = try #require(main.scores.index.scores[unit])
            intervals[main.scores.dyads[unit]] = (score - 0.02 * Double(place))...(score + 0.01)
        }
        let figure = assessment.rankingFigure(
            main, .scores(intervals, confidence: 0.95, fixedWeight: 0.42), style: fixture.style,
            options: options)
        return (figure, intervals)
    }

    @Test("Intervals of scores lie on the scale of the scores", arguments: FigureOptions.Width.allCases)
    func scoreIntervals(width: FigureOptions.Width) throws {
        let (figure, intervals) = try figure(options: FigureOptions(width: width))
        let reading = try #require(FigureReading(figure.file.bytes))
        let ticks = try #require(reading.ticks(anchor: "middle", along: "x").first)
        var drawn = 0
        for record in figure.data.records where record["interval_of"]?.text == "score" {
            let text = record["dyad"]?.text ?? ""
            let interval = try #require(Dyad(text).flatMap { intervals[$0] })
            let low = try #require(record["interval_low"]?.value)
            let high = try #require(record["interval_high"]?.value)
            #expect(abs(low - interval.lowerBound) < 1e-5 * max(1, abs(low)))
            #expect(abs(high - interval.upperBound) < 1e-5 * max(1, abs(high)))
            let bar = try #require(reading.element("ranking-interval-\(text)"))
            let (x, length) = (try #require(bar.number("x")), try #require(bar.number("width")))
            #expect(abs(x - (try #require(position(of: low, on: ticks)))) < 0.05)
            #expect(abs(x + length - (try #require(position(of: high, on: ticks)))) < 0.05)
            drawn += 1
        }
        #expect(drawn > 5)
        #expect(
            reading.elements.count { $0.attributes["id"]?.hasPrefix("ranking-interval-") == true } == drawn)
    }

    @Test("Key, notes and description say what the bars are, and what has no error")
    func words() throws {
        let (figure, _) = try figure(options: .standard)
        let reading = try #require(FigureReading(figure.file.bytes))
        let texts = reading.named("text").map(\.text)
        #expect(texts.contains("95 % interval over the sampling of years"))
        let all = texts.joined(separator: " ")
        #expect(all.contains("(t, 4 degrees of freedom)"))
        #expect(all.contains("42 % of the weight are no annual series and have no error"))
        #expect(figure.description.contains("at 95 % over the sampling of years."))
    }

    @Test("Without sampling the ranks under random weights stand right of the dots, and are said to")
    func ranksUnderWeights() throws {
        let figure = try #require(fixture.figures.first { $0.canvas.name == "ranking" })
        let reading = try #require(FigureReading(figure.file.bytes))
        let texts = reading.named("text").map(\.text)
        #expect(texts.contains("ranks in 95 % of draws of weights"))
        #expect(figure.description.contains("In the middle 95 % of draws of weights its rank lies between "))
    }

    @Test("A study without tests has no interval, and the figure does not speak of one")
    func none() throws {
        var plain = fixture
        plain.hasTests = false
        let figure = try #require(
            plain.assessedAnew.rankingFigure(style: plain.style, options: .standard))
        #expect(figure.data.records.allSatisfy { $0["interval_of"]?.text == "" })
        #expect(!figure.svg.contains("interval"))
        #expect(!figure.svg.contains("draws"))
    }

    @Test("The middle ranks leave at most 2.5 % of the draws on either side")
    func middleRanks() throws {
        let assessment = fixture.assessment
        let main = try #require(MainRanking(assessment))
        let acceptability = try #require(assessment.tests.acceptability(of: main.item.subject.id))
        for unit in main.ranked {
            let middle = try #require(acceptability.middleRanks(of: unit))
            let counts = try #require(acceptability.rankAcceptabilities(of: unit)).map(\.count)
            let below = counts.prefix(middle.lowerBound - 1).reduce(0, +)
            let above = counts.dropFirst(middle.upperBound).reduce(0, +)
            #expect(1000 * below <= 25 * acceptability.draws && 1000 * above <= 25 * acceptability.draws)
            #expect(1000 * (below + counts[middle.lowerBound - 1]) > 25 * acceptability.draws)
            #expect(1000 * (above + counts[middle.upperBound - 1]) > 25 * acceptability.draws)
        }
    }
}
