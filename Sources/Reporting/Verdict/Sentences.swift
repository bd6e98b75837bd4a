public import ClaimTesting
import Dyads
import DyadicModels
import Tabular
import Uncertainty

/// What was found, in words, including that it contradicts the claim where it does.
public struct FindingSentences: Sendable {
    let assessment: Assessment

    public init(_ assessment: Assessment) {
        self.assessment = assessment
    }

    /// The answer in the main window, in one sentence a part.
    public var all: [String] {
        [
            ranks, consequence, variants, exception, exceptionalStates, classes, weights, exactWeights,
            specifications, sampling, underReporting, reportingErrors,
        ].compactMap { $0 } + [limits]
    }

    /// The same without the list of variants, which a terminal shows as a table.
    public var brief: [String] {
        [
            ranks, consequence, exception, weights, exactWeights, specifications, sampling, underReporting,
            reportingErrors,
        ].compactMap { $0 } + [limits]
    }

    /// The rank on each primary reading.
    public var ranks: String {
        let target = assessment.panel.states.name(of: assessment.claim.target)
        let window = assessment.plan.windows[0].years
        let parts = assessment.primaryFindings.map { item in
            guard let standing = item.standing else { return "is not assessable on \(item.subject.id)" }
            let tie = standing.isTied ? "tied " : ""
            let leader =
                standing.rank == 1
                ? ""
                : " (first: \(standing.leaders.map(assessment.panel.states.name(of:)).joined(separator: " and ")))"
            return "ranks \(tie)\(ordinal(standing.rank)) on \(item.subject.id)\(leader)"
        }
        let size = assessment.primaryFindings.compactMap { $0.standing?.classSize }.first
        return "Among the \(size.map { "\($0) " } ?? "")\(assessment.claim.className), \(target) "
            + "\(parts.joined(separator: " and ")) in \(window.lowerBound)-\(window.upperBound), "
            + "under the default specification."
    }

    /// What that means for the claim under the decision rule.
    public var consequence: String {
        let findings = assessment.primaryFindings.map(\.finding)
        if findings.contains(.notAssessable) {
            return
                "A primary reading is not assessable in the main window, so the claim is not assessable as a whole."
        }
        if findings.allSatisfy({ $0 == .notFirst }) {
            return
                "It is first on none of the primary readings: this contradicts the claim as far as the default "
                + "specification goes, and under the decision rule rules out the verdict 'supported'."
        }
        if findings.allSatisfy({ $0 == .firstInDefault }) {
            return
                "It is first, and alone, on every primary reading: this agrees with the claim as far as the default "
                + "specification goes."
        }
        return
            "It is not first and alone on every primary reading: under the decision rule this rules out the "
            + "verdict 'supported' overall."
    }

    /// The rank with each variant of the indicators, on the primary readings in the main window.
    public var variants: String? {
        let readings = assessment.primaryFindings.map(\.subject.id)
        let parts = assessment.plan.variants.compactMap { variant -> String? in
            let ranks = readings.map { reading in
                assessment.comparisons.first {
                    $0.id == variant.id && $0.reading == reading && $0.window.id == assessment.mainWindow
                }?.standing.map { ordinal($0.rank) + ($0.isTied ? " (tied)" : "") } ?? "not assessable"
            }
            return "\(variant.title): \(ranks.joined(separator: " and "))"
        }
        guard !parts.isEmpty else { return nil }
        return "Its rank on \(readings.joined(separator: " and ")) with changed indicators: "
            + "\(parts.joined(separator: "; "))."
    }

    /// How often the target is first under random weights, and who is most often.
    public var weights: String? {
        let parts = assessment.primaryFindings.compactMap { item -> String? in
            guard let acceptability = assessment.tests.acceptability(of: item.subject.id),
                let ranking = item.ranking,
                let target = ranking.dyads.firstIndex(of: assessment.claim.target),
                let first = acceptability.firstPlace(of: target)
            else { return nil }
            let best = ranking.dyads.indices.filter { ranking.isInClass[$0] && $0 != target }
                .map { (unit: $0, share: acceptability.firstPlace(of: $0)?.value ?? 0) }
                .max { a, b in a.share != b.share ? a.share < b.share : a.unit > b.unit }
            let rival = best.map {
                " (\(assessment.panel.states.name(of: ranking.dyads[$0.unit])) \(percent($0.share)))"
            }
            return "on \(item.subject.id) in \(percent(first.value))\(rival ?? "")"
        }
        guard !parts.isEmpty, let draws = assessment.plan.tests?.weightDraws else { return nil }
        return "Under \(draws) random weights it is first \(parts.joined(separator: ", and "))."
    }

    /// In how many specifications the target is first, and how many dyads do as well.
    public var specifications: String? {
        let parts = assessment.primaryFindings.compactMap { item -> String? in
            guard let multiverse = assessment.tests.explored.first(where: { $0.reading == item.subject.id }),
                let share = multiverse.shareFirst, let median = multiverse.medianRank
            else { return nil }
            let others = multiverse.jointTests.first.map { test in
                switch test.test.atLeastAsGood - 1 {
                case 0: "; no other pair does as well"
                case 1: "; one other pair does at least as well"
                case let count: "; \(count) other pairs do at least as well"
                }
            }
            return "on \(item.subject.id) it is first in \(percent(share)) of \(multiverse.rows.count) "
                + "admissible specifications (median rank \(formatted(median, significantDigits: 3))\(others ?? ""))"
        }
        return parts.isEmpty ? nil : capitalised(parts.joined(separator: ", and ")) + "."
    }

    /// Which ranks the sampling of years leaves open, and how much of the weight it does not touch.
    public var sampling: String? {
        guard let confidence = assessment.plan.tests?.sampling?.confidence else { return nil }
        let parts = assessment.primaryFindings.compactMap { item -> String? in
            guard let error = assessment.tests.samplingError(of: item.subject.id),
                let set = error.rankSet(of: assessment.claim.target)
            else { return nil }
            return "on \(item.subject.id) between \(set.lowerBound) and \(set.upperBound) "
                + "(\(percent(error.fixedWeight)) of the weight has no yearly values and is held fixed)"
        }
        guard !parts.isEmpty else { return nil }
        return "As far as the years are a sample, its rank lies with \(percent(confidence)) confidence "
            + "\(parts.joined(separator: ", and "))."
    }

    /// What this answer does not rest on.
    public var limits: String {
        let missing =
            (assessment.plan.tests?.weightDraws == nil ? ["random weights"] : [])
            + (assessment.plan.tests?.space == nil ? ["other specifications"] : [])
            + ["joint draws over all doubts"]
            + (assessment.plan.tests?.sampling == nil ? ["a rank confidence set"] : [])
        return
            "The decision rule also asks for \(missing.joined(separator: ", ")), which this run does not compute: "
            + "without them it gives neither 'supported' nor 'contradicted'."
    }

    func percent(_ share: Double) -> String {
        "\(formatted(100 * share, significantDigits: 3)) %"
    }
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
