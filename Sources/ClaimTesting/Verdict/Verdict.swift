import Foundation

/// What the decision rule makes of a reading, or of the claim.
public enum Verdict: String, Sendable, Encodable, CaseIterable {
    case supported
    case notEstablished = "not established"
    case contradicted
    case notAssessable = "not assessable"
}

/// What a condition of the rule looks at.
public enum VerdictFigure: String, Sendable, CaseIterable {
    case standing = "default"
    case specifications = "M"
    case weights = "W"
    case joint = "J"
    case rankSet = "rank set"
}

/// One condition of the rule, what was found, and whether it holds.
public struct VerdictCondition: Hashable, Sendable {
    public let figure: VerdictFigure
    /// The condition in words, e.g. `M at least 0.5`.
    public let condition: String
    /// What was found, printed with four significant digits.
    public let found: String
    /// Nil when what it needs was not computed.
    public let holds: Bool?
}

/// A reading's verdict with the conditions that led to it.
public struct ReadingVerdict: Hashable, Sendable {
    public let verdict: Verdict
    /// The conditions for `supported`, all of which it takes.
    public let supporting: [VerdictCondition]
    /// The conditions for `contradicted`, all of which it takes.
    public let contradicting: [VerdictCondition]
}

extension DecisionRule {
    /// The verdict on a reading (section 10 of the study design).
    ///
    /// `supported`: first and untied in the default; M and W at least the supported share; J at least the supported
    /// joint share. `contradicted`: J, M and W all at most the contradicted share, and the rank confidence set
    /// without rank 1. Otherwise `not established`; without an answer of the default specification
    /// `not assessable`. A condition whose figure was not computed does not hold: neither verdict is given away.
    ///
    /// Monotone: a higher share or a better rank set never moves the verdict from `supported` or away from
    /// `contradicted` towards it; raising the supported shares never makes a verdict `supported`, and raising the
    /// contradicted share never takes `contradicted` away.
    public func verdict(on evidence: ReadingEvidence) -> ReadingVerdict {
        func atLeast(_ figure: VerdictFigure, _ value: Double?, _ bound: Double) -> VerdictCondition {
            VerdictCondition(
                figure: figure, condition: "\(figure.rawValue) at least \(printed(bound))",
                found: printed(value),
                holds: value.map { $0 >= bound })
        }
        func atMost(_ figure: VerdictFigure, _ value: Double?) -> VerdictCondition {
            VerdictCondition(
                figure: figure, condition: "\(figure.rawValue) at most \(printed(contradictedShare))",
                found: printed(value),
                holds: value.map { $0 <= contradictedShare })
        }
        let supporting = [
            VerdictCondition(
                figure: .standing, condition: "first and alone in the default specification",
                found: evidence.finding.rawValue,
                holds: evidence.finding == .firstInDefault),
            atLeast(.specifications, evidence.specifications, supportedShare),
            atLeast(.weights, evidence.weights, supportedShare),
            atLeast(.joint, evidence.joint, supportedJointShare),
        ]
        let contradicting = [
            atMost(.joint, evidence.joint), atMost(.specifications, evidence.specifications),
            atMost(.weights, evidence.weights),
            VerdictCondition(
                figure: .rankSet, condition: "the \(printed(confidence)) rank confidence set without rank 1",
                found: evidence.rankSet.map { "\($0.lowerBound) to \($0.upperBound)" } ?? "not computed",
                holds: evidence.rankSet.map { $0.lowerBound > 1 }),
        ]
        let verdict: Verdict =
            if evidence.finding == .notAssessable {
                .notAssessable
            } else if supporting.allSatisfy({ $0.holds == true }) {
                .supported
            } else if contradicting.allSatisfy({ $0.holds == true }) {
                .contradicted
            } else {
                .notEstablished
            }
        return ReadingVerdict(verdict: verdict, supporting: supporting, contradicting: contradicting)
    }

    /// The verdict on the claim: the common verdict of the primary readings, else `not established`.
    public func overall(_ primary: [Verdict]) -> Verdict {
        guard let first = primary.first, primary.allSatisfy({ $0 == first }) else { return .notEstablished }
        return first
    }

    private func printed(_ value: Double?) -> String {
        guard let value else { return "not computed" }
        // Four significant digits, written without trailing zeros.
        guard value != 0, value.isFinite else { return "0" }
        let scale = pow(10, 3 - floor(log10(abs(value))))
        let rounded = (value * scale).rounded() / scale
        return Int(exactly: rounded).map(String.init) ?? String(rounded)
    }
}
