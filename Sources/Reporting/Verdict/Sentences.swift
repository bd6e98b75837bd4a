public import ClaimTesting
import Dyads
import DyadicModels
import Tabular

/// What was found, in words, including that it contradicts the claim where it does.
///
/// Every number and pair of a sentence is in the rows that it names, or in the study file: years of the window and
/// thresholds of the rule.
public struct FindingSentences: Sendable {
    let assessment: Assessment
    let rule: DecisionRule

    public init(_ assessment: Assessment, rule: DecisionRule) {
        self.assessment = assessment
        self.rule = rule
    }

    /// The answer in the main window, one sentence a question.
    public var all: [VerdictSentence] { byQuestion.compactMap(\.sentence) }

    /// Every question with its answer; nil where this run does not ask it.
    var byQuestion: [(question: String, sentence: VerdictSentence?)] {
        [
            ("What does the decision rule make of it?", verdict),
            ("Where does the pair rank by default?", ranks),
            ("What does that say of the claim?", byDefault),
            ("Do other indicators change its rank?", variants),
            ("Do the pairs that the claim leaves out stand above?", exception),
            ("And the states that it leaves out?", exceptionalStates),
            ("Is it first in another class?", classes),
            ("Do other weights put it first?", weights),
            ("Could any weights at all?", exactWeights),
            ("Do other methods put it first?", specifications),
            ("What do so few years leave open?", sampling),
            ("How much under-reporting would it take?", underReporting),
            ("What if records err?", reportingErrors),
            ("Does it hang on one year, indicator, source, rival or state?", influence),
            ("Does it hang on a few records?", smallestRemoval),
            ("Do contacts go with output beyond chance?", associations),
            ("And with all doubts at once?", joint),
            ("What was not computed?", limits),
        ]
    }

    /// What a terminal shows: the verdict, the ranks, and whether the claim's exception holds.
    public var brief: [String] { [verdict, ranks, exception].compactMap { $0?.text } }

    /// The rank on each primary reading.
    var ranks: VerdictSentence {
        let window = assessment.plan.windows[0].years
        let size = assessment.primaryFindings.compactMap { $0.standing?.classSize }.first
        let parts = assessment.primaryFindings.map { item in
            guard let standing = item.standing else { return "is not assessable on \(item.subject.id)" }
            let tie = standing.isTied ? "tied " : ""
            let leader =
                standing.rank == 1
                ? "" : " (first: \(standing.leaders.map(name(of:)).joined(separator: " and ")))"
            return "ranks \(tie)\(ordinal(standing.rank)) on \(item.subject.id)\(leader)"
        }
        return VerdictSentence(
            "Among the \(size.map { "\($0) " } ?? "")\(assessment.claim.className), "
                + "\(name(of: assessment.claim.target)) \(listed(parts)) in "
                + "\(window.lowerBound)-\(window.upperBound), under the default specification.",
            rows: standingRows)
    }

    /// What the ranks of the default specification mean for the claim.
    var byDefault: VerdictSentence {
        let findings = assessment.primaryFindings.map(\.finding)
        let text =
            if findings.contains(.notAssessable) {
                "A primary reading is not assessable in the main window, so the claim is not assessable as a whole."
            } else if findings.allSatisfy({ $0 == .notFirst }) {
                "It is first on none of the primary readings: this contradicts the claim as far as the default "
                    + "specification goes, and under the decision rule rules out the verdict 'supported'."
            } else if findings.allSatisfy({ $0 == .firstInDefault }) {
                "It is first, and alone, on every primary reading: this agrees with the claim as far as the default "
                    + "specification goes."
            } else {
                "It is not first and alone on every primary reading: under the decision rule this rules out the "
                    + "verdict 'supported' overall."
            }
        return VerdictSentence(text, rows: standingRows)
    }

    /// The primary readings in the main window.
    private var standingRows: [RowReference] {
        assessment.primaryFindings.map {
            RowReference("verdict", ["window": assessment.mainWindow, "subject": $0.subject.id])
        }
    }

    func name(of dyad: Dyad) -> String { assessment.panel.states.name(of: dyad) }

    /// A share in percent, with three significant digits.
    func percent(_ share: Double) -> String { "\(short(100 * share)) %" }

    /// A number with three significant digits.
    func short(_ value: Double) -> String { formatted(value, significantDigits: 3) }
}

/// 1st, 2nd, 3rd, 4th, 11th, 21st ...
public func ordinal(_ number: Int) -> String {
    let suffix =
        switch (number % 10, number % 100) {
        case (_, 11...13): "th"
        case (1, _): "st"
        case (2, _): "nd"
        case (3, _): "rd"
        default: "th"
        }
    return "\(number)\(suffix)"
}

/// `a, b and c`.
func listed(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.joined() }
    return "\(items.dropLast().joined(separator: ", ")) and \(last)"
}
