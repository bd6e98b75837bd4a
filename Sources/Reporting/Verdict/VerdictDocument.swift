import ClaimTesting
import Tabular

/// The content of `verdict.json`.
struct VerdictDocument: Encodable {
    struct Claim: Encodable {
        let target: String
        let statement: String
        let superlative: String
        let referenceClass: String
        let excludedStates: [String]
        let citation: String
    }

    struct Finding: Encodable {
        let window: String
        let kind: String
        let subject: String
        let primary: Bool
        let finding: String
        let rank: Int?
        let ties: Int?
        let classSize: Int?
        let score: Double?
        let margin: Double?
        let leaders: [String]?
        let rankAmongAll: Int?
        let reason: String?
    }

    struct Change: Encodable {
        let window: String
        let reading: String
        let kind: String
        let id: String
        let title: String
        let rank: Int?
        let leaders: [String]?
        let reason: String?
    }

    struct Condition: Encodable {
        let condition: String
        let found: String
        /// Absent when what it needs was not computed.
        let holds: Bool?
    }

    struct Judgement: Encodable {
        let reading: String
        let primary: Bool
        let verdict: String
        let supporting: [Condition]
        let contradicting: [Condition]
    }

    struct Verdict: Encodable {
        /// The common verdict of the primary readings in the main window, else `not established`.
        let overall: String
        let readings: [Judgement]
    }

    let study: String
    let claim: Claim
    let decisionRule: DecisionRule
    let verdict: Verdict
    let sentences: [VerdictSentence]
    let findings: [Finding]
    let changes: [Change]

    init(_ assessment: Assessment, rule: DecisionRule, style: ReportStyle) {
        func rounded(_ value: Double?) -> Double? {
            value.map { Tabular.rounded($0, significantDigits: style.significantDigits) }
        }
        study = style.studyID
        claim = Claim(
            target: "\(assessment.claim.target)", statement: assessment.claim.statement,
            superlative: assessment.claim.superlative, referenceClass: assessment.claim.className,
            excludedStates: assessment.claim.referenceClass.excludedStates.sorted().map(\.text),
            citation: assessment.claim.citation)
        decisionRule = rule
        func conditions(_ found: [VerdictCondition]) -> [Condition] {
            found.map { Condition(condition: $0.condition, found: $0.found, holds: $0.holds) }
        }
        let judged = assessment.judged(by: rule)
        verdict = Verdict(
            overall: rule.overall(judged.filter(\.isPrimary).map(\.verdict.verdict)).rawValue,
            readings: judged.map {
                Judgement(
                    reading: $0.reading, primary: $0.isPrimary, verdict: $0.verdict.verdict.rawValue,
                    supporting: conditions($0.verdict.supporting),
                    contradicting: conditions($0.verdict.contradicting))
            })
        sentences = FindingSentences(assessment, rule: rule).all
        findings = assessment.scored.map { item in
            var reason: String?
            if case .notAssessable(let why) = item.outcome { reason = why }
            return Finding(
                window: item.window.id, kind: item.subject.kind, subject: item.subject.id,
                primary: item.subject.isPrimary, finding: item.finding.rawValue, rank: item.standing?.rank,
                ties: item.standing?.tieSize, classSize: item.standing?.classSize,
                score: rounded(item.standing?.score),
                margin: rounded(item.standing?.margin), leaders: item.standing?.leaders.map(\.description),
                rankAmongAll: item.standing?.overallRank, reason: reason)
        }
        changes = assessment.comparisons.map { item in
            Change(
                window: item.window.id, reading: item.reading, kind: item.kind.rawValue, id: item.id,
                title: item.title, rank: item.standing?.rank,
                leaders: item.standing?.leaders.map(\.description),
                reason: item.reason)
        }
    }
}
