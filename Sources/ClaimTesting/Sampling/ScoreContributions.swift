import DyadicModels
import LinearAlgebra
import Uncertainty

extension Rescoring {
    /// What each year of each group of series contributes to the scores: T x units a group, sums over years zero.
    ///
    /// A score is a smooth function of the window values, and a window value is a mean over years. The contribution of a
    /// year is the derivative of the scores, with means and spreads fitted again, in the direction of the year's
    /// departures from the window values: the delta method over years, or infinitesimal jackknife (Jaeckel 1972, The
    /// infinitesimal jackknife, Bell Laboratories memorandum MM 72-1215-11). The series of a group add up, as they
    /// depart in the same years.
    ///
    /// Costs four scorings a series and year, on all cores.
    ///
    /// - Throws: `Absence` when no series is annual, and when scores have no derivative: they do not move, or they jump,
    ///   as ranks and majorities do.
    func contributions(of groups: [SampledSeries.Group]) throws(Absence) -> [YearlyContribution] {
        guard !groups.isEmpty else { throw Absence("no indicator has a value for each of enough years") }
        var places: [(series: SampledSeries.Series, direction: [Double])] = []
        for group in groups {
            for series in group.series {
                let departures = series.yearly.departures(from: series.window)
                places += departures.rowIndices.map { (series, departures.row($0)) }
            }
        }
        let moves = places
        let results = parallelMap(count: moves.count) { place in
            Result { () throws(Absence) in
                try derivative(of: moves[place].series, along: moves[place].direction)
            }
        }
        var derivatives: [[Double]] = []
        for result in results { derivatives.append(try result.get()) }
        var contributions: [YearlyContribution] = []
        var start = 0
        for group in groups {
            let count = group.years.count
            var sums = Matrix(rows: count, columns: units.count)
            for series in group.series {
                try checkSmoothness(
                    of: series, moves[start..<(start + count)].map(\.direction),
                    derivatives: Array(derivatives[start..<(start + count)]))
                for year in 0..<count {
                    for unit in units.indices { sums[year, unit] += derivatives[start + year][unit] }
                }
                start += count
            }
            do throws(SamplingFailure) {
                contributions.append(try YearlyContribution(years: group.years, values: sums))
            } catch {
                throw Absence("\(error)")
            }
        }
        guard
            derivatives.contains(where: { $0.contains { $0 != 0 } })
                || moves.allSatisfy({ $0.series.unitStep(along: $0.direction) == 0 })
        else { throw Self.noDerivative }
        return contributions
    }

    /// Checks the largest derivative of a series with a tenth of the step: that of a jump is ten times as large, and
    /// that of a jump that is no longer reached zero. Changes of scores near their rounding say nothing.
    private func checkSmoothness(
        of series: SampledSeries.Series, _ directions: [[Double]], derivatives: [[Double]]
    ) throws(Absence) {
        let sizes = derivatives.map { $0.reduce(0) { max($0, $1.magnitude) } }
        guard let largest = sizes.max(), largest > 0, let year = sizes.firstIndex(of: largest) else { return }
        let change = 0x1p-11 * series.unitStep(along: directions[year]) * largest
        let size = try scored([:]).scores.reduce(0) { max($0, $1.magnitude) }
        guard change > 1e-10 * size else { return }
        let finer = try derivative(of: series, along: directions[year], relativeStep: 0.1 * 0x1p-12)
        let difference = zip(finer, derivatives[year]).reduce(0) { max($0, ($1.0 - $1.1).magnitude) }
        guard difference <= 0.1 * largest else { throw Self.noDerivative }
    }

    private static var noDerivative: Absence {
        Absence(
            "small changes of yearly values move its scores in jumps or not at all, so that they have no sampling error of first order"
        )
    }
}
