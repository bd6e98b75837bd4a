import ClaimTesting
import Tabular

/// For which verdict a condition stands.
enum VerdictSide: String {
    case supporting
    case contradicting
}

/// The verdict on a reading in words, with the conditions that decide.
struct VerdictReasons {
    let evidence: ReadingEvidence
    let rule: DecisionRule
    let verdict: ReadingVerdict

    init(_ evidence: ReadingEvidence, rule: DecisionRule) {
        self.evidence = evidence
        self.rule = rule
        verdict = rule.verdict(on: evidence)
    }

    /// All conditions that a verdict takes, or those that keep the reading from either.
    var decisive: [(side: VerdictSide, condition: VerdictCondition)] {
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

    /// The verdict, then the reasons in parentheses; every figure with three significant digits.
    var text: String {
        switch verdict.verdict {
        case .supported:
            "supported (first and alone by default, \(found(.specifications)) and \(found(.weights)) are each at "
                + "least \(short(rule.supportedShare)), and \(found(.joint)) is at least "
                + "\(short(rule.supportedJointShare)))"
        case .contradicted:
            "contradicted (\(found(.joint)), \(found(.specifications)) and \(found(.weights)) are each at most "
                + "\(short(rule.contradictedShare)), and the \(found(.rankSet)) leaves rank 1 out)"
        case .notAssessable: "not assessable"
        case .notEstablished:
            "not established (not supported: \(failures(.supporting)); not contradicted: "
                + "\(failures(.contradicting)))"
        }
    }

    /// What keeps the reading from a verdict: `M 0.053 is above 0.05, and the 95 % rank set 1 to 9 holds rank 1`.
    private func failures(_ side: VerdictSide) -> String {
        let failed = decisive.filter { $0.side == side }.map(\.condition)
        var parts: [String] = []
        if failed.contains(where: { $0.figure == .standing }) {
            parts.append("not first and alone by default")
        }
        let known = failed.filter { $0.holds != nil }.map(\.figure)
        for bound in bounds(of: side) {
            let shares = known.filter(bound.figures.contains).map(found)
            guard !shares.isEmpty else { continue }
            let relation = side == .supporting ? "below" : "above"
            parts.append(
                "\(listed(shares)) \(shares.count == 1 ? "is" : "are") \(relation) \(short(bound.value))")
        }
        if known.contains(.rankSet) { parts.append("the \(found(.rankSet)) holds rank 1") }
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

    /// A figure with its name: `M 0.053`, `95 % rank set 2 to 20`; its name alone where it was not computed.
    private func found(_ figure: VerdictFigure) -> String {
        switch figure {
        case .specifications: named(figure, evidence.specifications)
        case .weights: named(figure, evidence.weights)
        case .joint: named(figure, evidence.joint)
        case .standing: figure.rawValue
        case .rankSet:
            evidence.rankSet.map {
                "\(short(100 * rule.confidence)) % rank set \($0.lowerBound) to \($0.upperBound)"
            } ?? figure.rawValue
        }
    }

    private func named(_ figure: VerdictFigure, _ value: Double?) -> String {
        value.map { "\(figure.rawValue) \(short($0))" } ?? figure.rawValue
    }

    private func short(_ value: Double) -> String { formatted(value, significantDigits: 3) }
}
