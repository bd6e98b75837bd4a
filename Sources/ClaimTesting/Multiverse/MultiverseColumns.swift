import Dyads
import DyadicModels
import LinearAlgebra
import Scoring

/// The window values of every indicator that some specification scores, made once for each window, reference class
/// and exposure.
struct MultiverseColumns {
    struct Key: Hashable {
        let window: Window
        let referenceClass: ReferenceClass
        let exposure: Exposure
        let indicator: String
    }

    typealias Column = (indicator: Indicator, column: WindowColumn)

    private let columns: [Key: Column]

    subscript(key: Key) -> Column? { columns[key] }

    /// Those of all composite readings of a plan.
    ///
    /// - Parameter expectations: those that were made already, on the claim's own class.
    init(
        for plan: AssessmentPlan, space: MultiverseSpace, claim: Claim, panel: Panel, covariates: Covariates?,
        expectations: [Assessment.Expectation] = []
    ) {
        var made: [Key: ExposedColumn] = [:]
        for item in expectations {
            let key = Key(
                window: item.window, referenceClass: claim.referenceClass, exposure: item.exposure,
                indicator: item.indicator.id)
            made[key] = item.column
        }
        let readings = plan.readings.compactMap { reading -> ReadingOptions? in
            guard case .composite = reading.kind else { return nil }
            return ReadingOptions(of: reading, in: space, plan: plan, claim: claim)
        }
        var keys: [Key] = []
        var known: Set<Key> = []
        for reading in readings {
            for values in reading.valueChoices(plan: plan) {
                for indicator in values.dimensions.flatMap(\.indicators) {
                    let key = Key(
                        window: values.window, referenceClass: values.referenceClass,
                        exposure: values.exposure, indicator: indicator)
                    if known.insert(key).inserted { keys.append(key) }
                }
            }
        }
        let found = parallelMap(count: keys.count) { [keys, made] place -> Column? in
            let key = keys[place]
            var scoring = WindowScoring(
                panel: panel, claim: claim.among(key.referenceClass), window: key.window,
                minimumYears: plan.minimumCoveredYears)
            if key.exposure != .none {
                scoring.expected[key.exposure, key.indicator] =
                    made[key].map { .success($0) }
                    ?? scoring.expectation(
                        of: key.indicator, under: key.exposure, covariates: covariates)
            }
            return scoring.column(key.indicator, exposure: key.exposure)
        }
        var columns: [Key: Column] = [:]
        for (key, column) in zip(keys, found) { columns[key] = column }
        self.columns = columns
    }
}

/// Which values are scored: one combination of the options of window, reference class, indicators and exposure.
struct ValueChoices {
    /// One a choice of `MultiverseChoice.ofValues`.
    let codes: [Int]
    let window: Window
    let referenceClass: ReferenceClass
    let variant: AssessmentPlan.Variant?
    let exposure: Exposure
    let dimensions: [AssessmentPlan.Dimension]
    /// Dimensions of the reading of which the option leaves no indicator.
    let emptied: [String]
}

extension ReadingOptions {
    /// Every combination of the options that say which values are scored, in their order.
    func valueChoices(plan: AssessmentPlan) -> [ValueChoices] {
        codes(of: MultiverseChoice.ofValues).compactMap { codes in
            guard case .window(let window) = options(of: .window)[codes[0]].change,
                case .referenceClass(let referenceClass) = options(of: .referenceClass)[codes[1]].change
            else { return nil }
            let variant = options(of: .indicators)[codes[2]].change.variant
            let specification = specification(
                plan.specification(of: reading), [.exposure], codes: [codes[3]])
            let dimensions = plan.dimensions(of: reading, under: variant)
            return ValueChoices(
                codes: codes, window: window, referenceClass: referenceClass, variant: variant,
                exposure: specification.exposure, dimensions: dimensions,
                emptied: reading.dimensions.filter { id in !dimensions.contains { $0.id == id } })
        }
    }
}
