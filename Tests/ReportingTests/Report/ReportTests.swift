import ClaimTesting
import Foundation
import Testing

@testable import Reporting

/// `Tests/Browser/check_report.py` uses reports in a browser; here is what can be seen in the file.
@Suite("The report: one file, whole, and safe")
struct ReportTests {
    @Test("Ids are unique, and whatever refers to one finds it", arguments: FigureFixture.all)
    func references(fixture: FigureFixture) throws {
        let page = try ReportReading(fixture.report)
        let ids = page.values(of: "id")
        #expect(Set(ids).count == ids.count)
        let links = page.values(of: "href").filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) }
        let named = ["aria-labelledby", "aria-describedby", "for"].flatMap(page.values).flatMap {
            $0.split(separator: " ").map(String.init)
        }
        #expect(links.count > 10)
        #expect(Set(links + named).subtracting(ids).isEmpty)
    }

    @Test("Nothing is loaded from elsewhere, and text is never markup", arguments: FigureFixture.all)
    func safety(fixture: FigureFixture) throws {
        let page = try ReportReading(fixture.report)
        #expect(page.named("script").count == 1 && page.named("style").count == 1)
        let names = Set(page.elements.map(\.name))
        #expect(
            names.isDisjoint(with: ["link", "img", "image", "iframe", "object", "embed", "base", "use", "b"]))
        let attributes = Set(page.elements.flatMap(\.attributes.keys))
        #expect(attributes.isDisjoint(with: ["src", "srcset", "style", "action", "xlink:href", "data"]))
        #expect(!attributes.contains { $0.hasPrefix("on") })
        for element in page.elements where element.attributes["href"] != nil {
            #expect(element.name == "a")
            let address = element.attributes["href"] ?? ""
            #expect(address.hasPrefix("#") || address.hasPrefix("https://"), "\(address)")
        }
        let policy = page.named("meta").compactMap { $0.attributes["content"] }.first {
            $0.hasPrefix("default-src 'none'; ")
        }
        #expect(try #require(policy).contains("'sha256-"))
        #expect(!(try #require(policy)).contains("unsafe"))
    }

    @Test("Hostile names are read as they are written")
    func hostileNames() throws {
        let fixture = FigureFixture.all[4]
        let page = try ReportReading(fixture.report)
        let title = try #require(page.named("h1").first?.text)
        #expect(title.hasPrefix("<script>alert(\"1\")</script> & 'so on' \u{FFFD} ]]> long"))
        #expect(page.named("a").contains { $0.text.contains("<b>United</b> & \"Federated\"") })
        #expect(page.named("h3").contains { $0.text == "A </style><script>alert(1)</script> package" })
    }

    @Test("Every figure, every sentence and every pair is there once", arguments: FigureFixture.all)
    func completeness(fixture: FigureFixture) throws {
        let report = fixture.report
        let page = try ReportReading(report)
        for figure in report.figures {
            #expect(page.elements.count { $0.attributes["id"] == "\(figure.canvas.name)-title" } == 1)
            #expect(page.named("figcaption").contains { $0.text.contains(xmlUnescaped(figure.description)) })
        }
        let answers = Set((page.named("dd") + page.of(class: "verdict")).map(\.text))
        for sentence in report.sentences.all where sentence != report.sentences.verdict {
            #expect(answers.contains { $0.contains(xmlUnescaped(sentence.text)) }, "\(sentence.text)")
        }
        let dyads = fixture.assessment.panel.dyads.map { "\($0)" }
        #expect(
            page.of(class: "pair").compactMap { $0.attributes["id"] }.sorted()
                == dyads.map { "pair-\($0)" }.sorted())
        let rows = page.named("tr").compactMap { $0.attributes["id"] }
        #expect(rows.sorted() == dyads.map { "row-\($0)" }.sorted())
    }

    @Test("The first two sentences give the verdict and the rank")
    func answer() throws {
        let report = FigureFixture.all[1].report
        let verdict = try #require(try ReportReading(report).of(class: "verdict").first?.text)
        #expect(verdict.hasSuffix(report.sentences.ranks.text))
        #expect(verdict.contains("Under the decision rule fixed beforehand, the claim is not established on"))
    }

    @Test("A large class has pages for the best, the target and its rivals, and says so")
    func largeClass() throws {
        var fixture = FigureFixture.all[3]
        fixture.largeClass = .init(above: 50, nearest: 4)
        let assessment = fixture.assessedAnew
        let report = Report(
            of: assessment, rule: FigureFixture.rule, style: fixture.style, provenance: .madeUp)
        let page = try ReportReading(report)
        let pages = page.of(class: "pair").count
        #expect(pages < assessment.panel.dyads.count)
        #expect(page.elements.contains { $0.attributes["id"] == "pair-\(assessment.claim.target)" })
        #expect(
            page.named("p").contains {
                $0.text.hasPrefix("The study has \(assessment.panel.dyads.count) pairs.")
            })
        let links = page.values(of: "href").filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) }
        #expect(Set(links).isSubset(of: page.values(of: "id")))
    }

    @Test("Without tests nothing is said of them", arguments: [FigureFixture.all[1]])
    func withoutTests(fixture: FigureFixture) throws {
        var fixture = fixture
        fixture.hasTests = false
        let report = Report(
            of: fixture.assessedAnew, rule: FigureFixture.rule, style: fixture.style, provenance: .madeUp)
        let page = try ReportReading(report)
        let headings = Set(page.named("th").map(\.text))
        #expect(headings.isDisjoint(with: ["First, weights (W)", "First, all doubts (J)"]))
        #expect(page.named("dd").contains { $0.text == "This study asks for no tests." })
    }

    @Test("The same input gives the same bytes")
    func determinism() throws {
        let fixture = FigureFixture.all[1]
        let again = Report(
            of: fixture.assessedAnew, rule: FigureFixture.rule, style: fixture.style, provenance: .madeUp)
        #expect(try fixture.report.file() == again.file())
    }

    @Test("Different texts have different ids that need no escaping")
    func identifiers() {
        #expect(identifier("a b") == "a_32_b")
        #expect(identifier("a_32_b") != identifier("a b"))
        #expect(identifier("smith2001-x.y") == "smith2001-x.y")
    }

    /// As a parser gives it back: white space of any kind is a space, and what XML does not allow is replaced.
    private func xmlUnescaped(_ text: String) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(
            xmlEscaped(text)
        ) {
            $0.replacing($1.0, with: $1.1)
        }
    }
}
