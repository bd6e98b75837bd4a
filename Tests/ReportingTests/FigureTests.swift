import Foundation
import Tabular
import Testing

@testable import Reporting

@Suite("Figures: what an art editor and a screen reader ask for")
struct FigureTests {
    @Test("Every figure is drawn", arguments: FigureFixture.all)
    func completeness(fixture: FigureFixture) {
        let names =
            [
                "ranking", "matrix", "profiles", "rank-by-year", "acceptability", "weights-ternary",
                "tipping-point",
            ] + (fixture.hasInfluence ? ["influence"] : []) + [
                "network", "specification-curve-volume", "specification-curve-output", "rank-confidence",
                "expectation",
            ]
        #expect(fixture.figures.map(\.canvas.name) == names)
    }

    @Test(
        "Text lies inside the canvas, overlaps no other text, and is 7 to 9 points",
        arguments: FigureFixture.all)
    func text(fixture: FigureFixture) throws {
        for figure in fixture.figures {
            let reading = try #require(FigureReading(figure.file.bytes))
            let (width, height) = reading.canvas
            let boxes = reading.boxes
            #expect(boxes.count == reading.named("text").count)
            for (index, box) in boxes.enumerated() {
                #expect(
                    box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height,
                    "\(figure.canvas.name): \(box) outside \(width) x \(height)")
                for other in boxes[(index + 1)...] where box.overlaps(other) {
                    Issue.record("\(figure.canvas.name): \(box) overlaps \(other)")
                }
            }
            for element in reading.named("text") {
                let size = try #require(element.number("font-size"))
                #expect((7...9).contains(size))
            }
        }
    }

    @Test("Figures are one or two columns wide", arguments: FigureFixture.all)
    func width(fixture: FigureFixture) throws {
        for figure in fixture.figures {
            let root = try #require(FigureReading(figure.file.bytes)?.named("svg").first)
            #expect(["88mm", "180mm"].contains(root.attributes["width"] ?? ""))
        }
    }

    @Test("Only colours of the palette", arguments: FigureFixture.all)
    func colours(fixture: FigureFixture) throws {
        let allowed = Set(Palette.all.map(\.light) + ["none"])
        for figure in fixture.figures {
            for element in try #require(FigureReading(figure.file.bytes)).elements {
                for name in ["fill", "stroke"] {
                    guard let colour = element.attributes[name] else { continue }
                    #expect(allowed.contains(colour), "\(figure.canvas.name): \(colour)")
                }
            }
        }
    }

    @Test(
        "A title and a description that states the finding; ids unique and prefixed",
        arguments: FigureFixture.all)
    func accessibility(fixture: FigureFixture) throws {
        var ids: [String] = []
        for figure in fixture.figures {
            let name = figure.canvas.name
            let reading = try #require(FigureReading(figure.file.bytes))
            let root = try #require(reading.named("svg").first)
            #expect(root.attributes["role"] == "img")
            #expect(root.attributes["aria-labelledby"] == "\(name)-title \(name)-desc")
            #expect(reading.element("\(name)-title")?.name == "title")
            let description = try #require(reading.element("\(name)-desc"))
            #expect(description.name == "desc")
            #expect(description.text.contains("rank"))
            let own = reading.elements.compactMap { $0.attributes["id"] }
            #expect(own.allSatisfy { $0.hasPrefix("\(name)-") })
            ids += own
        }
        #expect(Set(ids).count == ids.count)
    }

    @Test("No scripts, styles or references; hostile text is escaped", arguments: FigureFixture.all)
    func safety(fixture: FigureFixture) throws {
        let allowed: Set = [
            "svg", "title", "desc", "rect", "line", "polyline", "path", "circle", "text",
        ]
        for figure in fixture.figures {
            let reading = try #require(FigureReading(figure.file.bytes))
            #expect(Set(reading.elements.map(\.name)).isSubset(of: allowed))
            let attributes = Set(reading.elements.flatMap(\.attributes.keys))
            #expect(attributes.isDisjoint(with: ["href", "xlink:href", "style", "class", "onload"]))
            #expect(!figure.svg.contains("url("))
        }
    }

    @Test("The same input gives the same bytes", arguments: FigureFixture.all)
    func determinism(fixture: FigureFixture) throws {
        let (first, second) = (fixture.figures, fixture.redrawn)
        #expect(first.map(\.file) == second.map(\.file))
        #expect(first.map(\.data) == second.map(\.data))
    }

    @Test("Coordinates have at most two decimals", arguments: FigureFixture.all)
    func decimals(fixture: FigureFixture) throws {
        for figure in fixture.figures {
            for element in try #require(FigureReading(figure.file.bytes)).elements
            where !["title", "desc"].contains(element.name) {
                for (name, value) in element.attributes where name != "id" {
                    #expect(value.firstMatch(of: /\.\d{3}/) == nil, "\(name)=\(value)")
                }
            }
        }
    }

    @Test("A figure's values lie beside it", arguments: FigureFixture.all)
    func paths(fixture: FigureFixture) {
        for figure in fixture.figures {
            #expect(figure.file.name == "figures/\(figure.canvas.name).svg")
            #expect(figure.data.schema.pathInResults == "figures/\(figure.canvas.name).csv")
        }
    }

    @Test("What XML does not allow never reaches a file")
    func escaping() {
        #expect(xmlEscaped("a<b>&\"c\"'d'") == "a&lt;b&gt;&amp;&quot;c&quot;&#39;d&#39;")
        #expect(xmlEscaped("a\u{0}\u{1}\nb\u{FFFE}") == "a\u{FFFD}\u{FFFD} b\u{FFFD}")
    }

    @Test("Coordinates are short and never minus zero")
    func coordinates() {
        #expect([1.0, 0.125, -0.001, 10.5, 100].map(coordinate) == ["1", "0.12", "0", "10.5", "100"])
    }

    @Test("Balanced lines are as many, no wider, and differ less in length")
    func balancing() {
        let style = TextStyle.label
        let title = "Score on volume (higher is better)"
        let greedy = style.lines(of: title, width: 106)
        let balanced = style.balancedLines(of: title, width: 106, maximumLines: 3)
        #expect(greedy == ["Score on volume (higher is", "better)"])
        #expect(balanced == ["Score on volume", "(higher is better)"])
        for fixture in FigureFixture.all {
            for name in fixture.stateNames + [fixture.title, fixture.className] {
                let lines = style.lines(of: name, width: 90, maximumLines: 3)
                let balanced = style.balancedLines(of: name, width: 90, maximumLines: 3)
                #expect(balanced.count == lines.count)
                #expect(balanced.allSatisfy { style.width(of: $0) <= 90 })
            }
        }
    }

    @Test("Lines never exceed their width, and lose nothing unless cut")
    func wrapping() {
        for fixture in FigureFixture.all {
            for name in fixture.stateNames {
                let style = TextStyle.label
                let lines = style.lines(of: name, width: 60)
                #expect(lines.allSatisfy { style.width(of: $0) <= 60 })
                func bare(_ text: String) -> String { text.filter { !$0.isWhitespace } }
                #expect(bare(lines.joined()) == bare(name))
                let cut = style.lines(of: name, width: 60, maximumLines: 1)
                #expect(cut.count == 1 && cut.allSatisfy { style.width(of: $0) <= 60 })
            }
        }
    }
}
