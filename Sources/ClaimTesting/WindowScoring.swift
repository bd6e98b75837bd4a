import Dyads
import DyadicModels
import Scoring

/// Scores readings and dimensions of a panel in a window, under changes of indicators and methods.
struct WindowScoring {
    var panel: Panel { didSet { isInClass = panel.dyads.map(claim.referenceClass.contains) } }
    var claim: Claim { didSet { isInClass = panel.dyads.map(claim.referenceClass.contains) } }
    /// A mark of the reference class for every dyad of the panel.
    private(set) var isInClass: [Bool]
    let window: Window
    var minimumYears: Int
    /// Goalposts, references and declared weights of the plan.
    var metadata: IndexMetadata
    /// Expected values by exposure and indicator; those of `none` are not asked for.
    var expected = ExpectedValues()
    var undetermined = UndeterminedRows.counted
    /// Values that are tried out instead of what was recorded.
    var supposed: [Supposition] = []
    /// Window values by indicator that are taken instead of the panel's, or reasons why there are none.
    var held: [String: WindowColumn] = [:]
    /// By indicator: what each dyad's value is multiplied by. An expectation stays as it was made from the record.
    var factors: [String: [Double]] = [:]
    /// How missing values of the class are completed; nil leaves them missing.
    var completion: Completion?

    /// A value that a dyad is supposed to have on an indicator.
    struct Supposition {
        let indicator: String
        let unit: Int
        let value: Double
    }

    init(
        panel: Panel, claim: Claim, window: Window, minimumYears: Int,
        metadata: IndexMetadata = IndexMetadata()
    ) {
        (self.panel, self.claim, self.window) = (panel, claim, window)
        (self.minimumYears, self.metadata) = (minimumYears, metadata)
        isInClass = panel.dyads.map(claim.referenceClass.contains)
    }

    /// An indicator's values, or the reason why it has none; one that does not vary says nothing.
    func column(_ id: String, exposure: Exposure = .none) -> (indicator: Indicator, column: WindowColumn)? {
        guard let source = panel[indicator: id] else { return nil }
        let column =
            held[id]
            ?? source.values(
                in: window.years, dyads: panel.dyads, referenceClass: claim.referenceClass,
                minimumYears: minimumYears,
                undetermined: undetermined)
        guard case .values(let recorded, let years) = column else { return (source.indicator, column) }
        var values: [Double?]
        switch expected.ratios(of: id, recorded: recorded, exposure: exposure, recounts: isDated(id)) {
        case .success(let ratios): values = ratios
        case .failure(let absence): return (source.indicator, .absent(reason: absence.reason))
        }
        for supposition in supposed where supposition.indicator == id {
            let (unit, value) = (supposition.unit, supposition.value)
            values[unit] = expected.ratio(
                of: id, unit: unit, supposing: value, insteadOf: recorded[unit], ratio: values[unit],
                exposure: exposure)
        }
        if let factors = factors[id] {
            values = zip(values, factors).map { value, factor in value.map { $0 * factor } }
        }
        if let completion {
            values = completion.completed(values, of: source.indicator, isInClass: isInClass)
        }
        // Sums over years and totals of a year may leave it, though their terms do not.
        if let unit = values.firstIndex(where: { $0.map { !$0.isFinite } ?? false }) {
            return (
                source.indicator,
                .absent(reason: "the value of \(panel.dyads[unit]) is outside the range of numbers")
            )
        }
        let extent = ValueExtent(of: values) { isInClass[$0] }
        guard extent.tellsApart else {
            return (source.indicator, .absent(reason: reason(ofOneValue: extent)))
        }
        return (source.indicator, .values(values, years: years))
    }

    private func reason(ofOneValue extent: ValueExtent) -> String {
        if extent.isEmpty { return "observed for no dyad of the class" }
        return isInClass.count(where: \.self) == 1
            ? "the class has one dyad, which is compared with nothing"
            : "the same value for every dyad of the class"
    }

    /// Whether an indicator counts dated rows.
    func isDated(_ id: String) -> Bool {
        if case .dated = panel[indicator: id]?.data { true } else { false }
    }

    /// The composite of some dimensions.
    ///
    /// - Throws: `Absence` when a dimension has no indicator in the window, or the methods do not take the values.
    func composite(
        _ dimensions: [AssessmentPlan.Dimension], specification: Specification
    ) throws(Absence) -> DyadScores {
        let columns = try Self.entering(dimensions) { column($0, exposure: specification.exposure) }
        do throws(ScoringFailure) {
            return try DyadScores(
                dyads: panel.dyads, isInClass: isInClass, columns: columns,
                method: specification.method, metadata: metadata)
        } catch {
            throw Absence(
                error.words(
                    indicators: columns.map(\.indicator.id), units: panel.dyads.map(\.description)))
        }
    }

    /// The indicators of some dimensions that enter the window, with their values.
    ///
    /// - Parameter column: an indicator's values, or why it has none; nil for one that the panel does not have.
    /// - Throws: `Absence` when a dimension has no indicator in the window.
    static func entering(
        _ dimensions: [AssessmentPlan.Dimension],
        column: (String) -> (indicator: Indicator, column: WindowColumn)?
    ) throws(Absence) -> [(dimension: String, indicator: Indicator, values: [Double?])] {
        var columns: [(dimension: String, indicator: Indicator, values: [Double?])] = []
        for dimension in dimensions {
            var reasons: [String] = []
            let before = columns.count
            for id in dimension.indicators {
                guard let (indicator, column) = column(id) else { continue }
                switch column {
                case .values(let values, _): columns.append((dimension.id, indicator, values))
                case .absent(let reason): reasons.append("\(id): \(reason)")
                }
            }
            if columns.count == before {
                throw Absence(
                    "no indicator of \(dimension.id) enters (\(reasons.joined(separator: "; ")))")
            }
        }
        return columns
    }

    /// Scores with the target's standing, where it has one.
    func outcome(_ scored: Result<ScoredDyads, Absence>) -> Assessment.Outcome {
        switch scored {
        case .success(let scored):
            let ranking = scored.ranking
            guard let unit = ranking.dyads.firstIndex(of: claim.target), ranking.scores[unit] != nil else {
                return .notAssessable(reason: "\(claim.target) has no score")
            }
            guard let standing = Standing(of: claim.target, in: ranking) else {
                return .notAssessable(reason: "the class needs the target and at least one rival")
            }
            return .scored(scored, standing)
        case .failure(let absence): return .notAssessable(reason: absence.reason)
        }
    }
}
