import Testing

@testable import ClaimTesting

struct VerdictTests {
    static let rule = DecisionRule(
        supportedShare: 0.5, supportedJointShare: 0.66, contradictedShare: 0.05, confidence: 0.95,
        jointDraws: 10_000)
    static let winner = ReadingEvidence(
        finding: .firstInDefault, specifications: 0.5, weights: 0.5, joint: 0.66, rankSet: 1...4)
    static let loser = ReadingEvidence(
        finding: .notFirst, specifications: 0.05, weights: 0.05, joint: 0.05, rankSet: 2...30)

    @Test func thresholdsAreInclusive() {
        #expect(Self.rule.verdict(on: Self.winner).verdict == .supported)
        #expect(Self.rule.verdict(on: Self.loser).verdict == .contradicted)
    }

    /// Each condition alone decides.
    @Test(arguments: 0..<4)
    func everyConditionForSupportIsNeeded(which: Int) {
        var evidence = Self.winner
        switch which {
        case 0: evidence.finding = .tiedForFirst
        case 1: evidence.specifications = 0.49
        case 2: evidence.weights = 0.49
        default: evidence.joint = 0.65
        }
        let found = Self.rule.verdict(on: evidence)
        #expect(found.verdict == .notEstablished)
        #expect(found.supporting.count { $0.holds == false } == 1)
    }

    @Test(arguments: 0..<4)
    func everyConditionForContradictionIsNeeded(which: Int) {
        var evidence = Self.loser
        switch which {
        case 0: evidence.joint = 0.06
        case 1: evidence.specifications = 0.06
        case 2: evidence.weights = 0.06
        default: evidence.rankSet = 1...30
        }
        let found = Self.rule.verdict(on: evidence)
        #expect(found.verdict == .notEstablished)
        #expect(found.contradicting.count { $0.holds == false } == 1)
    }

    @Test func whatWasNotComputedDecidesNothing() {
        var evidence = Self.loser
        evidence.joint = nil
        let found = Self.rule.verdict(on: evidence)
        #expect(found.verdict == .notEstablished)
        #expect(found.contradicting[0].holds == nil && found.contradicting[0].found == "not computed")
    }

    @Test func withoutADefaultThereIsNothingToJudge() {
        #expect(Self.rule.verdict(on: ReadingEvidence(finding: .notAssessable)).verdict == .notAssessable)
    }

    /// Stricter thresholds take verdicts away and laxer ones give them.
    @Test func thresholdsMoveTheVerdictInTheObviousDirection() {
        func rule(_ supported: Double, _ joint: Double, _ contradicted: Double) -> DecisionRule {
            DecisionRule(
                supportedShare: supported, supportedJointShare: joint, contradictedShare: contradicted,
                confidence: 0.95, jointDraws: 1)
        }
        #expect(rule(0.51, 0.66, 0.05).verdict(on: Self.winner).verdict == .notEstablished)
        #expect(rule(0.5, 0.95, 0.05).verdict(on: Self.winner).verdict == .notEstablished)
        #expect(rule(0.1, 0.1, 0.05).verdict(on: Self.winner).verdict == .supported)
        #expect(rule(0.5, 0.66, 0.04).verdict(on: Self.loser).verdict == .notEstablished)
        #expect(rule(0.5, 0.66, 0.2).verdict(on: Self.loser).verdict == .contradicted)
    }

    @Test func theClaimHasTheCommonVerdictOfThePrimaryReadings() {
        #expect(Self.rule.overall([.contradicted, .contradicted]) == .contradicted)
        #expect(Self.rule.overall([.contradicted, .notEstablished]) == .notEstablished)
        #expect(Self.rule.overall([.supported, .contradicted]) == .notEstablished)
        #expect(Self.rule.overall([.notAssessable, .notAssessable]) == .notAssessable)
        #expect(Self.rule.overall([]) == .notEstablished)
    }
}
