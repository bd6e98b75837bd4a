import Testing

@testable import ClaimTesting

/// The verdict on panels of which it is known whether the claim is true.
struct SyntheticPanelTests {
    typealias Judged = (evidence: ReadingEvidence, verdict: ReadingVerdict)

    static let numberOfPanels = 80

    static let noise = Result {
        try (0..<numberOfPanels).map { try SyntheticPanel(truth: .noise, number: $0).judged() }
    }

    /// The number that a binomial count exceeds with probability at most `tail`.
    static func bound(_ trials: Int, _ share: Double, tail: Double = 0.01) -> Int {
        var probability = (0..<trials).reduce(1.0) { product, _ in product * (1 - share) }
        var cumulated = probability
        var count = 0
        while 1 - cumulated > tail, count < trials {
            probability *= Double(trials - count) / Double(count + 1) * share / (1 - share)
            cumulated += probability
            count += 1
        }
        return count
    }

    /// P(X > 9) = 0.00653 and P(X > 8) = 0.01840 for 80 trials of 0.05, summed in rational arithmetic.
    @Test func theBoundIsThatOfTheBinomial() {
        #expect(Self.bound(80, 0.05, tail: 0.0066) == 9)
        #expect(Self.bound(80, 0.05, tail: 0.0185) == 8)
    }

    @Test(arguments: [SyntheticPanel.Truth.winner, .trueByConstruction])
    func aTrueClaimIsSupported(truth: SyntheticPanel.Truth) throws {
        for number in 1000..<1005 {
            let found = try SyntheticPanel(truth: truth, number: number).judged()
            #expect(found.verdict.verdict == .supported, "panel \(number): \(found.evidence)")
            // First whatever the weights and the method: it is best on every indicator.
            #expect(found.evidence.weights == 1 && found.evidence.specifications == 1)
            #expect(found.evidence.joint == 1 && found.evidence.rankSet == 1...1)
        }
    }

    @Test func thePlantedWinnerLeads() throws {
        let panel = SyntheticPanel(truth: .winner, number: 1100, target: 7)
        let assessment = try panel.assessment
        let standing = try #require(assessment.result("all", in: "main")?.standing)
        #expect(standing.leaders == [assessment.panel.dyads[7]])
        // The next is far off: the lead is more than half of the range.
        #expect(standing.margin > 0.5 * standing.scoreRange)
    }

    @Test func aPlantedLoserIsContradicted() throws {
        for number in 1200..<1205 {
            let found = try SyntheticPanel(truth: .loser, number: number).judged()
            #expect(found.verdict.verdict == .contradicted, "panel \(number): \(found.evidence)")
            #expect(found.evidence.weights == 0 && found.evidence.specifications == 0)
            #expect(found.evidence.joint == 0 && found.evidence.rankSet == 10...10)
        }
    }

    /// At most 5 % of panels, with 1 % of chance for a rule that keeps to it exactly.
    @Test(arguments: [Verdict.supported, .contradicted])
    func noiseIsRarelyJudged(verdict: Verdict) throws {
        let count = try Self.noise.get().count { $0.verdict.verdict == verdict }
        #expect(count <= Self.bound(Self.numberOfPanels, 0.05), "\(count) of \(Self.numberOfPanels)")
    }

    /// Ten dyads alike: each is first in the default in one panel of ten, and the shares are 0.1 on average.
    @Test func noiseFavoursNobody() throws {
        let found = try Self.noise.get()
        let first = found.count { $0.evidence.finding == .firstInDefault }
        #expect(first <= Self.bound(Self.numberOfPanels, 0.1))
        #expect(Self.numberOfPanels - first <= Self.bound(Self.numberOfPanels, 0.9))
        for share in [\ReadingEvidence.weights, \.specifications, \.joint] {
            let shares = try found.map { try #require($0.evidence[keyPath: share]) }
            let mean = shares.reduce(0, +) / Double(shares.count)
            let squares = shares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            let error = (squares / Double(shares.count * (shares.count - 1))).squareRoot()
            #expect(abs(mean - 0.1) < 3 * error, "\(mean) within \(error)")
        }
    }

    @Test func theSamePanelGivesTheSameVerdict() throws {
        let panel = SyntheticPanel(truth: .noise, number: 3)
        #expect(try panel.judged().evidence == panel.judged().evidence)
    }
}
