import Testing

@testable import ClaimTesting

/// The rule over a grid of evidence and thresholds: everything moves in the obvious direction.
struct ThresholdSweepTests {
    static let shares = [0, 0.05, 0.3, 0.5, 0.66, 1]

    /// Every combination of a finding, M, W, J and lo.
    static let evidence: [ReadingEvidence] = [DefaultFinding.firstInDefault, .notFirst].flatMap { finding in
        shares.flatMap { m in
            shares.flatMap { w in
                shares.flatMap { j in
                    [1, 2].map { lo in
                        ReadingEvidence(
                            finding: finding, specifications: m, weights: w, joint: j, rankSet: lo...9)
                    }
                }
            }
        }
    }

    static func rule(_ supported: Double, _ joint: Double, _ contradicted: Double) -> DecisionRule {
        DecisionRule(
            supportedShare: supported, supportedJointShare: joint, contradictedShare: contradicted,
            confidence: 0.95, jointDraws: 1)
    }

    static func verdicts(_ rule: DecisionRule) -> [Verdict] { evidence.map { rule.verdict(on: $0).verdict } }

    @Test(arguments: shares, shares)
    func raisingAShareForSupportNeverGivesSupport(supported: Double, joint: Double) {
        let usual = Self.verdicts(Self.rule(supported, joint, 0.05))
        for stricter in Self.shares {
            for rule in [
                Self.rule(max(supported, stricter), joint, 0.05),
                Self.rule(supported, max(joint, stricter), 0.05),
            ] {
                for (before, after) in zip(usual, Self.verdicts(rule)) {
                    #expect(after != .supported || before == .supported)
                }
            }
        }
    }

    @Test(arguments: shares)
    func raisingTheShareForContradictionNeverTakesItAway(contradicted: Double) {
        let usual = Self.verdicts(Self.rule(0.5, 0.66, contradicted))
        for laxer in Self.shares where laxer >= contradicted {
            for (before, after) in zip(usual, Self.verdicts(Self.rule(0.5, 0.66, laxer))) {
                #expect(before != .contradicted || after == .contradicted)
                #expect((before == .supported) == (after == .supported))
            }
        }
    }

    /// A better share or rank set never worsens the verdict, and a worse one never betters it.
    @Test func betterEvidenceNeverWorsensTheVerdict() {
        func order(_ evidence: ReadingEvidence) -> Int {
            switch Self.rule(0.5, 0.66, 0.05).verdict(on: evidence).verdict {
            case .contradicted: 0
            case .notEstablished, .notAssessable: 1
            case .supported: 2
            }
        }
        for evidence in Self.evidence {
            let usual = order(evidence)
            for share in [\ReadingEvidence.specifications, \.weights, \.joint] {
                for value in Self.shares where value > evidence[keyPath: share] ?? 0 {
                    var better = evidence
                    better[keyPath: share] = value
                    #expect(order(better) >= usual)
                }
            }
            var better = evidence
            better.rankSet = 1...9
            #expect(order(better) >= usual)
            better = evidence
            better.finding = .firstInDefault
            #expect(order(better) >= usual)
        }
    }

    @Test func allThreeVerdictsOccur() {
        #expect(
            Set(Self.verdicts(Self.rule(0.5, 0.66, 0.05))) == [.supported, .contradicted, .notEstablished])
    }
}
