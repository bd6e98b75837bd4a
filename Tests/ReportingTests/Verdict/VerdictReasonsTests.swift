import ClaimTesting
import Testing

@testable import Reporting

/// Every verdict that the rule can give, in words.
struct VerdictReasonsTests {
    static let firstAlone = ReadingEvidence(
        finding: .firstInDefault, specifications: 0.8, weights: 0.5, joint: 0.7, rankSet: 1...3)
    static let far = ReadingEvidence(
        finding: .notFirst, specifications: 0.03, weights: 0, joint: 0.0102, rankSet: 2...20)

    static func changed(
        _ evidence: ReadingEvidence, _ change: (inout ReadingEvidence) -> Void
    ) -> ReadingEvidence {
        var result = evidence
        change(&result)
        return result
    }

    static let cases: [(evidence: ReadingEvidence, text: String)] = [
        (
            firstAlone,
            "supported (first and alone by default, M 0.8 and W 0.5 are each at least 0.5, and J 0.7 is at least 0.66)"
        ),
        (
            far,
            "contradicted (J 0.0102, M 0.03 and W 0 are each at most 0.05, and the 95 % rank set 2 to 20 leaves rank 1 out)"
        ),
        (
            changed(far) { $0.specifications = 0.0526 },
            "not established (not supported: not first and alone by default; not contradicted: M 0.0526 is above 0.05)"
        ),
        (
            changed(far) { $0.rankSet = 1...20 },
            "not established (not supported: not first and alone by default; not contradicted: the 95 % rank set 1 to 20 holds rank 1)"
        ),
        (
            changed(far) { ($0.joint, $0.rankSet) = (nil, nil) },
            "not established (not supported: not first and alone by default; not contradicted: J and rank set were not computed)"
        ),
        (
            changed(firstAlone) { ($0.specifications, $0.weights, $0.joint) = (0.4, 0.3, 0.6) },
            "not established (not supported: M 0.4 and W 0.3 are below 0.5, and J 0.6 is below 0.66; not contradicted: J 0.6, M 0.4 and W 0.3 are above 0.05, and the 95 % rank set 1 to 3 holds rank 1)"
        ),
        (
            changed(firstAlone) { ($0.joint, $0.rankSet) = (nil, 2...3) },
            "not established (not supported: J was not computed; not contradicted: M 0.8 and W 0.5 are above 0.05, and J was not computed)"
        ),
        (
            changed(firstAlone) { $0.finding = .tiedForFirst },
            "not established (not supported: not first and alone by default; not contradicted: J 0.7, M 0.8 and W 0.5 are above 0.05, and the 95 % rank set 1 to 3 holds rank 1)"
        ),
        (ReadingEvidence(finding: .notAssessable), "not assessable"),
    ]

    @Test(arguments: cases.indices)
    func everyVerdictSaysWhatDecides(index: Int) {
        let item = Self.cases[index]
        #expect(VerdictReasons(item.evidence, rule: FigureFixture.rule).text == item.text)
    }

    /// A verdict names all of its conditions, and all of them hold; none is named that holds where none is reached.
    @Test(arguments: cases.indices)
    func theConditionsThatDecide(index: Int) {
        let reasons = VerdictReasons(Self.cases[index].evidence, rule: FigureFixture.rule)
        let found = reasons.decisive.map(\.condition.holds)
        switch reasons.verdict.verdict {
        case .supported, .contradicted: #expect(found == Array(repeating: true, count: 4))
        case .notEstablished, .notAssessable: #expect(!found.isEmpty && !found.contains(true))
        }
    }
}
