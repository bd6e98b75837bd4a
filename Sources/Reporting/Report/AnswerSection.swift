import ClaimTesting

extension Report {
    /// The claim with its source, and the verdict in two sentences.
    var answerSection: Section {
        let claim = assessment.claim
        let overall = rule.overall(primary.map(\.verdict.verdict))
        return Section(
            id: "answer", title: "The answer", shortTitle: "Answer",
            content: [
                .tag(
                    "figure", class: "claim",
                    [
                        .tag("figcaption", [], ["The claim that is tested"]),
                        .tag("blockquote", [], [.tag("p", [], [.text(claim.statement)])]),
                        .tag("p", class: "source", ["Source: ", citation(claim.citation)]),
                    ]),
                .tag(
                    "p", class: "verdict",
                    [
                        .tag("strong", [], [.text("\(capitalised(overall.rawValue)).")]),
                        " \(verdictSentence) ",
                    ]
                        + ["\(sentences.ranks.text)"]),
                .tag("p", [], ["What “\(claim.superlative)” can mean, and the verdict on each meaning:"]),
                .tag(
                    "dl", class: "readings",
                    primary.flatMap { judged -> [Node] in
                        let title = assessment.plan.readings.first { $0.id == judged.reading }?.title ?? ""
                        return [
                            .tag("dt", [], [.text(capitalised(judged.reading))]),
                            .tag("dd", [], ["\(title): \(judged.verdict.verdict.rawValue)."]),
                        ]
                    }),
            ])
    }

    var primary: [JudgedReading] { assessment.judged(by: rule).filter(\.isPrimary) }

    /// `Under the decision rule fixed beforehand, the claim is contradicted on volume and not established on output.`
    private var verdictSentence: String {
        let verdicts = primary.map { ($0.reading, $0.verdict.verdict.rawValue) }
        let text =
            if Set(verdicts.map(\.1)).count == 1, let word = verdicts.first?.1 {
                "the claim is \(word) on \(listed(verdicts.map(\.0)))"
            } else {
                "the claim is " + listed(verdicts.map { "\($0.1) on \($0.0)" })
            }
        return "Under the decision rule fixed beforehand, \(text)."
    }
}
