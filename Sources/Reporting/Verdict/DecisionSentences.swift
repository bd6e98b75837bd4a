import ClaimTesting

extension FindingSentences {
    /// The verdict on the claim and on each primary reading, with the conditions that decide.
    var verdict: VerdictSentence {
        let primary = assessment.judged(by: rule).filter(\.isPrimary)
        let overall = rule.overall(primary.map(\.verdict.verdict))
        let parts = primary.map { judged in
            let reasons = VerdictReasons(judged.evidence, rule: rule)
            return VerdictSentence(
                "on \(judged.reading) it is \(reasons.text)",
                rows: [RowReference("verdict-evidence", ["reading": judged.reading])]
                    + reasons.decisive.map { side, condition in
                        RowReference(
                            "verdict-conditions",
                            [
                                "reading": judged.reading, "side": side.rawValue,
                                "figure": condition.figure.rawValue,
                            ])
                    })
        }
        return VerdictSentence(
            "Under the decision rule fixed beforehand the claim is \(overall.rawValue)"
                + (parts.isEmpty ? "." : ": \(parts.map(\.text).joined(separator: "; "))."),
            rows: parts.flatMap(\.rows))
    }

    /// Figures of the decision rule that this run was not asked for; nil when it has them all.
    var limits: VerdictSentence? {
        let tests = assessment.plan.tests
        let missing =
            (tests?.weightDraws == nil ? ["random weights"] : [])
            + (tests?.space == nil ? ["other specifications"] : [])
            + (tests?.joint == nil ? ["joint draws over all doubts"] : [])
            + (tests?.sampling == nil ? ["a rank confidence set"] : [])
        guard !missing.isEmpty else { return nil }
        return VerdictSentence(
            "The decision rule also asks for \(listed(missing)), which this run does not compute: a verdict that "
                + "needs them is not given.",
            rows: assessment.primaryFindings.map {
                RowReference("verdict-evidence", ["reading": $0.subject.id])
            })
    }
}
