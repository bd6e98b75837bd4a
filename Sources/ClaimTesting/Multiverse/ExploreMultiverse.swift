public import Dyads
import DyadicModels
import WorkPieces

/// Scores every reading but the efficiencies under every admissible specification of a space.
///
/// Window values and exposures are made once for all readings, prepared tables once for all weightings and
/// aggregations. Results do not depend on the number of threads.
///
/// - Parameters:
///   - claim: the target whose rank is followed, and the class, unless the space has options of the class.
///   - plan: the readings, and what each choice is where the space does not list it.
///   - space: the options of each choice.
///   - panel: dyads and observations of indicators; an indicator that it does not hold is left out.
///   - covariates: needed for population, gdp and gravity exposures.
/// - Throws: `MultiverseFailure.tooLarge` for a reading with more than `MultiverseSpace.largestSize` combinations.
public func exploreMultiverse(
    of claim: Claim, plan: AssessmentPlan, space: MultiverseSpace, panel: Panel,
    covariates: Covariates? = nil
) throws(MultiverseFailure) -> [Multiverse] {
    try exploreMultiverse(of: claim, plan: plan, space: space, panel: panel, work: Work()) {
        MultiverseColumns(for: plan, space: space, claim: claim, panel: panel, covariates: covariates)
    }
}

/// The same on window values that are made elsewhere, asked for once it is known that the space is not too large.
func exploreMultiverse(
    of claim: Claim, plan: AssessmentPlan, space: MultiverseSpace, panel: Panel, work: Work,
    columns: () -> MultiverseColumns
) throws(MultiverseFailure) -> [Multiverse] {
    var readings: [(options: ReadingOptions, combinations: Int)] = []
    for reading in plan.readings {
        if case .efficiency = reading.kind { continue }
        let options = ReadingOptions(of: reading, in: space, plan: plan, claim: claim)
        let combinations = options.combinations()
        guard combinations <= MultiverseSpace.largestSize else {
            throw .tooLarge(reading: reading.id, combinations: combinations)
        }
        readings.append((options, combinations))
    }
    let columns = columns()
    return readings.map { options, combinations in
        let evaluation = MultiverseEvaluation(reading: options, plan: plan, claim: claim, panel: panel)
        let found: MultiverseEvaluation.Found
        if case .composite = options.reading.kind {
            found = evaluation.composites(columns, work: work.at(options.reading.id))
        } else {
            found = evaluation.others(work: work.at(options.reading.id))
        }
        return Multiverse(
            options, combinations: combinations, found: found, dyads: panel.dyads, target: claim.target)
    }
}
