public import ClaimTesting
public import Diagnostics
import Tabular

/// `report.html`: what was asked, what was found and what it rests on, in one file that needs no other and no network.
public struct Report: Sendable {
    let assessment: Assessment
    let rule: DecisionRule
    let style: ReportStyle
    let provenance: ReportProvenance
    let figures: [Figure]
    /// The tables for papers, of which the page shows those that it has in no other form.
    let papers: [PaperTable]
    let sentences: FindingSentences
    /// Nil when the first primary reading has no scores in the main window.
    let ranking: ReportRanking?

    public init(
        of assessment: Assessment, rule: DecisionRule, style: ReportStyle, provenance: ReportProvenance
    ) {
        self.init(
            of: assessment, rule: rule, style: style, provenance: provenance,
            figures: assessment.figures(style: style),
            papers: assessment.paperTables(rule: rule, style: style))
    }

    init(
        of assessment: Assessment, rule: DecisionRule, style: ReportStyle, provenance: ReportProvenance,
        figures: [Figure], papers: [PaperTable]
    ) {
        self.assessment = assessment
        self.rule = rule
        self.style = style
        self.provenance = provenance
        self.figures = figures
        self.papers = papers
        sentences = FindingSentences(assessment, rule: rule)
        ranking = ReportRanking(assessment, style: style)
    }

    /// The page.
    ///
    /// - Throws: `Diagnostic` (internal failure) when the hash of the style sheet or the script cannot be made.
    public func file() throws(Diagnostic) -> ResultFile {
        ResultFile(name: "report.html", text: "<!DOCTYPE html>\n" + (try page()).html())
    }

    /// One part of the page: its id, its heading and what stands under it; nil where there is nothing to say.
    struct Section {
        let id: String
        let title: String
        /// Its name in the contents, where that is shorter.
        var shortTitle: String?
        let content: [Node]
        /// Whether its content shows one page of a pair at a time.
        var holdsPages = false
    }

    private var sections: [Section] {
        [
            answerSection, groundsSection, figuresSection, rankingSection, pairsSection, tablesSection,
            methodsSection,
            dataSection, reproductionSection, referencesSection,
        ].compactMap { $0 }
    }

    private func page() throws(Diagnostic) -> MarkupElement {
        let sections = sections
        return MarkupElement(
            "html", [("lang", "en")],
            content: [
                .tag("head", [], try head()),
                .tag(
                    "body", [],
                    [
                        .tag("a", [("class", "skip"), ("href", "#answer")], ["Skip to the answer"]),
                        .tag(
                            "header", [],
                            [
                                .tag("p", class: "kind", ["DyadScore report"]),
                                .tag("h1", [], [.text(style.studyTitle)]),
                            ]),
                        .tag("nav", [("aria-label", "Contents")], [contents(of: sections)]),
                        .tag("main", [("id", "main")], sections.map(element)),
                        .tag(
                            "footer", [],
                            [
                                .tag(
                                    "p", [],
                                    [
                                        "Made by DyadScore \(provenance.programVersion) from \(provenance.studyFile)."
                                    ])
                            ]),
                        .tag("script", [], [.verbatim(ReportScript.text)]),
                    ]),
            ])
    }

    private func contents(of sections: [Section]) -> Node {
        .tag(
            "ul", [], sections.map { .tag("li", [], [.link(to: $0.id, [.text($0.shortTitle ?? $0.title)])]) })
    }

    private func element(_ section: Section) -> Node {
        .tag(
            "section",
            [("id", section.id), ("aria-labelledby", "\(section.id)-heading")]
                + (section.holdsPages ? [("class", "pages")] : []),
            [.tag("h2", [("id", "\(section.id)-heading")], [.text(section.title)])] + section.content)
    }
}
