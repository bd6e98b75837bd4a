public import DyadicModels
import Scoring

/// The target's rank when every missing value of the class is completed as well, and as badly, as it can be for it.
///
/// A missing value may lie anywhere between the lowest and the highest observed one of the class (of its ratio to what
/// would be expected, under an exposure). Best: the target's gaps take the better end, its rivals' the worse end; worst
/// is the reverse. Gaps of dyads outside the class stay.
///
/// Where a dyad's score depends on its own values alone and grows with each, these two corners are the extremes over
/// all completions: no completion gives a rank outside the bounds. Where the class's values move a mean, a spread or a
/// weight, completions in between may do better or worse: then `caveats` says what moves, and the bounds are ranks that
/// do occur, not limits.
public struct RankBounds: Sendable {
    public let best: Standing
    public let worst: Standing
    /// Missing values of the class on the indicators of the reading, and how many of them are the target's.
    public let missing: Int
    public let missingOfTarget: Int
    /// Why the corners need not be the extremes; empty when they are.
    public let caveats: [String]

    /// Whether no completion gives a rank outside the bounds.
    public var isExact: Bool { caveats.isEmpty }
}

extension Assessment {
    /// The bounds of the target's rank on a reading or dimension over completions of missing values.
    ///
    /// Costs two scorings.
    ///
    /// - Throws: `Absence` when the reading is not assessable.
    public func rankBounds(on subject: String, in window: Window) throws(Absence) -> RankBounds {
        let reading = plan.reading(subject)
        let scoring = scoring(in: window, of: claim)
        guard let unit = panel.dyads.firstIndex(of: claim.target) else {
            throw Absence("\(claim.target) is not a pair of the study")
        }
        var inputs: Set<String> = []
        if !reading.outputs.isEmpty {
            inputs = Set(plan.dimensions(of: reading).flatMap(\.indicators)).subtracting(reading.outputs)
        }
        func corner(_ favoursTarget: Bool) throws(Absence) -> Standing {
            var completed = scoring
            completed.completion = .init(target: unit, favoursTarget: favoursTarget, inputs: inputs)
            switch completed.score(reading, plan: plan) {
            case .scored(_, let standing): return standing
            case .notAssessable(let reason): throw Absence(reason)
            }
        }
        let exposure = plan.specification(of: reading).exposure
        let isInClass = scoring.isInClass
        var (missing, missingOfTarget) = (0, 0)
        for id in plan.indicators(of: reading) {
            guard let values = scoring.column(id, exposure: exposure)?.column.values else { continue }
            missing += values.indices.count { isInClass[$0] && values[$0] == nil }
            if values[unit] == nil { missingOfTarget += 1 }
        }
        return RankBounds(
            best: try corner(true), worst: try corner(false), missing: missing,
            missingOfTarget: missingOfTarget,
            caveats: missing == 0 ? [] : plan.movedByCompletions(reading))
    }
}

extension AssessmentPlan {
    /// What of a dyad's score moves with the completions of other dyads, or need not grow with its own.
    fileprivate func movedByCompletions(_ reading: Reading) -> [String] {
        switch reading.kind {
        case .conversion: return ["the class's counts move the prior towards which rates are shrunk"]
        case .efficiency: return ["the class's values move the frontier"]
        case .composite: break
        }
        let method = specification(of: reading).method
        var caveats: [String] = []
        if method.outliers != .noTreatment { caveats.append("the class's values decide what is an outlier") }
        let keepsRange = ["none", "min-max", "goalposts", "distance-to-best"]
        if !keepsRange.contains(method.normalisation.id) {
            caveats.append("\(method.normalisation.id) is fitted on all values of the class")
        }
        let ignoresUnits =
            method.transform == .identity
            && ["min-max", "distance-to-best"].contains(method.normalisation.id)
        if method.scaling == .classMean, !ignoresUnits {
            caveats.append("the class mean, by which values are divided, moves")
        }
        let withoutData = [
            "equal", "equal-indicator", "fixed", "declared", "ahp", "rank-order-centroid",
            "budget-allocation",
        ]
        if !withoutData.contains(method.weighting.id) {
            caveats.append("\(method.weighting.id) weights are made from the values")
        }
        let means = ["arithmetic", "geometric", "harmonic", "power"]
        for aggregation in method.aggregations where !means.contains(aggregation.id) {
            caveats.append("\(aggregation.id) compares dyads with one another")
        }
        return caveats
    }
}
