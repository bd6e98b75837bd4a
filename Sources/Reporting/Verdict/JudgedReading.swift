import ClaimTesting

/// A reading of the main window with what the tests found and what the decision rule makes of it.
struct JudgedReading {
    let item: Assessment.Scored
    let evidence: ReadingEvidence
    let verdict: ReadingVerdict

    var reading: String { item.subject.id }
    var isPrimary: Bool { item.subject.isPrimary }
}

extension Assessment {
    /// Every reading in the main window.
    func judged(by rule: DecisionRule) -> [JudgedReading] {
        scored.compactMap { item in
            guard case .reading = item.subject, item.window.id == mainWindow else { return nil }
            let evidence = evidence(on: item)
            return JudgedReading(item: item, evidence: evidence, verdict: rule.verdict(on: evidence))
        }
    }
}
