import DyadicModels

/// How much of a plan is computed: for what needs the default scores alone, the tests need not be waited for.
public enum PlanExtent: Int, Sendable, Comparable {
    /// Every reading in the main window under the default specification.
    case scores
    /// Also all admissible specifications.
    case specifications
    /// Everything.
    case all

    public static func < (left: PlanExtent, right: PlanExtent) -> Bool { left.rawValue < right.rawValue }
}

extension AssessmentPlan {
    /// The plan without what is beyond an extent: scores and ranks of the main window stay as they are.
    public func limited(to extent: PlanExtent) -> AssessmentPlan {
        guard extent < .all else { return self }
        var limited: TestPlan?
        if extent == .specifications, let tests {
            var only = TestPlan(seed: tests.seed)
            only.space = tests.space
            limited = only
        }
        return AssessmentPlan(
            windows: Array(windows.prefix(1)), minimumCoveredYears: minimumCoveredYears,
            dimensions: dimensions,
            readings: readings.map(\.withoutIntervals), specification: specification, variants: variants,
            alternatives: [], yearly: nil, shownBeside: shownBeside, tests: limited, metadata: metadata,
            largeClass: largeClass)
    }
}

extension AssessmentPlan.Reading {
    /// The same scores without a bootstrap of them.
    fileprivate var withoutIntervals: Self {
        guard case .efficiency(let contacts, let outputs, let plan) = kind else { return self }
        return Self(
            id: id, title: title,
            kind: .efficiency(
                contacts: contacts, outputs: outputs,
                EnvelopmentPlan(
                    orientation: plan.orientation, replicates: 0, confidence: plan.confidence,
                    seed: plan.seed)), isPrimary: isPrimary)
    }
}
