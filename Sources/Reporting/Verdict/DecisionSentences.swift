import ClaimTesting
import Tabular

extension FindingSentences {
    /// The verdict on the claim and on each primary reading, with the conditions that decide.
    var verdict: VerdictSentence {
        let primary = assessment.judged(by: rule).filter(\.isPrimary)
        let overall = rule.overall(primary.map(\.verdict.verdict))
        let parts = primary.map { judged in
            VerdictSentence(
                "on \(judged.reading) it is \(judged.verdict.verdict.rawValue)\(reasons(of: judged))",
                rows: [RowReference("verdict-evidence", ["reading": judged.reading])]
                    + decisive(in: judged).map { side, condition in
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

    /// The conditions that decide: all that a verdict takes, or those that keep the reading from either.
    private func decisive(in judged: JudgedReading) -> [(side: VerdictSide, condition: VerdictCondition)] {
        let verdict = judged.verdict
        let supporting = verdict.supporting.map { (side: VerdictSide.supporting, condition: $0) }
        let contradicting = verdict.contradicting.map { (side: VerdictSide.contradicting, condition: $0) }
        switch verdict.verdict {
        case .supported: return supporting
        case .contradicted: return contradicting
        case .notAssessable: return Array(supporting.prefix(1))
        case .notEstablished:
            // Without the first place nothing else could support.
            let failed = supporting.filter { $0.condition.holds != true }
            let isFirst = verdict.supporting.first?.holds == true
            return (isFirst ? failed : Array(failed.prefix(1)))
                + contradicting.filter { $0.condition.holds != true }
        }
    }

    /// The same in words, in parentheses.
    private func reasons(of judged: JudgedReading) -> String {
        let evidence = judged.evidence
        switch judged.verdict.verdict {
        case .supported:
            return " (first and alone by default, \(found(.specifications, evidence)) and "
                + "\(found(.weights, evidence)) each at least \(short(rule.supportedShare)), and "
                + "\(found(.joint, evidence)) at least \(short(rule.supportedJointShare)))"
        case .contradicted:
            return " (\(found(.joint, evidence)), \(found(.specifications, evidence)) and "
                + "\(found(.weights, evidence)) are each at most \(short(rule.contradictedShare)), and the "
                + "\(found(.rankSet, evidence)) leaves rank 1 out)"
        case .notAssessable: return ""
        case .notEstablished:
            return " (not supported: \(failures(.supporting, of: judged)); not contradicted: "
                + "\(failures(.contradicting, of: judged)))"
        }
    }

    /// What keeps a reading from a verdict: `M 0.053 is above 0.05 and the 95 % rank set 1 to 9 holds rank 1`.
    private func failures(_ side: VerdictSide, of judged: JudgedReading) -> String {
        let failed = decisive(in: judged).filter { $0.side == side }.map(\.condition)
        var parts: [String] = []
        if failed.contains(where: { $0.figure == .standing }) {
            parts.append("not first and alone by default")
        }
        let known = failed.filter { $0.holds != nil }.map(\.figure)
        for bound in bounds(of: side) {
            let shares = known.filter(bound.figures.contains).map { found($0, judged.evidence) }
            guard !shares.isEmpty else { continue }
            let relation = side == .supporting ? "below" : "above"
            parts.append(
                "\(listed(shares)) \(shares.count == 1 ? "is" : "are") \(relation) \(short(bound.value))")
        }
        if known.contains(.rankSet) { parts.append("the \(found(.rankSet, judged.evidence)) holds rank 1") }
        let unknown = failed.filter { $0.holds == nil }.map(\.figure.rawValue)
        if !unknown.isEmpty {
            parts.append("\(listed(unknown)) \(unknown.count == 1 ? "was" : "were") not computed")
        }
        return parts.joined(separator: ", and ")
    }

    /// Which shares a verdict holds against which threshold.
    private func bounds(of side: VerdictSide) -> [(figures: Set<VerdictFigure>, value: Double)] {
        switch side {
        case .supporting:
            [([.specifications, .weights], rule.supportedShare), ([.joint], rule.supportedJointShare)]
        case .contradicting: [([.specifications, .weights, .joint], rule.contradictedShare)]
        }
    }

    /// A figure with its name: `M 0.053`, `95 % rank set 2 to 20`.
    private func found(_ figure: VerdictFigure, _ evidence: ReadingEvidence) -> String {
        let value: Double? =
            switch figure {
            case .specifications: evidence.specifications
            case .weights: evidence.weights
            case .joint: evidence.joint
            case .standing, .rankSet: nil
            }
        if let value { return "\(figure.rawValue) \(short(value))" }
        guard figure == .rankSet, let set = evidence.rankSet else { return figure.rawValue }
        return "\(percent(rule.confidence)) rank set \(set.lowerBound) to \(set.upperBound)"
    }
}
