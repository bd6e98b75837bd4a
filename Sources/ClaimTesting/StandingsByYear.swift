import Dyads
import DyadicModels
import LinearAlgebra
import Scoring

/// Standings in each year: annual series of that year alone, sums over the trailing years, no snapshots and no
/// dated rows.
///
/// The subjects are each yearly dimension and, where there are several, their composite (`all`). A year in
/// which a dimension has no annual source is not assessable, and neither is the composite.
func standingsByYear(
    _ claim: Claim, plan: AssessmentPlan, panel: Panel
) -> (standings: [Assessment.YearStanding], missing: [(subject: String, year: Int, reason: String)]) {
    guard let yearly = plan.yearly else { return ([], []) }
    let dimensions = plan.dimensions.filter { yearly.dimensions.contains($0.id) }
    var subjects = dimensions.map { (id: $0.id, dimensions: [$0]) }
    if dimensions.count > 1 { subjects.append((id: "all", dimensions: dimensions)) }
    let asked = subjects.flatMap { subject in yearly.years.map { (subject: subject, year: $0) } }
    let found = parallelMap(count: asked.count) { place in
        let (subject, year) = asked[place]
        let slice = YearSlice(panel: panel, claim: claim, year: year, trailingYears: yearly.trailingYears)
        return slice.score(subject.dimensions, plan: plan).map { ranking, standing in
            Assessment.YearStanding(
                year: year, subject: subject.id, basis: slice.basis(of: subject.dimensions),
                ranking: ranking, standing: standing)
        }
    }
    var standings: [Assessment.YearStanding] = []
    var missing: [(subject: String, year: Int, reason: String)] = []
    for ((subject, year), outcome) in zip(asked, found) {
        switch outcome {
        case .success(let standing): standings.append(standing)
        case .failure(let absence): missing.append((subject.id, year, absence.reason))
        }
    }
    return (standings, missing)
}

/// One year of the panel: every annual indicator over its own years, sums over the trailing ones.
private struct YearSlice {
    let panel: Panel
    let claim: Claim
    let year: Int
    let trailingYears: Int

    func score(_ dimensions: [AssessmentPlan.Dimension], plan: AssessmentPlan) -> Result<
        (DyadRanking, Standing), Absence
    > {
        var columns: [(dimension: String, indicator: Indicator, values: [Double?])] = []
        for dimension in dimensions {
            let before = columns.count
            for id in dimension.indicators {
                guard let scoring = scoring(of: id), let (indicator, column) = scoring.column(id),
                    let values = column.values
                else { continue }
                columns.append((dimension.id, indicator, values))
            }
            if columns.count == before {
                return .failure(
                    Absence("no annual source of \(dimension.id) that tells the pairs apart"))
            }
        }
        guard
            let ranking = try? DyadScores(
                dyads: panel.dyads, referenceClass: claim.referenceClass, columns: columns,
                method: plan.method, metadata: plan.metadata
            ).ranking, let standing = Standing(of: claim.target, in: ranking)
        else { return .failure(Absence("the year's values cannot be scored")) }
        return .success((ranking, standing))
    }

    /// The indicators used and the sources that speak for each in the year.
    func basis(of dimensions: [AssessmentPlan.Dimension]) -> [String] {
        dimensions.flatMap(\.indicators).compactMap { id in
            guard let scoring = scoring(of: id), scoring.column(id)?.column.values != nil,
                case .series(let series) = panel[indicator: id]?.data
            else { return nil }
            return "\(id): " + (series.sourcesByYear[year] ?? []).sorted().joined(separator: "+")
        }
    }

    /// The window over which an indicator speaks for this year; nil for snapshots, dated rows and years that
    /// the source does not cover.
    private func scoring(of id: String) -> WindowScoring? {
        guard let column = panel[indicator: id], column.indicator.yearOperator != .snapshot,
            case .series(let series) = column.data, series.years.contains(year)
        else { return nil }
        let isSum = column.indicator.yearOperator == .sum
        let first = isSum ? year - trailingYears + 1 : year
        return WindowScoring(
            panel: panel, claim: claim, window: Window(id: String(year), years: first...year),
            minimumYears: isSum ? trailingYears : 1)
    }
}
